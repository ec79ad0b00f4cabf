"""A table of facts, or of words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from rapport.model.blocks.base import BlockBase
from rapport.model.blocks.fact_call import FactCall
from rapport.model.located import Located
from rapport.model.scalar import Line, Text, one_of

RowKind = Annotated[Literal["plain", "group", "total"], one_of("plain", "group", "total")]


class FactRows(Located):
    """A group of rows, one per fact, under a heading."""

    title: Line
    facts: Annotated[tuple[FactCall, ...], Field(min_length=1)]


class WordRow(Located):
    """A row of words; a `group` row has one cell."""

    cells: Annotated[tuple[Text, ...], Field(min_length=1)]
    kind: RowKind = "plain"


class TableSpec(Located):
    """Either `facts` (or `groups` of them), one row each; or `columns` and `rows` of words.

    `remark` ends the source line.
    """

    caption: Text
    facts: tuple[FactCall, ...] = ()
    groups: tuple[FactRows, ...] = ()
    columns: tuple[Text, ...] = ()
    rows: tuple[WordRow, ...] = ()
    remark: Text | None = None


class TableBlock(BlockBase):
    """A table."""

    table: TableSpec


class AnnexBlock(BlockBase):
    """The annex of figures: every fact the brief shows, with value, status, period, source and pages.

    `remark` ends the source line.
    """

    annex: Text
    remark: Text | None = None
