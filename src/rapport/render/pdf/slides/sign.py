"""The sign of a status on a slide."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.edition.text import Status
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Box as Area
from rapport.look.palette import ColourName
from rapport.render.pdf.display.item import Extent, Item, SignMark
from rapport.render.pdf.slides.easel import Easel

LARGE = 100.0
"""Diameter in points from which a sign is drawn with the stroke of covers."""


def sign_item(
    status: Status, area: Area, easel: Easel, colours: tuple[ColourName, ColourName] = ("accent", "white")
) -> Iterator[Item]:
    """The sign as an ornament; `colours` are its own and that of its ground. None for a status the charter lacks."""
    look = easel.charter.statuses.get(status.key)
    if look is not None:
        yield SignMark(look.sign, area, _stroke(area, easel), *colours)


def spoken_sign(
    status: Status, area: Area, easel: Easel, colours: tuple[ColourName, ColourName], alternative: str
) -> Iterator[Item]:
    """The sign as a figure that says what it means."""
    look = easel.charter.statuses.get(status.key)
    if look is not None:
        element: Element = easel.element.child("Figure", alt=alternative)
        yield SignMark(look.sign, area, _stroke(area, easel), *colours, element)
        yield Extent(element, area)


def _stroke(area: Area, easel: Easel) -> float:
    return easel.charter.deck.cover.sign_stroke if area.width >= LARGE else easel.charter.signs.stroke_of(area.width)
