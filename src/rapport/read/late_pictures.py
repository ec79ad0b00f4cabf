"""Pictures, read where the content shows some: the libraries that look at them are loaded then, which is seldom."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from rapport.edition.picture import Picture
from rapport.origin import Origin
from rapport.problem import Problem

Read = tuple[Picture | None, tuple[Problem, ...]]
Reader = Callable[[Path, str, Origin], Read]


def read_picture(assets: Path, name: str, place: Origin) -> Read:
    """A picture of `assets/` by its relative path; None and the fault where it cannot be used."""
    return cast("Reader", import_module("rapport.read.pictures").read_picture)(assets, name, place)
