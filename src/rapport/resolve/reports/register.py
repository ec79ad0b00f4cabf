"""The register of numbered copies, as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.edition import Edition
from rapport.edition.text import words
from rapport.resolve.reports.report import page_of, part, wording

Handed = tuple[str, str]
"""A document handed out: the name of its file and its SHA-256 in hexadecimal."""


def register_page(brief: Edition) -> Edition:
    """The page of the register, its table still empty: rows are added as copies are written."""
    say = wording(brief)
    columns = (Column(say("documents"), "name"), Column(say("digest"), "code"))
    table = Table((), columns, (), ())
    lead = say("register-lead")
    return page_of(
        brief, say("register"), (part("registre", say("register"), say("register-title"), table, lead=lead),)
    )


def register_rows(
    brief: Edition, number: int, holder: str, documents: Sequence[Handed], audience: str = "internal"
) -> Iterator[Row]:
    """What the register says of one copy: whose it is, then each document with its fingerprint."""
    named = wording(brief).string("copy-of", number, holder)
    yield Row((Cell(words(f"{named} – {brief.furniture(f'for-{audience}')}")),), "group")
    for name, digest in documents:
        yield Row((Cell(words(name)), Cell(words(digest))))
