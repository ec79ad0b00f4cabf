"""Columns of tables of figures: qualifiers quieter than what they qualify; at its end, the line of a row."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.structs import replace

from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.text import Span, Text, evidence
from rapport.resolve.context import ResolveContext
from rapport.resolve.inline import line_of

FIGURE = re.compile(r"(?P<qualifier>[^\d+\u2212-]*[^\W\d_][^\d+\u2212-]*)(?=[+\u2212-]?\d)")
"""What stands before the figure, words at least, and the figure's start."""


def with_quiet_qualifiers(table: Table) -> Table:
    """The table with the qualifiers of its columns of figures told apart from the figures."""
    amounts = frozenset(at for at, column in enumerate(table.columns) if column.counts)
    return replace(table, rows=tuple(_row(row, amounts) for row in table.rows))


def _row(row: Row, amounts: frozenset[int]) -> Row:
    if row.kind == "group":
        return row
    cells = (_cell(cell) if at in amounts else cell for at, cell in enumerate(row.cells))
    return replace(row, cells=tuple(cells))


def _cell(cell: Cell) -> Cell:
    return replace(cell, text=_quieter(cell.text)) if cell.text else cell


def _quieter(text: Text) -> Text:
    first, *others = text
    found = FIGURE.match(first.text) if _is_qualified(first) else None
    if found is None:
        return text
    said = found["qualifier"]
    quiet = replace(first, text=f"{said[0].lower()}{said[1:]}", emphasis="quiet")
    return quiet, replace(first, text=first.text[found.end() :]), *others


def _is_qualified(span: Span) -> bool:
    return span.evidence is not None and bool(span.evidence.qualifier) and span.emphasis == "none"


def with_trend(table: Table, context: ResolveContext) -> Table:
    """The table with a last column of lines, each in the extent of its own row."""
    amounts = tuple(at for at, column in enumerate(table.columns) if column.role == "amount")
    columns = (*table.columns, Column(line_of(context.furniture("trend"), context), "trend"))
    return replace(table, columns=columns, rows=tuple(_trended(row, amounts) for row in table.rows))


def _trended(row: Row, amounts: tuple[int, ...]) -> Row:
    if row.kind == "group":
        return row
    values = [_middle(row.cells[at]) if at < len(row.cells) else None for at in amounts]
    return replace(row, cells=(*row.cells, Cell(trend=_shares(values))))


def _middle(cell: Cell) -> Decimal | None:
    """The figure of a cell, the middle of a range; None where there is none."""
    proof = next((each for each in evidence(cell.text) if each.low is not None), None)
    return None if proof is None or proof.low is None else (proof.low + (proof.high or proof.low)) / 2


def _shares(values: list[Decimal | None]) -> tuple[float | None, ...]:
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return ()
    least, extent = min(known), max(known) - min(known)
    return tuple(None if value is None else float((value - least) / extent) if extent else 0.5 for value in values)
