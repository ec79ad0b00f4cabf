"""The styles of a table's parts, by how many rows it has."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from rapport.look.charter import BriefLook
from rapport.look.geometry import Pt
from rapport.look.type_style import TypeStyle

DENSE_FROM = 12
"""Rows from which a table is set dense."""


class TableType(Struct, frozen=True):
    """The styles of a table's parts and the white above and below the text of a row."""

    head: TypeStyle
    base: TypeStyle
    second: TypeStyle
    group: TypeStyle
    status: TypeStyle
    padding: Pt
    dense: bool

    def cell(self, role: str) -> TypeStyle:
        """The style of a column's cells: numbers flush right, names and numbers heavier, sources grey."""
        if role == "name" and not self.dense:
            return replace(self.base, weight="semibold")
        if role == "amount":
            return replace(self.base, weight="semibold", align="right")
        if role == "status":
            return self.status
        if role in ("source", "pages"):
            return replace(self.base, colour="grey", align="right")
        return self.base

    def header(self, role: str) -> TypeStyle:
        """The style of a column's header, aligned as its cells."""
        return replace(self.head, align=self.cell(role).align)


def table_type(look: BriefLook, rows: int) -> TableType:
    """The styles for a table of this many rows."""
    styles, measures = look.type, look.table
    dense = rows >= DENSE_FROM
    base = styles.table_cell_dense if dense else styles.table_cell
    size = max(styles.status.size, base.size - (1.0 if dense else 0.5))
    status = replace(styles.status, size=Pt(size), leading=base.leading)
    padding = measures.padding_dense if dense else measures.padding
    return TableType(styles.table_head, base, styles.table_second_line, styles.table_group, status, padding, dense)
