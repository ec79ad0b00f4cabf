"""How wide the columns of a table are, from what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapport.arrange.blocks.table_cells import body_cell, gutters, header_cell
from rapport.arrange.studio import Studio
from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.look.length import Pt
from rapport.slides.elements import TableCell

ONE_LINE = ("amount", "status")
"""Columns that are not to be broken while others can give way."""

SLACK = 1
"""Points that keep rounding in an office program from breaking a line that fits."""


class Need(NamedTuple):
    """What a column asks for: the width of its widest cell on one line, and of its widest word; gutter included."""

    natural: float
    least: float


def column_widths(table: Table, room: float, step: int, studio: Studio) -> tuple[Pt, ...]:
    """Widths that add up to `room`; to more where even the widest words do not fit side by side."""
    needs = tuple(_need(table, index, gutter, step, studio) for index, gutter in enumerate(gutters(table, studio)))
    spare = room - sum(need.natural for need in needs)
    if spare >= 0:
        return _widened(table, needs, spare)
    firm = tuple(
        Need(need.natural, need.natural) if column.role in ONE_LINE else need
        for need, column in zip(needs, table.columns, strict=True)
    )
    return _narrowed(firm, room) if sum(need.least for need in firm) <= room else _narrowed(needs, room)


def _need(table: Table, index: int, gutter: Pt, step: int, studio: Studio) -> Need:
    measure = studio.measure
    cells = tuple(_cells(table, index, step, studio))
    paragraphs = [(cell.indent, paragraph) for cell in cells for paragraph in cell.paragraphs]
    natural = max(indent + measure.width(paragraph) for indent, paragraph in paragraphs)
    least = max(indent + measure.widest_word(paragraph) for indent, paragraph in paragraphs)
    return Need(max(natural, least) + SLACK + gutter, least + SLACK + gutter)


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
    """What is missing is taken from the columns that can be broken, in proportion to what they can give."""
    least = sum(need.least for need in needs)
    giving = sum(need.natural - need.least for need in needs)
    share = max(0.0, min(1.0, (room - least) / giving)) if giving else 0.0
    return tuple(Pt(need.least + (need.natural - need.least) * share) for need in needs)
