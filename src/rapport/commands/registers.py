"""The register of numbered copies, written while they are made: a table for programs, a page for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapport.edition.blocks.table import Row
from rapport.edition.edition import Edition
from rapport.look.charter import Charter
from rapport.pack.folder import CopyFolder
from rapport.pack.register import ENCODING, NAME, Entry, Register
from rapport.render.page.page import draw_page
from rapport.resolve.register import register_page, register_rows

PAGE = "register.html"


def write_registers(folder: CopyFolder, brief: Edition, charter: Charter, copies: Iterable[tuple[Entry, ...]]) -> None:
    """Asks for copy after copy, each as the entries of its documents, and writes what both registers say of it.

    Neither appears before all copies are made; none is held longer than its own rows.
    """
    with (
        folder.aside(NAME) as table,
        folder.aside(PAGE) as page,
        table.open("w", encoding=ENCODING, newline="") as csv,
        page.open("w", encoding="utf-8", newline="\n") as html,
    ):
        rows = _rows(brief, Register(csv), copies)
        html.writelines(draw_page(register_page(brief), charter, rows))


def _rows(brief: Edition, register: Register, copies: Iterable[tuple[Entry, ...]]) -> Iterator[Row]:
    for entries in copies:
        for entry in entries:
            register.add(entry)
        if entries:
            first, documents = entries[0], [(entry.file, entry.digest) for entry in entries]
            yield from register_rows(brief, first.number, first.recipient, documents)
