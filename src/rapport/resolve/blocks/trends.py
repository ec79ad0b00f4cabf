"""The line of a row's figures at its end: how they go, beside what they are."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.walk import evidence
from rapport.resolve.context import ResolveContext
from rapport.resolve.inline import line_of


def with_trend(table: Table, context: ResolveContext) -> Table:
    """The table with a last column of lines, each in the extent of its own row."""
    amounts = tuple(at for at, column in enumerate(table.columns) if column.role == "amount")
    columns = (*table.columns, Column(line_of(context.furniture("trend"), context), "trend"))
    return replace(table, columns=columns, rows=tuple(_row(row, amounts) for row in table.rows))


def _row(row: Row, amounts: tuple[int, ...]) -> Row:
    if row.kind == "group":
        return row
    values = [_value(row.cells[at]) if at < len(row.cells) else None for at in amounts]
    return replace(row, cells=(*row.cells, Cell(trend=_shares(values))))


def _value(cell: Cell) -> Decimal | None:
    """The figure of a cell, the middle of a range; None where there is none."""
    proof = next((each for each in evidence(cell.text) if each.low is not None), None)
    return None if proof is None or proof.low is None else (proof.low + (proof.high or proof.low)) / 2


def _shares(values: list[Decimal | None]) -> tuple[float | None, ...]:
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return ()
    least, extent = min(known), max(known) - min(known)
    return tuple(None if value is None else float((value - least) / extent) if extent else 0.5 for value in values)
