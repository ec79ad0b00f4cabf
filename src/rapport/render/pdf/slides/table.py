"""A table of a slide, with the signs of its statuses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Box, Pt
from rapport.render.pdf.blocks.context import ink
from rapport.render.pdf.display.item import Item
from rapport.render.pdf.slides.easel import SlidePageContext, sign_item, straight, strips_of
from rapport.render.pdf.slides.prose import placed, set_paragraphs
from rapport.slides.elements import Anchor, TableCell, TableFrame, TableRow


def draw_table(table: TableFrame, easel: SlidePageContext) -> Iterator[Item]:
    """Header and rows, a line above, under the header, between the rows and at the end."""
    element = easel.element.child("Table")
    head, body = element.child("THead"), element.child("TBody")
    tops = accumulate((row.height for row in table.rows), initial=float(table.box.y))
    for index, (row, top) in enumerate(zip(table.rows, tops, strict=False)):
        area = Box(table.box.x, Pt(top), table.box.width, row.height)
        yield from _rule(index, area, table, easel)
        yield from _row(row, area, table, easel.under((head if row.kind == "header" else body).child("TR")))
    yield straight(Box(table.box.x, table.box.bottom, table.box.width, Pt(0)), ink(easel.charter.deck.rules.strong))


def _rule(index: int, area: Box, table: TableFrame, easel: SlidePageContext) -> Iterator[Item]:
    """The line over a row."""
    rules = easel.charter.deck.rules
    rule = rules.strong if index == 0 else rules.table_head if index == 1 else rules.hairline
    yield straight(Box(area.x, area.y, area.width, Pt(0)), ink(rule))


def _row(row: TableRow, area: Box, table: TableFrame, easel: SlidePageContext) -> Iterator[Item]:
    if row.kind == "group":
        owner = easel.element.child("TH").annotate("Table", Scope="Column", ColSpan=len(table.widths))
        yield from _cell(row.cells[0], area, easel.under(owner))
        return
    gutters = table.gutters or (Pt(0),) * len(table.widths)
    strips = strips_of(table.widths, area.x)
    for number, (cell, (left, width), gutter) in enumerate(zip(row.cells, strips, gutters, strict=True)):
        owner = _owner(row, number, table, easel.element)
        down = table.padding if table.anchor == "top" else Pt(0)
        place = Box(Pt(left), Pt(area.y + down), Pt(width - gutter), Pt(area.height - down))
        yield from _cell(cell, place, easel.under(owner), table.anchor)


def _owner(row: TableRow, number: int, table: TableFrame, parent: Element) -> Element:
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
