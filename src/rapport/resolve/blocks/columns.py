"""Qualifiers in columns of figures, set quieter than what they qualify: « plus de » beside 2,6 Md€."""

from __future__ import annotations

import re

from msgspec.structs import replace

from rapport.edition.blocks.figures import Cell, Row, Table
from rapport.edition.text import Span, Text

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
