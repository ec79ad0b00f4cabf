"""What a table is set with: the styles of its parts, by how many rows it has, and its heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Column, UpperHead
from rapport.formats.pdf.tags.tree import Element
from rapport.look.charter import BriefLook
from rapport.look.geometry import Pt
from rapport.look.grid import GridStrip
from rapport.look.type_style import TypeStyle
from rapport.render.pdf.blocks.context import BlockContext, ink
from rapport.render.pdf.blocks.setting import BlockVoice, text_boxes
from rapport.render.pdf.composer.vertical import VerticalBox, abreast, lowered, stacked
from rapport.render.pdf.display.item import line_across

DENSE_FROM = 12
"""Rows from which a table is set dense."""


class TableType(Struct, frozen=True):
    """The styles of a table's parts and the white above and below the text of a row."""

    head: TypeStyle
    base: TypeStyle
    second: TypeStyle
    group: TypeStyle
    status: TypeStyle
    padding: Pt
    dense: bool

    def cell(self, role: str) -> TypeStyle:
        """The style of a column's cells: numbers flush right, names and numbers heavier, sources grey."""
        if role == "name" and not self.dense:
            return replace(self.base, weight="semibold")
        if role == "amount":
            return replace(self.base, weight="semibold", align="right")
        if role == "status":
            return self.status
        if role in ("source", "pages"):
            return replace(self.base, colour="grey", align="right")
        return self.base

    def header(self, role: str) -> TypeStyle:
        """The style of a column's header, aligned as its cells."""
        return replace(self.head, align=self.cell(role).align)


def table_type(look: BriefLook, rows: int) -> TableType:
    """The styles for a table of this many rows."""
    styles, measures = look.type, look.table
    dense = rows >= DENSE_FROM
    base = styles.table_cell_dense if dense else styles.table_cell
    size = max(styles.status.size, base.size - (1.0 if dense else 0.5))
    status = replace(styles.status, size=Pt(size), leading=base.leading)
    padding = measures.padding_dense if dense else measures.padding
    return TableType(styles.table_head, base, styles.table_second_line, styles.table_group, status, padding, dense)


Cells = TypeVar("Cells")


class TablePlan(Struct, frozen=True):
    """A table on its way. One that lists the pages of its facts is not counted among them.

    `shifts` says, row by row, how far the numbers of each column move from its edge to stand under one another.
    """

    context: BlockContext
    styles: TableType
    columns: tuple[Column, ...]
    strips: tuple[GridStrip, ...]
    strip: GridStrip
    lists_pages: bool
    shifts: Mapping[int, tuple[float, ...]]
    upper_heads: tuple[UpperHead, ...] = ()

    @property
    def names_above(self) -> bool:
        """Whether the first column stands above the others, for want of room beside them."""
        return len(self.strips) > 1 and self.strips[1].x <= self.strips[0].x

    def levels(self, cells: Sequence[Cells]) -> tuple[Sequence[Cells], ...]:
        """The cells of a row that stand side by side, level by level."""
        return (cells[:1], cells[1:]) if self.names_above else (cells,)


def set_heads(plan: TablePlan, element: Element) -> VerticalBox:
    """The heads of the columns, under those that stand over several."""
    rules, padding = plan.context.look.rules, plan.context.look.table.padding
    upper = _upper_heads(plan, element.child("TR"))
    element = element.child("TR")
    cells = []
    for column, strip in zip(plan.columns, plan.strips, strict=True):
        cell = element.child("TH").annotate("Table", Scope="Column") if column.header else element.child("TD")
        voice = BlockVoice(sided(plan.styles.header(column.role), column), strip, cell)
        cells.append(stacked(text_boxes(plan.context, column.header, voice)))
    levels = plan.levels(cells)
    box = lowered(stacked((*map(abreast, levels[:-1]), *upper, abreast(levels[-1]))), padding, padding)
    top = line_across(plan.strip.x, 0.0, plan.strip.width, ink(rules.strong))
    bottom = line_across(plan.strip.x, box.height, plan.strip.width, ink(rules.table_head))
    return replace(box, items=(top, bottom))


def _upper_heads(plan: TablePlan, element: Element) -> tuple[VerticalBox, ...]:
    """The heads over several columns, each in the middle of them over a hairline; nothing over the others."""
    style, hairline = replace(plan.styles.head, align="centre"), ink(plan.context.look.rules.hairline)
    boxes = []
    for head in plan.upper_heads:
        first, last = plan.strips[head.first], plan.strips[head.end - 1]
        strip = GridStrip(first.x, Pt(last.right - first.x))
        cell = element.child("TH").annotate("Table", Scope="Column")
        if head.end - head.first > 1:
            cell.annotate("Table", ColSpan=head.end - head.first)
        if head.text:
            box = lowered(
                stacked(text_boxes(plan.context, head.text, BlockVoice(style, strip, cell))), 0.0, UNDER_UPPER
            )
            boxes.append(replace(box, items=(line_across(strip.x, box.height - 1.5, strip.width, hairline),)))
    return (lowered(abreast(boxes), 0.0, 1.5),) if boxes else ()


UNDER_UPPER = 4.0
"""White between a head over several columns and the heads of these."""


def sided(style: TypeStyle, column: Column) -> TypeStyle:
    """A style at the side that a column's author asks for."""
    return replace(style, align=column.align) if column.align else style
