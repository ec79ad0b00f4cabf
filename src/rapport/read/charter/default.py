"""The charter that comes with the program, for projects that have none of their own."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def default_charter() -> Path:
    """Its file."""
    return Path(str(files("rapport.read.charter") / "default.yaml"))
