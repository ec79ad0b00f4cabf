"""What elements of a slide are drawn with; the sign of a status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from rapport.edition.text import Status
from rapport.formats.pdf.tags.tree import Element
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt
from rapport.look.palette import ColourName
from rapport.render.pdf.display.item import FigureExtent, Item, ShapeInk, ShapeItem, SignMark, line_across, rectangle
from rapport.render.pdf.typesetter import Typesetter


class SlidePageContext(Struct, frozen=True):
    """The typesetter, the charter, and the element that what is drawn belongs under."""

    typesetter: Typesetter
    charter: Charter
    element: Element
    links: bool = True
    """Whether boxes lead anywhere: not on paper."""

    def under(self, element: Element) -> SlidePageContext:
        """The same for what belongs under another element."""
        return SlidePageContext(self.typesetter, self.charter, element, self.links)


def straight(area: Box, ink: ShapeInk) -> ShapeItem:
    """A line along an area without height or without width."""
    if not area.height:
        return line_across(area.x, area.y, area.width, ink)
    return ShapeItem(((area.x, area.y), (area.x, area.bottom)), ink, closed=False)


def filled(area: Box, colour: ColourName) -> ShapeItem:
    """An area in one colour, an ornament."""
    return rectangle(area, ShapeInk(colour))


def strips_of(widths: Iterable[Pt], left: float) -> Iterator[tuple[float, Pt]]:
    """The left edge and the width of each column."""
    for width in widths:
        yield left, width
        left += width


LARGE = 100.0
"""Diameter in points from which a sign is drawn with the stroke of covers."""


def sign_item(
    status: Status, area: Box, easel: SlidePageContext, colours: tuple[ColourName, ColourName] = ("accent", "white")
) -> Iterator[Item]:
    """The sign as an ornament; `colours` are its own and that of its ground. None for a status the charter lacks."""
    look = easel.charter.statuses.get(status.key)
    if look is not None:
        yield SignMark(look.sign, area, _stroke(area, easel), *colours)


def spoken_sign(
    status: Status, area: Box, easel: SlidePageContext, colours: tuple[ColourName, ColourName], alternative: str
) -> Iterator[Item]:
    """The sign as a figure that says what it means."""
    look = easel.charter.statuses.get(status.key)
    if look is not None:
        element: Element = easel.element.child("Figure", alt=alternative)
        yield SignMark(look.sign, area, _stroke(area, easel), *colours, element)
        yield FigureExtent(element, area)


def _stroke(area: Box, easel: SlidePageContext) -> float:
    return easel.charter.deck.cover.sign_stroke if area.width >= LARGE else easel.charter.signs.stroke_of(area.width)
