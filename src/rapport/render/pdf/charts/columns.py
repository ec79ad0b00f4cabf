"""Upright bars: values on the marks, categories under the plot, the base line at zero."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Point, Series
from rapport.look.box import Box as Area
from rapport.look.grid import Strip
from rapport.look.length import Pt
from rapport.look.type_style import TypeStyle
from rapport.render.pdf.charts.pen import STEPS, Label, Pen, reduced
from rapport.render.pdf.charts.scale import Scale, scale_of
from rapport.render.pdf.composer.vertical import Box
from rapport.render.pdf.display.item import Ink, Item, Shape, line_across, rectangle

AIR = 6.0
"""White between the labels of neighbours."""
MISSING_RISE = 8.0
"""Between the base line and the words for a lacking value."""


class Column(Struct, frozen=True):
    """A category around the abscissa `x`: its value, the label on its mark, its name, the thickness of its bar."""

    x: float
    point: Point
    label: Label
    name: Label
    thickness: float

    @property
    def negative(self) -> bool:
        return self.point.value is not None and self.point.value < 0


class Standing(Struct, frozen=True):
    """A scale that stands upright, its zero at the ordinate `base`."""

    scale: Scale
    base: float

    def y(self, point: Point) -> float:
        """The ordinate of a value."""
        return self.base + self.scale.zero - self.scale.place(point.value or 0)


def set_columns(pen: Pen, names: Sequence[str], points: Sequence[Point], strip: Strip) -> tuple[Column, ...]:
    """The columns of a series over a strip, their labels reduced as far as their width asks."""
    measures = pen.look.measures
    pitch = strip.width / max(1, len(names))
    room = pitch - AIR if len(names) > 1 else pitch
    label_style = _fitting(pen, pen.look.label, lambda style: _all_short(pen, points, style, room))
    name_style = _fitting(
        pen, pen.look.category, lambda style: not any(pen.label(n, style, room).broken for n in names)
    )
    missing = _fitting(pen, pen.look.missing, lambda style: not _cut(pen, points, style, room))
    columns = []
    for number, (name, point) in enumerate(zip(names, points, strict=True)):
        known = point.value is not None
        grey = name_style if known else replace(name_style, colour="grey", weight="regular")
        columns.append(
            Column(
                x=strip.x + (number + 0.5) * pitch,
                point=point,
                label=pen.label(point.label, label_style if known else missing, room),
                name=pen.label(name, grey, room),
                thickness=min(measures.column_thickness, measures.bar_share * pitch),
            )
        )
    return tuple(columns)


def columns_fit(columns: Sequence[Column]) -> bool:
    """Whether no word of any label had to be cut to stay in its column."""
    return not any(column.label.broken or column.name.broken for column in columns)


def draw_columns(pen: Pen, columns: Sequence[Column], series: Series, strip: Strip) -> Box:
    """The columns of one series."""
    gap = pen.look.measures.label_gap
    beyond = gap + _sign_radius(pen, series)
    scale = scale_of((column.point.value for column in columns), pen.look.measures.plot_height)
    above = max((column.label.height + beyond for column in columns if not column.negative), default=0.0)
    below = max((column.label.height + beyond for column in columns if column.negative), default=0.0)
    standing = Standing(scale, above + scale.length - scale.zero)
    names_top = above + scale.length + below + gap
    items: list[Item] = []
    for column in columns:
        items += draw_mark(pen, column, series, standing)
        items += column.name.at(column.x, names_top, 0.5)
    items.append(base_line(pen, strip, standing.base))
    return Box(names_top + max((column.name.height for column in columns), default=0.0), tuple(items))


def base_line(pen: Pen, strip: Strip, y: float) -> Shape:
    """The line at zero."""
    rule = pen.look.base
    line = line_across(strip.x, y, strip.width, Ink(outline=rule.colour, weight=rule.weight))
    return replace(line, element=pen.element)


def draw_mark(pen: Pen, column: Column, series: Series, standing: Standing) -> tuple[Item, ...]:
    """The mark of a category and the label on it, or the words that say that the value is lacking."""
    label, gap, x = column.label, pen.look.measures.label_gap, column.x
    if column.point.value is None:
        return label.at(x, standing.base - MISSING_RISE - label.height, 0.5)
    y, half = standing.y(column.point), _sign_radius(pen, series)
    if half:
        leader = Shape(((x, standing.base), (x, y)), pen.leader(series.status), closed=False, element=pen.element)
        shapes: tuple[Item, ...] = (leader, pen.mark(series.status, (x, y), 2 * half))
    else:
        shapes = (_bar(pen, column, series, (standing.base, y)),)
    top = y + half + gap if column.negative else y - half - gap - label.height
    return *shapes, *label.at(x, top, 0.5)


def _sign_radius(pen: Pen, series: Series) -> float:
    """How far the sign of an aim reaches beyond its value; nothing for bars."""
    return pen.look.measures.target_diameter / 2 if pen.bar(series.status).kind == "leader" else 0.0


def _bar(pen: Pen, column: Column, series: Series, ends: tuple[float, float]) -> Shape:
    left, top = column.x - column.thickness / 2, min(ends)
    area = Area(Pt(left), Pt(top), Pt(column.thickness), Pt(abs(ends[0] - ends[1])))
    return rectangle(area, pen.ink(series.status), pen.element)


def _fitting(pen: Pen, style: TypeStyle, fits: Callable[[TypeStyle], bool]) -> TypeStyle:
    """The style at the first step that fits, else at the last."""
    left = replace(style, align="left")
    steps = [reduced(left, step, pen.look.smallest) for step in STEPS]
    return next((step for step in steps if fits(step)), steps[-1])


def _all_short(pen: Pen, points: Sequence[Point], style: TypeStyle, room: float) -> bool:
    known = (point.label for point in points if point.value is not None)
    return all(len(pen.label(label, style, room).lines) <= 1 for label in known)


def _cut(pen: Pen, points: Sequence[Point], style: TypeStyle, room: float) -> bool:
    return any(pen.label(point.label, style, room).broken for point in points if point.value is None)
