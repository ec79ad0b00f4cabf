"""How wide the columns of a table are, from what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from rapport.arrange.blocks.table_cells import body_cell, gutters, header_cell
from rapport.arrange.studio import Studio
from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.text import plain, words
from rapport.lines.columns import Demand, Words, lowest
from rapport.look.geometry import Pt
from rapport.slides.elements import TableCell

ONE_LINE = ("amount", "status")
"""Columns that are not to be broken while others can give way."""

SLACK = 1
"""Points that keep rounding in an office program from breaking a line that fits."""


class Need(NamedTuple):
    """What a column asks for: the width of its widest cell on one line, and of its widest word; gutter included."""

    natural: float
    least: float
    cells: tuple[Words, ...]


def column_widths(table: Table, room: float, step: int, studio: Studio) -> tuple[Pt, ...]:
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


def _need(table: Table, index: int, gutter: Pt, step: int, studio: Studio) -> Need:
    measure = studio.measure
    cells = tuple(_cells(table, index, step, studio))
    paragraphs = [(cell.indent, paragraph) for cell in cells for paragraph in cell.paragraphs]
    natural = max(indent + measure.width(paragraph) for indent, paragraph in paragraphs)
    least = max(indent + measure.widest_word(paragraph) for indent, paragraph in paragraphs)
    texts = tuple(_breaking(cell, gutter, studio) for cell in cells)
    return Need(max(natural, least) + SLACK + gutter, least + SLACK + gutter, texts)


def _breaking(cell: TableCell, gutter: Pt, studio: Studio) -> Words:
    """The main text of a cell as the widths of its words, beside its sign."""
    first = cell.paragraphs[0]
    found = [replace(first, text=words(word), unit=()) for word in plain(first.text).split(" ") if word]
    widths = tuple(studio.measure.width(word) for word in found)
    space = studio.measure.width(replace(first, text=words("\u00a0"), unit=())) if len(widths) > 1 else 0.0
    return Words(widths, space, cell.indent + SLACK + gutter)


def _cells(table: Table, index: int, step: int, studio: Studio) -> Iterator[TableCell]:
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
