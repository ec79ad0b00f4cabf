"""A table of more columns than a slide has room for, as several of some of them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from rapport.arrange.fitting import evenly
from rapport.edition.blocks.figures import Column, Row, Table
from rapport.edition.text import Text

QUALIFYING = frozenset({"status", "period", "source", "pages", "bar", "trend"})
"""Roles of columns that say of the one before what it is worth, and are not read without it."""


def parted(table: Table, count: int) -> tuple[Table, ...]:
    """So many tables, each with the column that names the rows and its share of the others, at the widths they need.

    Columns under one head stay together, and so does a figure with what qualifies it. Empty where fewer can be made.
    """
    bundles = _bundles(table.columns)
    if count > len(bundles):
        return ()
    shares = ([at for bundle in share for at in bundle] for share in evenly(bundles, count))
    return tuple(_of_columns(table, (0, *share)) for share in shares) if count > 1 else (table,)


def named_columns(table: Table) -> tuple[Text, ...]:
    """What the columns after the first are called."""
    return tuple(column.header for column in table.columns[1:] if column.header)


def _bundles(columns: Sequence[Column]) -> list[list[int]]:
    """The places of columns after the first that are not parted from one another."""
    found: list[list[int]] = []
    for at, column in enumerate(columns[1:], start=1):
        before = columns[at - 1]
        joins = column.role in QUALIFYING or (bool(column.under) and column.under == before.under)
        if found and joins:
            found[-1].append(at)
        else:
            found.append([at])
    return found


def _of_columns(table: Table, places: Sequence[int]) -> Table:
    columns = tuple(replace(table.columns[at], width=0.0) for at in places)
    return replace(table, columns=columns, rows=tuple(_of_places(row, places) for row in table.rows))


def _of_places(row: Row, places: Sequence[int]) -> Row:
    if row.kind == "group":
        return row
    return replace(row, cells=tuple(row.cells[at] for at in places if at < len(row.cells)))
