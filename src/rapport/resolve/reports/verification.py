"""Pages on what was handed out: what a verification found, and the register of numbered copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.blocks.words import Paragraph
from rapport.edition.edition import Edition
from rapport.edition.text import Span, Text, words
from rapport.language.numbers import write_number
from rapport.resolve.reports.report import CHECKS_LANGUAGE, ReportWording, page_of, part, wording


class Examined(Struct, frozen=True):
    """A check of a document: its French title, how many things it looked at, its outcome (`passed`, `not-run`)."""

    title: str
    count: int
    outcome: str


def verification_page(brief: Edition, proofs: Sequence[tuple[str, Sequence[Examined]]], data: str) -> Edition:
    """The page: for each document by its name, what was examined; `data` is the file that says the same to programs."""
    say = wording(brief)
    columns = (Column(say("check"), "name"), Column(say("examined"), "amount"), Column(say("outcome"), "text"))
    rows = tuple(row for name, checks in proofs for row in _rows(name, checks, say))
    link = Paragraph((Span(f"{say.string('verification-data-lead')} "), Span(data, link=data)))
    section = part(
        "controles",
        say("checks"),
        say("verification-title"),
        Table((), columns, rows, ()),
        link,
        lead=say("verification-lead"),
    )
    return page_of(brief, say("verification"), (section,))


def _rows(name: str, checks: Sequence[Examined], say: ReportWording) -> Iterator[Row]:
    yield Row((Cell(words(name)),), "group")
    for check in checks:
        count = write_number(Decimal(check.count), say.locale)
        cells = (Cell(_french(check.title, say)), Cell(words(count)), Cell(say(f"outcome-{check.outcome}")))
        yield Row(cells)


def _french(title: str, say: ReportWording) -> Text:
    language = "" if CHECKS_LANGUAGE.startswith(say.locale[:2]) else CHECKS_LANGUAGE
    return (Span(title, language=language),)


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
