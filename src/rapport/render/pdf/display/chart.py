"""Charts on a page: the plan of one, drawn with nothing decided here, and its values as a table that is heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import singledispatch

from msgspec import Struct

from rapport.edition.text import Span
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.paragraph import spaced
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt
from rapport.look.sign import Sign
from rapport.look.type_style import TypeStyle
from rapport.origin import NOWHERE, Origin
from rapport.plots import Dot, Label, Look, Mark, Placed, Plan, Shape, SignAt
from rapport.render.pdf.display.item import Item, ProseItem, ShapeInk, ShapeItem, SignMark, TextLine, Unseen
from rapport.render.pdf.text import InlineElements, Typesetter


class Brush(Struct, frozen=True):
    """The typesetter, the charter, the Figure that all belongs to, and where an author asks for the chart."""

    typesetter: Typesetter
    charter: Charter
    element: Element
    origin: Origin = NOWHERE


def draw_panels(brush: Brush, panels: tuple[Placed, ...], x: float, y: float = 0.0) -> tuple[Item, ...]:
    """All panels of a chart, the frame's corner at a point."""
    return tuple(item for panel in panels for item in draw_plan(brush, panel.plan, x + panel.box.x, y + panel.box.y))


def draw_plan(brush: Brush, plan: Plan, x: float, y: float) -> Iterator[Item]:
    """Gridlines, marks, baseline, then all words: those of the axes first, as they are read."""
    marks = (*plan.under, *(mark for trace in plan.traces for mark in trace.marks), *plan.over)
    for mark in marks:
        yield from _drawn(mark, brush, x, y)
    for label in (*plan.texts, *(label for trace in plan.traces for label in trace.labels)):
        yield from _words(label, brush, x, y)


@singledispatch
def _drawn(mark: Mark, brush: Brush, x: float, y: float) -> tuple[Item, ...]:
    raise TypeError(f"{type(mark).__name__} is no mark")


@_drawn.register
def _(mark: Shape, brush: Brush, x: float, y: float) -> tuple[Item, ...]:
    points = tuple((x + left, y + top) for left, top in mark.points)
    return (ShapeItem(points, _ink(mark.look), mark.closed, brush.element),)


@_drawn.register
def _(mark: Dot, brush: Brush, x: float, y: float) -> tuple[Item, ...]:
    side = Pt(mark.diameter)
    area = Box(Pt(x + mark.x - side / 2), Pt(y + mark.y - side / 2), side, side)
    colour = mark.look.fill or "accent"
    if mark.outline == "triangle":
        points = ((x + mark.x, area.y), (area.right, area.bottom), (area.x, area.bottom))
        return (ShapeItem(points, ShapeInk(colour), element=brush.element),)
    return (SignMark(Sign(mark.outline, "full"), area, 0.25, colour, colour, brush.element),)


@_drawn.register
def _(mark: SignAt, brush: Brush, x: float, y: float) -> tuple[Item, ...]:
    signs, side = brush.charter.signs, Pt(mark.diameter)
    area = Box(Pt(x + mark.x - side / 2), Pt(y + mark.y - side / 2), side, side)
    look = brush.charter.statuses.get(mark.status.key)
    sign = look.sign if look else Sign("circle", "full")
    return (SignMark(sign, area, signs.stroke_of(side), signs.colour, "white", brush.element),)


def _ink(look: Look) -> ShapeInk:
    return ShapeInk(look.fill, look.outline if look.weight else None, look.weight, look.dash)


def _words(label: Label, brush: Brush, x: float, y: float) -> Iterator[Item]:
    style = TypeStyle(Pt(label.size), Pt(label.pitch), "bold" if label.bold else "regular", label.colour)
    span = Span(label.text, evidence=label.evidence, origin=brush.origin)
    prose = ProseItem(InlineElements(brush.element), label.colour, label.pitch, label.align, (span,))
    left = x + label.box.x + label.align * label.box.width
    for number, line in enumerate(label.lines):
        baseline = y + label.box.y + number * label.pitch + label.ascent
        drawn = brush.typesetter.line(line, style)
        joined = number == len(label.lines) - 1 or line.endswith("-")  # a compound goes on where its hyphen ends a line
        yield TextLine(drawn if joined else spaced(drawn), left, baseline, prose)


def spoken_table(rows: Sequence[Sequence[str]], parent: Element) -> Iterator[Unseen]:
    """The cells of the rows, the first of them the heads; nothing for no rows."""
    if not rows:
        return
    table = parent.child("Table")
    head, *others = rows
    yield from _cells(head, "Column", table.child("THead").child("TR"))
    body = table.child("TBody")
    for row in others:
        yield from _cells(row, "Row", body.child("TR"))


def _cells(row: Sequence[str], scope: str, parent: Element) -> Iterator[Unseen]:
    """The cells of a row; all of a row of heads are heads, of another the first alone."""
    for at, said in enumerate(row):
        if at and scope == "Row":
            yield Unseen(parent.child("TD", actual_text=said))
        else:
            yield Unseen(parent.child("TH", actual_text=said).annotate("Table", Scope=scope))
