"""How each kind of element is drawn: charts as planned, tables with the signs of statuses; the one table of kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Any, cast

from msgspec.structs import replace

from rapport.edition.blocks.figures import spoken_rows
from rapport.edition.text import plain
from rapport.formats.pdf.tags.tree import Element as TagElement
from rapport.look.geometry import Box, Pt
from rapport.look.palette import ColourName
from rapport.render.pdf.blocks.context import ink
from rapport.render.pdf.display.chart import Brush, draw_plan, spoken_table
from rapport.render.pdf.display.item import FigureExtent, Item, LinkArea, PictureMark, Positioned, ShapeInk, ShapeItem
from rapport.render.pdf.slides.prose import (
    SetParagraph,
    SlidePageContext,
    filled,
    placed,
    set_paragraphs,
    sign_item,
    spoken_sign,
    straight,
    strips_of,
)
from rapport.slides.elements import (
    Anchor,
    ChartFrame,
    Drawing,
    Element,
    ElementGroup,
    Panel,
    PictureFrame,
    RuleLine,
    SlideSign,
    TableCell,
    TableFrame,
    TableRow,
    TextBox,
)


def draw_chart(frame: ChartFrame, easel: SlidePageContext) -> Iterator[Positioned]:
    """The plan in its frame, one figure with the chart's alternative."""
    alternative = frame.chart.alternative or plain(frame.chart.title)
    figure = easel.element.child("Figure", alt=alternative)
    brush = Brush(easel.typesetter, easel.charter, figure, frame.chart.origin)
    for item in draw_plan(brush, frame.plan, frame.box.x, 0.0):
        yield Positioned(item, frame.box.y)
    area = Box(frame.box.x, Pt(0), frame.box.width, frame.box.height)
    yield Positioned(FigureExtent(figure, area, frame.chart.origin), frame.box.y)
    yield from (Positioned(cell, frame.box.y) for cell in spoken_table(spoken_rows(frame.chart), easel.element))


# A table of a slide, with the signs of its statuses.


def draw_table(table: TableFrame, easel: SlidePageContext) -> Iterator[Item]:
    """Header and rows, a line above, under the header, between the rows and at the end."""
    element = easel.element.child("Table")
    head, body = element.child("THead"), element.child("TBody")
    tops = accumulate((row.height for row in table.rows), initial=float(table.box.y))
    for index, (row, top) in enumerate(zip(table.rows, tops, strict=False)):
        area = Box(table.box.x, Pt(top), table.box.width, row.height)
        yield from _row_rule(index, area, table, easel)
        yield from _row(row, area, table, easel.under((head if row.kind == "header" else body).child("TR")))
    yield straight(Box(table.box.x, table.box.bottom, table.box.width, Pt(0)), ink(easel.charter.deck.rules.strong))


def _row_rule(index: int, area: Box, table: TableFrame, easel: SlidePageContext) -> Iterator[Item]:
    """The line over a row."""
    rules = easel.charter.deck.rules
    if 0 < index < table.heads:
        yield from _upper_rules(table.rows[index - 1], area, table, easel)
        return
    rule = rules.strong if index == 0 else rules.table_head if index == table.heads else rules.hairline
    yield straight(Box(area.x, area.y, area.width, Pt(0)), ink(rule))


def _upper_rules(row: TableRow, area: Box, table: TableFrame, easel: SlidePageContext) -> Iterator[Item]:
    """The lines between heads that stand over several columns and the heads of these."""
    for cell, left, width in _spans(row, area, table):
        if cell.paragraphs and plain(cell.paragraphs[0].text):
            yield straight(Box(Pt(left), area.y, Pt(width), Pt(0)), ink(easel.charter.deck.rules.hairline))


def _spans(row: TableRow, area: Box, table: TableFrame) -> Iterator[tuple[TableCell, float, float]]:
    """The cells of a row that no other covers, each with its left edge and its width up to its gutter."""
    gutters = table.gutters or (Pt(0),) * len(table.widths)
    lefts = [left for left, _ in strips_of(table.widths, area.x)]
    for at, cell in enumerate(row.cells):
        if cell.span:
            last = at + cell.span - 1
            yield cell, lefts[at], lefts[last] + table.widths[last] - gutters[last] - lefts[at]


def _row(row: TableRow, area: Box, table: TableFrame, easel: SlidePageContext) -> Iterator[Item]:
    if row.kind == "group":
        owner = easel.element.child("TH").annotate("Table", Scope="Column", ColSpan=len(table.widths))
        yield from _cell(row.cells[0], area, easel.under(owner))
        return
    for number, (cell, left, width) in enumerate(_spans(row, area, table)):
        owner = _owner(row, number, table, easel.element)
        if cell.span > 1:
            owner.annotate("Table", ColSpan=cell.span)
        down = table.padding if table.anchor == "top" else Pt(0)
        place = Box(Pt(left), Pt(area.y + down), Pt(width), Pt(area.height - down))
        yield from _cell(cell, place, easel.under(owner), table.anchor)


def _owner(row: TableRow, number: int, table: TableFrame, parent: TagElement) -> TagElement:
    """A header of its column, of its row, or a cell of data."""
    if row.kind == "header":
        return parent.child("TH").annotate("Table", Scope="Column")
    return parent.child("TD") if number or not table.names_rows else parent.child("TH").annotate("Table", Scope="Row")


def _cell(cell: TableCell, area: Box, easel: SlidePageContext, anchor: Anchor = "middle") -> Iterator[Item]:
    """The text right of its sign, in the middle of the row's height or at its top."""
    if cell.sign.key and cell.paragraphs:
        diameter = easel.charter.signs.placed(cell.paragraphs[0].size).diameter
        line = cell.paragraphs[0].leading if anchor == "top" else area.height
        place = Box(area.x, Pt(area.y + (line - diameter) / 2), diameter, diameter)
        yield from sign_item(cell.sign, place, easel)
    room = Box(Pt(area.x + cell.indent), area.y, Pt(area.width - cell.indent - cell.outdent), area.height)
    yield from placed(set_paragraphs(cell.paragraphs, room.width, easel), room, anchor, easel)


# How each kind of element is drawn: the one table of kinds.


def draw_elements(elements: Iterable[Element], easel: SlidePageContext) -> Iterator[Positioned]:
    """The elements in their order, which is that of reading."""
    for element in elements:
        if isinstance(element, ElementGroup):
            yield from draw_elements(element.elements, easel.under(easel.element.child("Div")))
        elif isinstance(element, ChartFrame):
            yield from draw_chart(element, easel)
        else:
            for item in DRAWERS[type(element)](element, easel):
                yield Positioned(item, 0.0)


def _text_box(box: TextBox, easel: SlidePageContext) -> Iterator[Item]:
    items = set_paragraphs(box.paragraphs, box.room.width, easel)
    if not box.link or not easel.links:
        return placed(items, box.room, box.anchor, easel)
    return _linked(box, items, easel)


def _linked(box: TextBox, items: tuple[SetParagraph, ...], easel: SlidePageContext) -> Iterator[Item]:
    """The whole box is one link, which its first words name."""
    first, *others = items
    assert first.element is not None
    link = first.element.child("Link")
    yield from placed((replace(first, element=link), *others), box.room, box.anchor, easel)
    yield LinkArea(link, box.box, plain(box.paragraphs[0].text), box.link)


def _rule(rule: RuleLine, easel: SlidePageContext) -> Iterator[Item]:
    yield straight(rule.box, ShapeInk(outline=cast("ColourName", rule.colour), weight=rule.weight, dash=rule.dash))


def _panel(panel: Panel, easel: SlidePageContext) -> Iterator[Item]:
    yield filled(panel.box, cast("ColourName", panel.colour))


def _sign(sign: SlideSign, easel: SlidePageContext) -> Iterator[Item]:
    colours = cast("ColourName", sign.colour), cast("ColourName", sign.ground)
    if sign.alternative:
        return spoken_sign(sign.status, sign.box, easel, colours, sign.alternative)
    return sign_item(sign.status, sign.box, easel, colours)


def _picture(frame: PictureFrame, easel: SlidePageContext) -> Iterator[Item]:
    """A picture is a figure with its alternative, an ornament without one."""
    if not frame.alternative:
        yield PictureMark(frame.picture, frame.box)
        return
    element = easel.element.child("Figure", alt=frame.alternative)
    yield PictureMark(frame.picture, frame.box, element)
    yield FigureExtent(element, frame.box)


def _drawing(drawing: Drawing, _easel: SlidePageContext) -> Iterator[Item]:
    for shape in drawing.shapes:
        ink = ShapeInk(shape.look.fill, shape.look.outline if shape.look.weight else None, shape.look.weight)
        yield ShapeItem(shape.points, ink, shape.closed)


DRAWERS: dict[type, Callable[[Any, SlidePageContext], Iterator[Item]]] = {
    TextBox: _text_box,
    RuleLine: _rule,
    Panel: _panel,
    SlideSign: _sign,
    PictureFrame: _picture,
    Drawing: _drawing,
    TableFrame: draw_table,
}
