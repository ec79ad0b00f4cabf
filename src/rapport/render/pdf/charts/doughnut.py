"""Shares of a whole: a ring whose segments are numbered, and the list of what the numbers stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import cos, pi, sin

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Series
from rapport.look.box import Box as Area
from rapport.look.grid import Strip
from rapport.look.length import Pt
from rapport.look.palette import ColourName
from rapport.render.pdf.charts.pen import Pen
from rapport.render.pdf.composer.vertical import Box
from rapport.render.pdf.display.item import Ink, Item, Shape

HOLE = 0.58
"""Radius of the hole, as a share of the ring's."""
FILLS: tuple[ColourName, ...] = ("accent", "tint", "context", "paper")
"""Neighbours differ in lightness; what a segment is, its number says."""
NUMBER_ROOM, STEP = 14.0, pi / 60
"""White around the ring for the numbers; the angle of one side of the polygon that stands for an arc."""


class Segment(Struct, frozen=True):
    """A part of the ring, angles in radians clockwise from the top."""

    number: int
    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


def draw_doughnut(pen: Pen, names: Sequence[str], series: Series, strip: Strip) -> Box:
    """The ring at the left, the list at the right; values that are lacking or negative have no segment."""
    radius = pen.look.measures.plot_height / 2
    side = 2 * (radius + NUMBER_ROOM)
    centre = (strip.x + side / 2, side / 2)
    values = [max(point.value or Decimal(0), Decimal(0)) for point in series.points]
    items: list[Item] = []
    for segment in _segments(values):
        ink = Ink(FILLS[segment.number % len(FILLS)], "accent", 1.0)
        items.append(Shape(tuple(_outline(segment, centre, radius)), ink, element=pen.element))
    items += _numbers(pen, _segments(values), centre, radius)
    beside = Strip(Pt(strip.x + side + 14), Pt(max(40.0, strip.width - side - 14)))
    words, height = _list(pen, names, series, beside)
    return Box(max(side, height), (*items, *words))


def _segments(values: Sequence[Decimal]) -> Iterator[Segment]:
    """The segments of values that have one; a whole ring for a single one."""
    total = float(sum(values, Decimal(0)))
    start = 0.0
    for number, value in enumerate(values):
        if value > 0:
            end = start + 2 * pi * float(value) / total
            yield Segment(number, start, end)
            start = end


def _outline(segment: Segment, centre: tuple[float, float], radius: float) -> Iterator[tuple[float, float]]:
    sides = max(1, round((segment.end - segment.start) / STEP))
    angles = [segment.start + (segment.end - segment.start) * side / sides for side in range(sides + 1)]
    yield from (_point(centre, radius, angle) for angle in angles)
    yield from (_point(centre, HOLE * radius, angle) for angle in reversed(angles))


def _point(centre: tuple[float, float], radius: float, angle: float) -> tuple[float, float]:
    return centre[0] + radius * sin(angle), centre[1] - radius * cos(angle)


def _numbers(pen: Pen, segments: Iterator[Segment], centre: tuple[float, float], radius: float) -> Iterator[Item]:
    """The number of each segment outside the ring; one that would meet another is left to the list."""
    style = replace(pen.look.axis, align="left", colour="ink")
    taken: list[Area] = []
    for segment in segments:
        x, y = _point(centre, radius + NUMBER_ROOM / 2, segment.middle)
        label = pen.label(str(segment.number + 1), style, 30.0)
        area = Area(Pt(x - label.width / 2), Pt(y - style.leading / 2), Pt(label.width), style.leading)
        if not any(area.overlaps(other) for other in taken):
            taken.append(area)
            yield from label.at(x, area.y, 0.5)


def _list(pen: Pen, names: Sequence[str], series: Series, strip: Strip) -> tuple[list[Item], float]:
    """Number, name and value of each part; and where the list ends."""
    style = replace(pen.look.missing, align="left", colour="ink")
    indent = 2 * style.size
    items: list[Item] = []
    top = 0.0
    for number, (name, point) in enumerate(zip(names, series.points, strict=True), start=1):
        items += pen.label(str(number), replace(style, weight="semibold"), indent).at(strip.x, top)
        words = pen.label(f"{name}\u00a0: {point.label}", style, strip.width - indent)
        items += words.at(strip.x + indent, top)
        top += words.height + 3
    return items, top
