"""Bars of several parts: each part has the mark of its status, and its value is said under the bar."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Point, Series
from rapport.look.box import Box as Area
from rapport.look.grid import Strip
from rapport.look.length import Pt
from rapport.render.pdf.charts.pen import Pen
from rapport.render.pdf.charts.scale import Scale, scale_of
from rapport.render.pdf.composer.vertical import Box, Glue, stacked
from rapport.render.pdf.display.item import Ink, Item, SignMark, rectangle

SIGN, SIGN_GAP, PART_GAP = 8.0, 5.0, 14.0
ROW_GAP = 10.0
"""Between a bar's words and the next bar's name."""


class Part(Struct, frozen=True):
    """One part of a bar: its series and its value in this category."""

    series: Series
    point: Point

    @property
    def length(self) -> Decimal:
        """Its value; nothing for one that lacks or is negative, which no length can show."""
        return max(self.point.value or Decimal(0), Decimal(0))

    @property
    def words(self) -> str:
        """What is said of it: the name of its series, else the word of its status, and its value."""
        name = self.series.name or self.series.status.word
        return f"{name}\u00a0: {self.point.label}" if name else self.point.label


def draw_stacked(pen: Pen, chart: Chart, strip: Strip) -> Box:
    """One bar per category, its name above and its parts in words below."""
    bars = [
        tuple(Part(series, series.points[number]) for series in chart.series if series.points[number].label)
        for number in range(len(chart.categories))
    ]
    sums = [sum((part.length for part in parts), Decimal(0)) for parts in bars]
    scale = scale_of(sums, strip.width, chart.unit)
    rows = [_row(pen, name, parts, scale, strip) for name, parts in zip(chart.categories, bars, strict=True)]
    return stacked(item for row in rows for item in (row, Glue(ROW_GAP)))


def _row(pen: Pen, name: str, parts: Sequence[Part], scale: Scale, strip: Strip) -> Box:
    title = pen.label(name, replace(pen.look.category, align="left"), strip.width)
    items: list[Item] = list(title.at(strip.x, 0.0))
    top, thickness = title.height + 2, pen.look.measures.row_thickness
    left = float(strip.x)
    for part in parts:
        width = scale.place(part.length) - scale.zero
        area = Area(Pt(left), Pt(top), Pt(width), thickness)
        if width > 0:
            items.append(rectangle(area, _ink(pen, part), pen.element))
        left += width
    words, height = _words(pen, parts, strip, top + thickness + 4)
    return Box(height, (*items, *words))


def _ink(pen: Pen, part: Part) -> Ink:
    """The mark of the part's status; parts of one solid colour are parted by white."""
    ink = replace(pen.ink(part.series.status), round_caps=False)
    return replace(ink, outline="white") if ink.fill == ink.outline else ink


def _words(pen: Pen, parts: Sequence[Part], strip: Strip, top: float) -> tuple[list[Item], float]:
    """The parts in words, each after its sign, in as many lines as they need; and where they end."""
    style = replace(pen.look.missing, align="left", colour="ink")
    items: list[Item] = []
    x = float(strip.x)
    advance = SIGN + SIGN_GAP
    bottom = top
    for part in parts:
        whole = pen.label(part.words, style, strip.width - advance)
        if x > strip.x and x + advance + whole.width > strip.right:
            x, top = float(strip.x), bottom
        mark: SignMark = pen.mark(part.series.status, (x + SIGN / 2, top + style.leading / 2), SIGN)
        items += [mark, *whole.at(x + advance, top)]
        x += advance + whole.width + PART_GAP
        bottom = max(bottom, top + whole.height)
    return items, bottom
