"""The cells of a table on a slide: how wide its columns are, how high its rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import SlideContext
from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.text import NO_STATUS, plain, words
from rapport.lines.columns import ColumnWords, Demand, lowest
from rapport.look.geometry import Pt
from rapport.slides.elements import Align, TableCell, TableRow

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


def ruled(table: Table, widths: tuple[Pt, ...], step: int, padding: Pt, studio: SlideContext) -> Ruled:
    """A table's geometry at one step."""
    return Ruled(widths, gutters(table, studio), padding, step)


def gutters(table: Table, studio: SlideContext) -> tuple[Pt, ...]:
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


def table_rows(table: Table, rows: tuple[Row, ...], setting: Ruled, studio: SlideContext) -> tuple[TableRow, ...]:
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


def header_cell(column: Column, step: int, studio: SlideContext) -> TableCell:
    """What a column is called."""
    return TableCell(set_at(step, (Piece(column.header, "table_head", align=_align(column)),), studio.look))


def body_cell(cell: Cell, column: Column, row: Row, step: int, studio: SlideContext) -> TableCell:
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


def _cells(table: Table, row: Row, setting: Ruled, studio: SlideContext) -> Iterator[TableCell]:
    padded = (*row.cells, *(Cell() for _ in range(len(table.columns) - len(row.cells))))
    for cell, column in zip(padded, table.columns, strict=False):
        yield body_cell(cell, column, row, setting.step, studio)


def _group_row(row: Row, setting: Ruled, studio: SlideContext) -> TableRow:
    """A heading over all columns."""
    text = row.cells[0].text if row.cells else ()
    paragraphs = set_at(setting.step, (Piece(text, "table_group"),), studio.look)
    empty = set_at(setting.step, (Piece((), "table_group"),), studio.look)
    cells = (TableCell(paragraphs), *(TableCell(empty) for _ in setting.widths[1:]))
    height = studio.measure.height(paragraphs, sum(setting.widths)) + 2 * setting.padding
    return TableRow(cells, Pt(height), "group")


def _height(cells: tuple[TableCell, ...], setting: Ruled, studio: SlideContext) -> Pt:
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


# How wide the columns of a table are, from what they hold.

ONE_LINE = ("amount", "status")
"""Columns that are not to be broken while others can give way."""

SLACK = 1
"""Points that keep rounding in an office program from breaking a line that fits."""


class Need(NamedTuple):
    """What a column asks for: the width of its widest cell on one line, and of its widest word; gutter included."""

    natural: float
    least: float
    cells: tuple[ColumnWords, ...]


def column_widths(table: Table, room: float, step: int, studio: SlideContext) -> tuple[Pt, ...]:
    """Widths that add up to `room`; to more where even the widest words do not fit side by side."""
    needs = tuple(_need(table, index, gutter, step, studio) for index, gutter in enumerate(gutters(table, studio)))
    spare = room - sum(need.natural for need in needs)
    if spare >= 0:
        return _widened(table, needs, spare)
    firm = tuple(
        Need(need.natural, need.natural, need.cells) if column.role in ONE_LINE else need
        for need, column in zip(needs, table.columns, strict=True)
    )
    return _narrowed(firm, room) if sum(need.least for need in firm) <= room else _narrowed(needs, room)


def _need(table: Table, index: int, gutter: Pt, step: int, studio: SlideContext) -> Need:
    measure = studio.measure
    cells = tuple(_texts_of(table, index, step, studio))
    paragraphs = [(cell.indent, paragraph) for cell in cells for paragraph in cell.paragraphs]
    natural = max(indent + measure.width(paragraph) for indent, paragraph in paragraphs)
    least = max(indent + measure.widest_word(paragraph) for indent, paragraph in paragraphs)
    texts = tuple(_breaking(cell, gutter, studio) for cell in cells)
    return Need(max(natural, least) + SLACK + gutter, least + SLACK + gutter, texts)


def _breaking(cell: TableCell, gutter: Pt, studio: SlideContext) -> ColumnWords:
    """The main text of a cell as the widths of its words, beside its sign."""
    first = cell.paragraphs[0]
    found = [replace(first, text=words(word), unit=()) for word in plain(first.text).split(" ") if word]
    widths = tuple(studio.measure.width(word) for word in found)
    space = studio.measure.width(replace(first, text=words("\u00a0"), unit=())) if len(widths) > 1 else 0.0
    return ColumnWords(widths, space, cell.indent + SLACK + gutter)


def _texts_of(table: Table, index: int, step: int, studio: SlideContext) -> Iterator[TableCell]:
    column: Column = table.columns[index]
    yield header_cell(column, step, studio)
    for row in table.rows:
        if row.kind != "group":
            yield body_cell(_cell(row, index), column, row, step, studio)


def _cell(row: Row, index: int) -> Cell:
    return row.cells[index] if index < len(row.cells) else Cell()


def _widened(table: Table, needs: tuple[Need, ...], spare: float) -> tuple[Pt, ...]:
    """Spare room goes to the names where numbers follow, else to each column by its need."""
    if any(column.role == "amount" for column in table.columns[1:]):
        first, *others = needs
        return (Pt(first.natural + spare), *(Pt(need.natural) for need in others))
    total = sum(need.natural for need in needs)
    return tuple(Pt(need.natural * (1 + spare / total)) for need in needs)


def _narrowed(needs: tuple[Need, ...], room: float) -> tuple[Pt, ...]:
    """What is missing is taken where it costs fewest lines; nothing where the widest words are too wide."""
    if sum(need.least for need in needs) > room:
        return tuple(Pt(need.least) for need in needs)
    demands = [Demand(need.least, need.natural, need.cells) for need in needs]
    return tuple(map(Pt, lowest(demands, room)))
