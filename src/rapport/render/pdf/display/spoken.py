"""A table that is heard and not seen: its cells have words of their own and nothing drawn (ISO 32000-1, 14.9.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapport.formats.pdf.tags.tree import Element
from rapport.render.pdf.display.item import Unseen


def spoken_table(rows: Sequence[Sequence[str]], parent: Element) -> Iterator[Unseen]:
    """The cells of the rows, the first of them the heads; nothing for no rows."""
    if not rows:
        return
    table = parent.child("Table")
    head, *others = rows
    yield from _cells(head, "Column", table.child("THead").child("TR"))
    body = table.child("TBody")
    for row in others:
        yield from _cells(row, "Row", body.child("TR"))


def _cells(row: Sequence[str], scope: str, parent: Element) -> Iterator[Unseen]:
    """The cells of a row; all of a row of heads are heads, of another the first alone."""
    for at, said in enumerate(row):
        if at and scope == "Row":
            yield Unseen(parent.child("TD", actual_text=said))
        else:
            yield Unseen(parent.child("TH", actual_text=said).annotate("Table", Scope=scope))
