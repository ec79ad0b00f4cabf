"""Set matter on its way to the pages."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from rapport.render.pdf.composer.vertical import VerticalItem

Lane = Literal["margin", "text", "full"]
"""The two columns that run side by side, and the full width, which starts below both."""


class Galley(Struct, frozen=True):
    """A vertical list bound for one lane."""

    lane: Lane
    items: tuple[VerticalItem, ...]


class GalleyOpening(Struct, frozen=True):
    """A section begins, `name` in the running head: on a new page unless this one has `room` points left below `gap`.

    An infinite room always opens a page; so does a section that opens the document. Pages that it opens are filled up
    to `most` of their height, so that what follows on the next is not too little.
    """

    name: str
    room: float = float("inf")
    gap: float = 0.0
    most: float = 1.0


Matter = Galley | GalleyOpening
