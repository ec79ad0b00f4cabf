"""Points joined by lines; a lacking value breaks the line, nothing is interpolated."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rapport.edition.blocks.figures import Series
from rapport.look.box import Box as Area
from rapport.look.grid import Strip
from rapport.look.length import Pt
from rapport.render.pdf.charts.columns import MISSING_RISE, Column, Standing, base_line
from rapport.render.pdf.charts.pen import Label, Pen
from rapport.render.pdf.charts.scale import scale_of
from rapport.render.pdf.composer.vertical import Box
from rapport.render.pdf.display.item import Ink, Item, Shape, rectangle

MARKER = 8.0
"""Diameter of the sign on a point."""
WEIGHT = 1.5
CLEAR = 1.5
"""White at both ends of a label."""


def draw_line_chart(pen: Pen, columns: Sequence[Column], series: Series, strip: Strip) -> Box:
    """The points of one series, a label above each, or below where the line only rises from the point."""
    gap = pen.look.measures.label_gap
    scale = scale_of((column.point.value for column in columns), pen.look.measures.plot_height)
    above = max((column.label.height for column in columns), default=0.0) + gap + MARKER / 2
    standing = Standing(scale, above + scale.length - scale.zero)
    names_top = above + scale.length + max(gap, MARKER / 2)
    items: list[Item] = [base_line(pen, strip, standing.base), *_segments(pen, columns, series, standing)]
    for index, column in enumerate(columns):
        lowest = names_top if _under(column, standing) else standing.base
        items += _point(pen, column, series, standing, lowest if _dips(columns, index) else None)
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


def _under(column: Column, standing: Standing) -> bool:
    """Whether a point stands under the base line, with the names of the columns below it."""
    return column.point.value is not None and standing.y(column.point) > standing.base


def _point(pen: Pen, column: Column, series: Series, standing: Standing, lowest: float | None) -> tuple[Item, ...]:
    """The sign and the label of a point; the label goes below it if it ends above `lowest`, None for never."""
    label, gap = column.label, pen.look.measures.label_gap
    if column.point.value is None:
        return label.at(column.x, standing.base - MISSING_RISE - label.height, 0.5)
    y = standing.y(column.point)
    mark = pen.mark(series.status, (column.x, y), MARKER)
    below = y + MARKER / 2 + gap
    fits = lowest is not None and below + label.height <= lowest
    top = below if fits else y - MARKER / 2 - gap - label.height
    return mark, _ground(label, column.x, top), *label.at(column.x, top, 0.5)


def _ground(label: Label, x: float, top: float) -> Shape:
    """White behind a label, which a steep line would cross."""
    area = Area(Pt(x - label.width / 2 - CLEAR), Pt(top), Pt(label.width + 2 * CLEAR), Pt(label.height))
    return rectangle(area, Ink("white"), label.element)
