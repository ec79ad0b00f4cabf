"""What the figures of a table of words are worth: the program writes it where the author has not.

A column of one status says it in its head; where statuses differ, each cell says its own beside its figure. What is
achieved or measured needs no word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.text import Evidence, Text, plain
from rapport.edition.walk import evidence
from rapport.resolve.context import Context
from rapport.resolve.inline import line_of
from rapport.resolve.phrases import status

SETTLED = ("achieved", "measured")
WORDLESS = ("status", "period", "date", "when")
"""Forms of a fact that are no figure."""


def with_statuses(table: Table, context: Context) -> Table:
    """The table, with the statuses that its caption, heads and rows leave out."""
    told = tuple(_told_by_head(place, table, context) for place in range(len(table.columns)))
    heads = (_head(column, key, context) for column, key in zip(table.columns, told, strict=True))
    named = replace(table, columns=tuple(heads))
    return replace(named, rows=tuple(_row(row, named, context) for row in table.rows))


def _told_by_head(place: int, table: Table, context: Context) -> str:
    """The one status of all figures of a column, where nothing says it yet; empty where there is no such thing."""
    cells = [(row, row.cells[place]) for row in table.rows if row.kind != "group" and place < len(row.cells)]
    statuses = {key for _row, cell in cells for key in _statuses(cell)}
    if len(statuses) != 1 or statuses & set(SETTLED):
        return ""
    (key,) = statuses
    around = (table.caption, table.columns[place].header)
    silent = (row for row, cell in cells if _statuses(cell) and not _says(key, (*around, *_words(row)), context))
    return key if any(True for _ in silent) else ""


def _row(row: Row, table: Table, context: Context) -> Row:
    if row.kind == "group" or len(row.cells) > len(table.columns):
        return row
    return replace(row, cells=tuple(_cell(place, row, table, context) for place in range(len(row.cells))))


def _cell(place: int, row: Row, table: Table, context: Context) -> Cell:
    cell = row.cells[place]
    around = (table.caption, table.columns[place].header, *_words(row))
    silent = [key for key in _statuses(cell) if key not in SETTLED and not _says(key, around, context)]
    if not silent:
        return cell
    words = ", ".join(status(key, context).word.lower() for key in silent)
    return replace(cell, text=(*cell.text, *line_of(f" ({words})", context)))


def _statuses(cell: Cell) -> tuple[str, ...]:
    """The statuses of the figures of a cell, each once."""
    return tuple(dict.fromkeys(proof.status for proof in evidence(cell.text) if _is_figure(proof)))


def _is_figure(proof: Evidence) -> bool:
    return proof.low is not None and proof.form not in WORDLESS


def _words(row: Row) -> Iterable[Text]:
    return (cell.text for cell in row.cells)


def _says(key: str, around: Iterable[Text], context: Context) -> bool:
    """Whether a text has the status's word, as it agrees: prévu, prévue, prévus."""
    word = re.escape(status(key, context).word)
    said = re.compile(rf"(?<!\w){word}(?:e|s|es)?(?!\w)", re.IGNORECASE)
    return any(said.search(plain(text)) for text in around)


def _head(column: Column, key: str, context: Context) -> Column:
    if not key:
        return column
    return replace(column, header=(*column.header, *line_of(f" ({status(key, context).word.lower()})", context)))
