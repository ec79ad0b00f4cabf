"""Points joined by lines; a lacking value breaks the line, nothing is interpolated."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rapport.edition.blocks.chart import Series
from rapport.look.grid import Strip
from rapport.render.pdf.charts.columns import MISSING_RISE, Column, Standing, base_line
from rapport.render.pdf.charts.pen import Pen
from rapport.render.pdf.charts.scale import scale_of
from rapport.render.pdf.composer.vertical import Box
from rapport.render.pdf.display.item import Ink, Item, Shape

MARKER = 8.0
"""Diameter of the sign on a point."""
WEIGHT = 1.5


def draw_line_chart(pen: Pen, columns: Sequence[Column], series: Series, strip: Strip) -> Box:
    """The points of one series, a label above each."""
    gap = pen.look.measures.label_gap
    scale = scale_of((column.point.value for column in columns), pen.look.measures.plot_height)
    above = max((column.label.height for column in columns), default=0.0) + gap + MARKER / 2
    standing = Standing(scale, above + scale.length - scale.zero)
    names_top = above + scale.length + max(gap, MARKER / 2)
    items: list[Item] = [base_line(pen, strip, standing.base), *_segments(pen, columns, series, standing)]
    for index, column in enumerate(columns):
        items += _point(pen, column, series, standing, _dips(columns, index))
        items += column.name.at(column.x, names_top, 0.5)
    return Box(names_top + max((column.name.height for column in columns), default=0.0), tuple(items))


def _segments(pen: Pen, columns: Sequence[Column], series: Series, standing: Standing) -> list[Item]:
    """A line between neighbours that both have a value, dashed where the status's bars are."""
    bar = pen.bar(series.status)
    ink = Ink(outline=bar.outline, weight=WEIGHT, dash=bar.dash)
    return [
        Shape(
            ((one.x, standing.y(one.point)), (other.x, standing.y(other.point))), ink, closed=False, element=pen.element
        )
        for one, other in pairwise(columns)
        if one.point.value is not None and other.point.value is not None
    ]


def _dips(columns: Sequence[Column], index: int) -> bool:
    """Whether the line only rises from a point: above it the line would cross its label."""
    value = columns[index].point.value
    around = (*columns[max(0, index - 1) : index], *columns[index + 1 : index + 2])
    neighbours = [column.point.value for column in around if column.point.value is not None]
    return value is not None and bool(neighbours) and min(neighbours) > value


def _point(pen: Pen, column: Column, series: Series, standing: Standing, dips: bool) -> tuple[Item, ...]:
    label, gap = column.label, pen.look.measures.label_gap
    if column.point.value is None:
        return label.at(column.x, standing.base - MISSING_RISE - label.height, 0.5)
    y = standing.y(column.point)
    mark = pen.mark(series.status, (column.x, y), MARKER)
    below = y + MARKER / 2 + gap
    fits = dips and below + label.height <= standing.base
    return mark, *label.at(column.x, below if fits else y - MARKER / 2 - gap - label.height, 0.5)
