"""A point set apart."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


class Callout(Struct, frozen=True):
    """A short heading and a text on a ground of its own."""

    title: Text
    text: Text
    tone: Literal["attention", "information"] = "attention"
    origin: Origin = NOWHERE
