"""Lying bars: names at the left, values right of the marks, the base line at zero; for any number of categories."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Point, Series
from rapport.look.box import Box as Area
from rapport.look.grid import Strip
from rapport.look.length import Pt
from rapport.render.pdf.charts.pen import Label, Pen, reduced
from rapport.render.pdf.charts.scale import Scale, grid_marks, scale_of
from rapport.render.pdf.composer.vertical import Box
from rapport.render.pdf.display.item import Ink, Item, Shape, rectangle

NAME_SHARE, LABEL_SHARE = 0.36, 0.34
"""How much of the strip names and labels may take; labels on both sides of zero share theirs."""
GAP = 10.0
CROWDED, VERY_CROWDED = 7, 13
"""Rows from which they stand closer."""
AIR = 4.0
"""White between the names of neighbours."""


class Row(Struct, frozen=True):
    """A category: its value, its name, the label on its mark; `y` is the middle of its bar."""

    point: Point
    name: Label
    label: Label
    y: float
    height: float


class Lying(Struct, frozen=True):
    """A scale that lies, its low end at the abscissa `left`."""

    scale: Scale
    left: float

    def x(self, value: float) -> float:
        """The abscissa of a value."""
        return self.left + self.scale.place(value)


def draw_bars(pen: Pen, names: Sequence[str], series: Series, strip: Strip, unit: str = "") -> Box:
    """The bars of one series over a strip."""
    rows = _rows(pen, names, series.points, strip)
    lying = _lying(pen, rows, strip, unit)
    foot = rows[-1].y + rows[-1].height / 2 if rows else 0.0
    items, height = _grid(pen, lying, foot, unit)
    for row in rows:
        items += row.name.at(strip.x, row.y - row.name.height / 2)
        items += _mark(pen, row, series, lying)
    return Box(height, tuple(items))


def _rows(pen: Pen, names: Sequence[str], points: Sequence[Point], strip: Strip) -> tuple[Row, ...]:
    crowd = 1.0 if len(names) < CROWDED else 0.75 if len(names) < VERY_CROWDED else 0.6
    pitch = pen.look.measures.row_pitch * crowd
    style = replace(pen.look.category, align="left")
    if crowd < 1.0:
        style = replace(style, leading=Pt(style.size * 1.2))
    both = any(point.value is not None and point.value < 0 for point in points)
    share = LABEL_SHARE / 2 if both else LABEL_SHARE
    rows: list[Row] = []
    top = 0.0
    for name, point in zip(names, points, strict=True):
        label_style = pen.look.inline_label if point.value is not None else pen.look.missing
        label = pen.label(
            point.label, reduced(replace(label_style, align="left"), crowd, pen.look.smallest), share * strip.width
        )
        category = pen.label(name, style, NAME_SHARE * strip.width)
        height = max(pitch, category.height + AIR, label.height + AIR)
        rows.append(Row(point, category, label, top + height / 2, height))
        top += height
    return tuple(rows)


def _lying(pen: Pen, rows: Sequence[Row], strip: Strip, unit: str) -> Lying:
    """The scale between the names and the labels, which stand outside of their bars."""
    mark = pen.look.measures.target_diameter / 2
    before = max((row.label.width + GAP for row in rows if _value(row) < 0), default=0.0)
    after = max((row.label.width + GAP + mark for row in rows if _value(row) >= 0), default=0.0)
    left = strip.x + max((row.name.width for row in rows), default=0.0) + GAP + before
    return Lying(scale_of((row.point.value for row in rows), max(20.0, strip.right - after - left), unit), left)


def _value(row: Row) -> float:
    return float(row.point.value or 0)


def _grid(pen: Pen, lying: Lying, foot: float, unit: str) -> tuple[list[Item], float]:
    """Hairlines and their values on a percentage scale, else the line at zero; and where all ends."""
    marks = grid_marks(lying.scale, unit)
    if not marks:
        rule = pen.look.base
        return [_upright(pen, lying.x(0), foot, Ink(outline=rule.colour, weight=rule.weight))], foot
    rule = pen.look.hairline
    items: list[Item] = []
    style = replace(pen.look.axis, align="left")
    for mark in marks:
        items.append(_upright(pen, lying.x(mark), foot, Ink(outline=rule.colour, weight=rule.weight)))
        items += pen.label(str(mark), style, 100.0).at(lying.x(mark), foot + 2, 0.5)
    return items, foot + 2 + style.leading


def _upright(pen: Pen, x: float, foot: float, ink: Ink) -> Shape:
    return Shape(((x, 0.0), (x, foot)), ink, closed=False, element=pen.element)


def _mark(pen: Pen, row: Row, series: Series, lying: Lying) -> tuple[Item, ...]:
    zero, measures = lying.x(0), pen.look.measures
    top = row.y - row.label.height / 2
    if row.point.value is None:
        return row.label.at(zero + GAP / 2, top)
    x = lying.x(_value(row))
    if pen.bar(series.status).kind == "leader":
        leader = Shape(((zero, row.y), (x, row.y)), pen.leader(series.status), closed=False, element=pen.element)
        sign = pen.mark(series.status, (x, row.y), measures.target_diameter)
        return leader, sign, *_beside(row, x, measures.target_diameter / 2 + GAP / 2, top)
    thickness = min(measures.row_thickness, 0.62 * row.height)
    area = Area(Pt(min(zero, x)), Pt(row.y - thickness / 2), Pt(abs(x - zero)), Pt(thickness))
    return rectangle(area, pen.ink(series.status), pen.element), *_beside(row, x, GAP / 2, top)


def _beside(row: Row, x: float, gap: float, top: float) -> tuple[Item, ...]:
    """The label outside of the end of its mark."""
    return row.label.at(x - gap, top, 1.0) if _value(row) < 0 else row.label.at(x + gap, top)
