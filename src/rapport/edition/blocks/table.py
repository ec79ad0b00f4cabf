"""A table of facts or of words."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from rapport.edition.status import NO_STATUS, Status
from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


class Column(Struct, frozen=True):
    """A column: its header, and what it holds.

    `amount` columns align at the end, with tabular figures;
    `code` columns hold what machines read, such as fingerprints.
    """

    header: Text
    role: Literal["name", "text", "amount", "status", "period", "source", "pages", "code"] = "text"


class Cell(Struct, frozen=True):
    """A cell: its text, a second line in small grey (`detail`, may be empty), and the status whose sign it bears.

    `pages_of` names a fact: the renderer fills the cell with the pages where that fact is printed.
    """

    text: Text = ()
    detail: Text = ()
    status: Status = NO_STATUS
    pages_of: str = ""


class Row(Struct, frozen=True):
    """A row. A `group` row has one cell, a heading over all columns; a `total` row is set strong."""

    cells: tuple[Cell, ...]
    kind: Literal["plain", "group", "total"] = "plain"


class Table(Struct, frozen=True):
    """A table with one header row; the first column names its rows. `message` titles its own slide (may be empty)."""

    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    source: Text
    message: Text = ()
    origin: Origin = NOWHERE
