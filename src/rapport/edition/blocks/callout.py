"""A point set apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True)
class Callout:
    """A short heading and a text on a ground of its own."""

    title: Text
    text: Text
    tone: Literal["attention", "information"] = "attention"
    origin: Origin = NOWHERE
