"""What elements of a slide are drawn with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from rapport.formats.pdf.tags.tree import Element
from rapport.look.charter import Charter
from rapport.look.geometry import Box as Area
from rapport.look.geometry import Pt
from rapport.look.palette import ColourName
from rapport.render.pdf.display.item import Ink, Shape, line_across, rectangle
from rapport.render.pdf.typesetter import Typesetter


class Easel(Struct, frozen=True):
    """The typesetter, the charter, and the element that what is drawn belongs under."""

    typesetter: Typesetter
    charter: Charter
    element: Element
    links: bool = True
    """Whether boxes lead anywhere: not on paper."""

    def under(self, element: Element) -> Easel:
        """The same for what belongs under another element."""
        return Easel(self.typesetter, self.charter, element, self.links)


def straight(area: Area, ink: Ink) -> Shape:
    """A line along an area without height or without width."""
    if not area.height:
        return line_across(area.x, area.y, area.width, ink)
    return Shape(((area.x, area.y), (area.x, area.bottom)), ink, closed=False)


def filled(area: Area, colour: ColourName) -> Shape:
    """An area in one colour, an ornament."""
    return rectangle(area, Ink(colour))


def strips_of(widths: Iterable[Pt], left: float) -> Iterator[tuple[float, Pt]]:
    """The left edge and the width of each column."""
    for width in widths:
        yield left, width
        left += width
