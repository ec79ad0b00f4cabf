"""The cells of a table on a slide: how wide its columns are, how high its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import SlideContext
from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.text import NO_STATUS, Text, plain, words
from rapport.lines.columns import Width, decimal_shifts
from rapport.look.geometry import Pt
from rapport.slides.elements import Align, TableCell, TableRow

END_ALIGNED = ("amount", "source", "pages")
STRONG = ("name", "amount")
STATUS_LOWER = 1
DETAIL_LOWER = 2
"""How many steps below the cell's text a status word and a detail stand."""


LARGEST = 36
"""Points that the text of a table starts from where it has a row or two."""


def table_piece(text: Text, role: str, align: Align = "start") -> Piece:
    """A text that is as large as those of cells."""
    return Piece(text, role, align=align, largest=LARGEST)


class Ruled(Struct, frozen=True):
    """The geometry of a table: its columns, the white in them, and how many steps below its own size its text is.

    `shifts` says, row by row and column by column, how far a number moves from its column's edge to stand under others.
    """

    widths: tuple[Pt, ...]
    gutters: tuple[Pt, ...]
    padding: Pt
    step: int
    shifts: Mapping[int, tuple[Pt, ...]] = MappingProxyType({})


class SetTable:
    """A table as one context sets it: a cell once for each step, a row once for each width, however many are tried."""

    def __init__(self, table: Table, studio: SlideContext) -> None:
        self.table, self.studio = table, studio
        self.gutters = gutters(table, studio)
        self.body = tuple(row for row in table.rows if row.kind != "group")
        self._headers: dict[tuple[int, int], TableCell] = {}
        self._cells: dict[tuple[int, int, int], TableCell] = {}
        self._rows: dict[tuple[int, int, tuple[Pt, ...]], TableRow] = {}

    def header(self, index: int, step: int) -> TableCell:
        """What a column is called."""
        if (index, step) not in self._headers:
            column = self.table.columns[index]
            piece = table_piece(column.header, "table_head", align=_align(column))
            self._headers[index, step] = TableCell(set_at(step, (piece,), self.studio.look))
        return self._headers[index, step]

    def cell(self, row: Row, index: int, step: int) -> TableCell:
        """The cell of a row of the body in a column."""
        key = id(row), index, step
        if key not in self._cells:
            self._cells[key] = body_cell(cell_of(row, index), self.table.columns[index], row, step, self.studio)
        return self._cells[key]

    def ruled(self, widths: tuple[Pt, ...], step: int) -> Ruled:
        """Its geometry at one step, without white above and below."""
        return Ruled(widths, self.gutters, Pt(0), step, _shifts(self, text_widths(widths, self.gutters), step))

    def rows(self, rows: Sequence[Row], setting: Ruled) -> tuple[TableRow, ...]:
        """The header and the rows."""
        white = 2 * setting.padding
        bare = (*_heads(self, setting), *(self._row(row, setting) for row in rows))
        return tuple(replace(row, height=Pt(row.height + white)) for row in bare) if white else bare

    def _row(self, row: Row, setting: Ruled) -> TableRow:
        if row.kind == "group":  # said again where it goes on: no row of the table
            return _group_row(row, setting, self.studio)
        key = id(row), setting.step, setting.widths
        if key not in self._rows:
            cells = tuple(_cells(self, row, setting))
            self._rows[key] = TableRow(cells, _height(cells, setting, self.studio), row.kind)
        return self._rows[key]


def _shifts(made: SetTable, rooms: Sequence[float], step: int) -> dict[int, tuple[Pt, ...]]:
    """The shifts of each row, by its identity."""
    columns = []
    for index, (column, room) in enumerate(zip(made.table.columns, rooms, strict=True)):
        shifts: Sequence[float] = (0.0,) * len(made.body)
        if column.counts:
            texts, own, most = numbers_of(made, index, step)
            shifts = decimal_shifts(texts, own, room, most)
        columns.append(shifts)
    return {id(row): tuple(Pt(column[at]) for column in columns) for at, row in enumerate(made.body)}


def numbers_of(made: SetTable, index: int, step: int) -> tuple[list[str], Width, Width]:
    """The texts of a column, and how wide words are in the look of each: in the charter's own face, and at most."""
    looks = [made.cell(row, index, step).paragraphs[0] for row in made.body]
    measure = made.studio.measure

    def own(at: int, text: str) -> float:
        return measure.own_width(replace(looks[at], text=words(text), unit=()))

    def most(at: int, text: str) -> float:
        return measure.width(replace(looks[at], text=words(text), unit=()))

    return [plain(cell_of(row, index).text) for row in made.body], own, most


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


def _heads(made: SetTable, setting: Ruled) -> Iterator[TableRow]:
    """The heads over those of several columns, where there are any, and the columns' own."""
    yield from _upper_row(made.table, setting, made.studio)
    header = tuple(made.header(index, setting.step) for index in range(len(made.table.columns)))
    yield TableRow(header, _height(header, setting, made.studio), "header")


def _upper_row(table: Table, setting: Ruled, studio: SlideContext) -> Iterator[TableRow]:
    """The heads over those of several columns, where there are any."""
    if not table.upper_heads:
        return
    cells: list[TableCell] = []
    highest = 0.0
    for head in table.upper_heads:
        paragraphs = set_at(setting.step, (table_piece(head.text, "table_head", align="center"),), studio.look)
        covered = set_at(setting.step, (table_piece((), "table_head"),), studio.look)
        width = sum(setting.widths[head.first : head.end]) - setting.gutters[head.end - 1]
        highest = max(highest, studio.measure.height(paragraphs, width))
        cells += [TableCell(paragraphs, span=head.end - head.first)]
        cells += [TableCell(covered, span=0)] * (head.end - head.first - 1)
    yield TableRow(tuple(cells), Pt(highest), "header")


def body_cell(cell: Cell, column: Column, row: Row, step: int, studio: SlideContext) -> TableCell:
    """The text, the detail under it, and the room for the sign of its status."""
    strong = column.role in STRONG or row.kind == "total"
    colour = "grey" if column.role in ("source", "pages") else ""
    has_sign = bool(cell.status.key)
    text = cell.text or (words(cell.status.word) if has_sign else ())
    main = Piece(
        text,
        "table_cell",
        0,
        colour,
        _align(column),
        bold=strong or has_sign,
        lower=STATUS_LOWER if has_sign else 0,
        largest=LARGEST,
    )
    detail = Piece(
        cell.detail, "table_cell", colour="grey", align=_align(column), space=0, lower=DETAIL_LOWER, largest=LARGEST
    )
    paragraphs = set_at(step, (main, detail) if cell.detail else (main,), studio.look)
    indent = studio.signs.placed(paragraphs[0].size).advance if has_sign else Pt(0)
    return TableCell(paragraphs, indent, cell.status if has_sign else NO_STATUS)


def _cells(made: SetTable, row: Row, setting: Ruled) -> Iterator[TableCell]:
    shifts = setting.shifts.get(id(row)) or (Pt(0),) * len(setting.widths)
    for index, shift in enumerate(shifts):
        cell, built = cell_of(row, index), made.cell(row, index, setting.step)
        drawn = shift or cell.bar or cell.trend
        yield replace(built, outdent=shift, bar=cell.bar, trend=cell.trend) if drawn else built


def _group_row(row: Row, setting: Ruled, studio: SlideContext) -> TableRow:
    """A heading over all columns."""
    text = row.cells[0].text if row.cells else ()
    paragraphs = set_at(setting.step, (table_piece(text, "table_group"),), studio.look)
    empty = set_at(setting.step, (table_piece((), "table_group"),), studio.look)
    cells = (TableCell(paragraphs), *(TableCell(empty) for _ in setting.widths[1:]))
    height = studio.measure.height(paragraphs, sum(setting.widths))
    return TableRow(cells, Pt(height), "group")


def _height(cells: tuple[TableCell, ...], setting: Ruled, studio: SlideContext) -> Pt:
    rooms = text_widths(setting.widths, setting.gutters)
    heights = [
        studio.measure.height(cell.paragraphs, room - cell.indent - cell.outdent)
        for cell, room in zip(cells, rooms, strict=True)
    ]
    return Pt(max(heights, default=0.0))


def text_widths(widths: tuple[Pt, ...], gutters: tuple[Pt, ...]) -> tuple[float, ...]:
    """What columns leave to their text."""
    return tuple(width - gutter for width, gutter in zip(widths, gutters, strict=True))


SIDES: Mapping[str, Align] = MappingProxyType({"left": "start", "centre": "center", "right": "end"})


def _align(column: Column) -> Align:
    return SIDES.get(column.align) or ("end" if column.role in END_ALIGNED else "start")


def cell_of(row: Row, index: int) -> Cell:
    """The cell of a row in a column; an empty one where the row ends before it."""
    return row.cells[index] if index < len(row.cells) else Cell()
