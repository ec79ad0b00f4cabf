"""The cells of a table on a slide: how wide its columns are, how high its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import SlideContext
from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.text import NO_STATUS, plain, words
from rapport.lines.columns import ColumnWords, Demand, Width, decimal_room, decimal_shifts, lowest
from rapport.look.geometry import Pt
from rapport.slides.elements import Align, TableCell, TableRow

END_ALIGNED = ("amount", "source", "pages")
STRONG = ("name", "amount")
STATUS_LOWER = 1
DETAIL_LOWER = 2
"""How many steps below the cell's text a status word and a detail stand."""


class Ruled(Struct, frozen=True):
    """The geometry of a table: its columns, the white in them, and how many steps below its own size its text is.

    `shifts` says, row by row and column by column, how far a number moves from its column's edge to stand under others.
    """

    widths: tuple[Pt, ...]
    gutters: tuple[Pt, ...]
    padding: Pt
    step: int
    shifts: Mapping[int, tuple[Pt, ...]] = MappingProxyType({})


def ruled(table: Table, widths: tuple[Pt, ...], step: int, padding: Pt, studio: SlideContext) -> Ruled:
    """A table's geometry at one step."""
    white = gutters(table, studio)
    return Ruled(widths, white, padding, step, _shifts(table, text_widths(widths, white), step, studio))


def _shifts(table: Table, rooms: Sequence[float], step: int, studio: SlideContext) -> dict[int, tuple[Pt, ...]]:
    """The shifts of each row, by its identity."""
    rows = [row for row in table.rows if row.kind != "group"]
    columns = []
    for index, (column, room) in enumerate(zip(table.columns, rooms, strict=True)):
        texts, own, most = _numbers(table, rows, (index, step), studio)
        shifts = decimal_shifts(texts, own, room, most) if column.counts else (0.0,) * len(rows)
        columns.append(shifts)
    return {id(row): tuple(Pt(column[at]) for column in columns) for at, row in enumerate(rows)}


def _numbers(
    table: Table, rows: Sequence[Row], where: tuple[int, int], studio: SlideContext
) -> tuple[list[str], Width, Width]:
    """The texts of a column, and how wide words are in the look of each: in the charter's own face, and at most."""
    index, step = where
    looks = [body_cell(_cell(row, index), table.columns[index], row, step, studio).paragraphs[0] for row in rows]

    def own(at: int, text: str) -> float:
        return studio.measure.own_width(replace(looks[at], text=words(text), unit=()))

    def most(at: int, text: str) -> float:
        return studio.measure.width(replace(looks[at], text=words(text), unit=()))

    return [plain(_cell(row, index).text) for row in rows], own, most


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
    built = [*_upper_row(table, setting, studio), TableRow(header, _height(header, setting, studio), "header")]
    for row in rows:
        if row.kind == "group":
            built.append(_group_row(row, setting, studio))
        else:
            cells = tuple(_cells(table, row, setting, studio))
            built.append(TableRow(cells, _height(cells, setting, studio), row.kind))
    return tuple(built)


def _upper_row(table: Table, setting: Ruled, studio: SlideContext) -> Iterator[TableRow]:
    """The heads over those of several columns, where there are any."""
    if not table.upper_heads:
        return
    cells: list[TableCell] = []
    highest = 0.0
    for head in table.upper_heads:
        paragraphs = set_at(setting.step, (Piece(head.text, "table_head", align="center"),), studio.look)
        covered = set_at(setting.step, (Piece((), "table_head"),), studio.look)
        width = sum(setting.widths[head.first : head.end]) - setting.gutters[head.end - 1]
        highest = max(highest, studio.measure.height(paragraphs, width))
        cells += [TableCell(paragraphs, span=head.end - head.first)]
        cells += [TableCell(covered, span=0)] * (head.end - head.first - 1)
    yield TableRow(tuple(cells), Pt(highest + 2 * setting.padding), "header")


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
    shifts = setting.shifts.get(id(row)) or (Pt(0),) * len(table.columns)
    for cell, column, shift in zip(padded, table.columns, shifts, strict=False):
        built = body_cell(cell, column, row, setting.step, studio)
        drawn = shift or cell.bar or cell.trend
        yield replace(built, outdent=shift, bar=cell.bar, trend=cell.trend) if drawn else built


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
        studio.measure.height(cell.paragraphs, room - cell.indent - cell.outdent)
        for cell, room in zip(cells, rooms, strict=True)
    ]
    return Pt(max(heights, default=0.0) + 2 * setting.padding)


def text_widths(widths: tuple[Pt, ...], gutters: tuple[Pt, ...]) -> tuple[float, ...]:
    """What columns leave to their text."""
    return tuple(width - gutter for width, gutter in zip(widths, gutters, strict=True))


SIDES: Mapping[str, Align] = MappingProxyType({"left": "start", "centre": "center", "right": "end"})


def _align(column: Column) -> Align:
    return SIDES.get(column.align) or ("end" if column.role in END_ALIGNED else "start")


# How wide the columns of a table are, from what they hold.

ONE_LINE = ("amount", "status")
"""Columns that are not to be broken while others can give way."""

SLACK = 1
"""Points that keep rounding in an office program from breaking a line that fits."""


class Need(NamedTuple):
    """What a column asks for, gutter included: the width of its widest cell on one line, and of its widest word.

    `body` is the width at which all cells but the header stand on one line, `aligned` that at which all do, and their
    numbers under one another.
    """

    natural: float
    least: float
    body: float
    aligned: float
    cells: tuple[ColumnWords, ...]


def column_widths(table: Table, room: float, step: int, studio: SlideContext) -> tuple[Pt, ...]:
    """Widths that add up to `room`; to more where even the widest words do not fit side by side."""
    needs = tuple(_need(table, index, gutter, step, studio) for index, gutter in enumerate(gutters(table, studio)))
    needs = tuple(_asked(need, column.width * room) for need, column in zip(needs, table.columns, strict=True))
    needs = _under_heads(table, needs, step, studio)
    aligned = tuple(need._replace(natural=need.aligned) for need in needs)
    needs = aligned if sum(need.natural for need in aligned) <= room else needs
    spare = room - sum(need.natural for need in needs)
    if spare >= 0:
        return _widened(table, needs, spare)
    firm = tuple(
        need._replace(least=need.body) if column.role in ONE_LINE else need
        for need, column in zip(needs, table.columns, strict=True)
    )
    return _narrowed(firm, room) if sum(need.least for need in firm) <= room else _narrowed(needs, room)


def _under_heads(table: Table, needs: tuple[Need, ...], step: int, studio: SlideContext) -> tuple[Need, ...]:
    """The needs, the last of the columns under one head as wide as the widest word of that head lacks."""
    wider, white = list(needs), gutters(table, studio)
    for head in table.upper_heads:
        (paragraph,) = set_at(step, (Piece(head.text, "table_head"),), studio.look)
        inside = sum(need.least for need in needs[head.first : head.end])
        lacking = studio.measure.widest_word(paragraph) + SLACK + white[head.end - 1] - inside
        if head.text and lacking > 0:
            last = wider[head.end - 1]
            natural, least, body, aligned = (width + lacking for width in last[:4])
            wider[head.end - 1] = Need(natural, least, body, aligned, last.cells)
    return tuple(wider)


def _asked(need: Need, width: float) -> Need:
    """The need of a column whose author asks for a width: that, or its widest word."""
    return Need(width, width, width, width, need.cells) if width > need.least else need


DRAWN: Mapping[str, tuple[float, float]] = MappingProxyType({"bar": (90.0, 170.0), "trend": (70.0, 110.0)})
"""The least width at which what is drawn in a column compares, and the usual one."""


def _body_rows(table: Table) -> int:
    return sum(row.kind != "group" for row in table.rows)


def _need(table: Table, index: int, gutter: Pt, step: int, studio: SlideContext) -> Need:
    measure = studio.measure
    if (role := table.columns[index].role) in DRAWN:
        least, usual = DRAWN[role]
        return Need(usual, least, least, usual, (ColumnWords((), 0.0),) * (1 + _body_rows(table)))
    cells = tuple(_texts_of(table, index, step, studio))
    paragraphs = [(cell.indent, paragraph) for cell in cells for paragraph in cell.paragraphs]
    natural = max(indent + measure.width(paragraph) for indent, paragraph in paragraphs)
    least = max(indent + measure.widest_word(paragraph) for indent, paragraph in paragraphs)
    texts = tuple(_breaking(cell, gutter, studio) for cell in cells)
    body = max((cell.indent + measure.width(part) for cell in cells[1:] for part in cell.paragraphs), default=0.0)
    aligned = max(natural, least)
    if table.columns[index].counts:
        rows = [row for row in table.rows if row.kind != "group"]
        aligned = max(aligned, decimal_room(*_numbers(table, rows, (index, step), studio)))
    more = SLACK + gutter
    return Need(max(natural, least) + more, least + more, max(least, body) + more, aligned + more, texts)


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
    """Spare room goes to the names where numbers follow, else to each column by its need; not to those of a width."""
    free = [at for at, column in enumerate(table.columns) if not column.width] or list(range(len(needs)))
    takers = [0] if 0 in free and any(column.role == "amount" for column in table.columns[1:]) else free
    total = sum(needs[at].natural for at in takers)
    return tuple(
        Pt(need.natural + (spare * need.natural / total if at in takers else 0.0)) for at, need in enumerate(needs)
    )


def _narrowed(needs: tuple[Need, ...], room: float) -> tuple[Pt, ...]:
    """What is missing is taken where it costs fewest lines; nothing where the widest words are too wide."""
    if sum(need.least for need in needs) > room:
        return tuple(Pt(need.least) for need in needs)
    demands = [Demand(need.least, need.natural, need.cells) for need in needs]
    return tuple(map(Pt, lowest(tuple(demands), room)))
