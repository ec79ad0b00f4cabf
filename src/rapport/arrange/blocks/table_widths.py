"""How wide the columns of a table on a slide are, from what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from msgspec.structs import replace

from rapport.arrange.blocks.table_cells import body_cell, cell_of, gutters, header_cell, numbers_of, table_piece
from rapport.arrange.piece import set_at
from rapport.arrange.studio import SlideContext
from rapport.edition.blocks.figures import Column, Table
from rapport.edition.text import plain, words
from rapport.lines.columns import ColumnWords, Demand, decimal_room, lowest
from rapport.look.geometry import Pt
from rapport.slides.elements import TableCell

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
        (paragraph,) = set_at(step, (table_piece(head.text, "table_head"),), studio.look)
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
        aligned = max(aligned, decimal_room(*numbers_of(table, rows, (index, step), studio)))
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
            yield body_cell(cell_of(row, index), column, row, step, studio)


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
