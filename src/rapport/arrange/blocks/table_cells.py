"""The cells of a table on a slide, and how high its rows are."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import Studio
from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.text import NO_STATUS, words
from rapport.look.geometry import Pt
from rapport.slides.elements import TableCell, TableRow
from rapport.slides.paragraph import Align

END_ALIGNED = ("amount", "source", "pages")
STRONG = ("name", "amount")
STATUS_LOWER = 1
DETAIL_LOWER = 2
"""How many steps below the cell's text a status word and a detail stand."""


class Ruled(Struct, frozen=True):
    """The geometry of a table: its columns, the white in them, and how many steps below its own size its text is."""

    widths: tuple[Pt, ...]
    gutters: tuple[Pt, ...]
    padding: Pt
    step: int


def ruled(table: Table, widths: tuple[Pt, ...], step: int, padding: Pt, studio: Studio) -> Ruled:
    """A table's geometry at one step."""
    return Ruled(widths, gutters(table, studio), padding, step)


def gutters(table: Table, studio: Studio) -> tuple[Pt, ...]:
    """White at the end of each column but the last; more after numbers, where a text that starts follows."""
    measures = studio.look.table
    return tuple(
        Pt(0)
        if index == len(table.columns) - 1
        else measures.gutter_after_numbers
        if column.role in END_ALIGNED
        else measures.gutter
        for index, column in enumerate(table.columns)
    )


def table_rows(table: Table, rows: tuple[Row, ...], setting: Ruled, studio: Studio) -> tuple[TableRow, ...]:
    """The header and the rows."""
    header = tuple(header_cell(column, setting.step, studio) for column in table.columns)
    built = [TableRow(header, _height(header, setting, studio), "header")]
    for row in rows:
        if row.kind == "group":
            built.append(_group_row(row, setting, studio))
        else:
            cells = tuple(_cells(table, row, setting, studio))
            built.append(TableRow(cells, _height(cells, setting, studio), row.kind))
    return tuple(built)


def header_cell(column: Column, step: int, studio: Studio) -> TableCell:
    """What a column is called."""
    return TableCell(set_at(step, (Piece(column.header, "table_head", align=_align(column)),), studio.look))


def body_cell(cell: Cell, column: Column, row: Row, step: int, studio: Studio) -> TableCell:
    """The text, the detail under it, and the room for the sign of its status."""
    strong = column.role in STRONG or row.kind == "total"
    colour = "grey" if column.role in ("source", "pages") else ""
    has_sign = bool(cell.status.key)
    text = cell.text or (words(cell.status.word) if has_sign else ())
    main = Piece(
        text, "table_cell", 0, colour, _align(column), bold=strong or has_sign, lower=STATUS_LOWER if has_sign else 0
    )
    detail = Piece(cell.detail, "table_cell", colour="grey", align=_align(column), space=0, lower=DETAIL_LOWER)
    paragraphs = set_at(step, (main, detail) if cell.detail else (main,), studio.look)
    indent = studio.signs.placed(paragraphs[0].size).advance if has_sign else Pt(0)
    return TableCell(paragraphs, indent, cell.status if has_sign else NO_STATUS)


def _cells(table: Table, row: Row, setting: Ruled, studio: Studio) -> Iterator[TableCell]:
    padded = (*row.cells, *(Cell() for _ in range(len(table.columns) - len(row.cells))))
    for cell, column in zip(padded, table.columns, strict=False):
        yield body_cell(cell, column, row, setting.step, studio)


def _group_row(row: Row, setting: Ruled, studio: Studio) -> TableRow:
    """A heading over all columns."""
    text = row.cells[0].text if row.cells else ()
    paragraphs = set_at(setting.step, (Piece(text, "table_group"),), studio.look)
    empty = set_at(setting.step, (Piece((), "table_group"),), studio.look)
    cells = (TableCell(paragraphs), *(TableCell(empty) for _ in setting.widths[1:]))
    height = studio.measure.height(paragraphs, sum(setting.widths)) + 2 * setting.padding
    return TableRow(cells, Pt(height), "group")


def _height(cells: tuple[TableCell, ...], setting: Ruled, studio: Studio) -> Pt:
    rooms = text_widths(setting.widths, setting.gutters)
    heights = [
        studio.measure.height(cell.paragraphs, room - cell.indent) for cell, room in zip(cells, rooms, strict=True)
    ]
    return Pt(max(heights, default=0.0) + 2 * setting.padding)


def text_widths(widths: tuple[Pt, ...], gutters: tuple[Pt, ...]) -> tuple[float, ...]:
    """What columns leave to their text."""
    return tuple(width - gutter for width, gutter in zip(widths, gutters, strict=True))


def _align(column: Column) -> Align:
    return "end" if column.role in END_ALIGNED else "start"
