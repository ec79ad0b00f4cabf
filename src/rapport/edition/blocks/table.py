"""A table of facts or of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rapport.edition.status import NO_STATUS, Status
from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, and what it holds.

    `amount` columns align at the end, with tabular figures;
    `code` columns hold what machines read, such as fingerprints.
    """

    header: Text
    role: Literal["name", "text", "amount", "status", "period", "source", "pages", "code"] = "text"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, a second line in small grey (`detail`, may be empty), and the status whose sign it bears.

    `pages_of` names a fact: the renderer fills the cell with the pages where that fact is printed.
    """

    text: Text = ()
    detail: Text = ()
    status: Status = NO_STATUS
    pages_of: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row. A `group` row has one cell, a heading over all columns; a `total` row is set strong."""

    cells: tuple[Cell, ...]
    kind: Literal["plain", "group", "total"] = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; the first column names its rows. `message` titles its own slide (may be empty)."""

    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    source: Text
    message: Text = ()
    origin: Origin = NOWHERE
