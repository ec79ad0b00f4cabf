"""What every page of a brief repeats: running head, foot, the number of the page."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.edition.edition import Edition
from rapport.edition.text import plain
from rapport.verify.comparison import Compared
from rapport.verify.expected.brief import draft_mark
from rapport.verify.expected.printed import letters
from rapport.verify.finding import Finding, page_place, quoted
from rapport.verify.pdf.content import PageContent
from rapport.verify.pdf.document import PdfDocument
from rapport.verify.report import Check

COVER = 1
CUT = "…"
"""Ends a running head that is too long for its line."""
JOINED = " \u00b7 "
"""Between the names of sections that share a page."""


def check_furniture(edition: Edition, document: PdfDocument, both: Compared, cover: int = COVER) -> Check:
    """Whether each page bears its number and the document's marks, and repeats nothing but its own words.

    `cover` is the page that bears nothing, 0 for none.
    """
    known = frozenset(letters(text) for line in both.expected for text in (line.text, _again(edition, line.text)))
    pages = document.pages
    marks = {page.number: () if page.number == cover else _marks(edition, page.number, len(pages)) for page in pages}
    findings = tuple(finding for page in pages for finding in _page(page, marks[page.number], edition, known))
    return Check("brief-furniture", "En-têtes, pieds et numéros de page", len(pages), findings)


def _again(edition: Edition, text: str) -> str:
    """A heading of a table's group where the table goes on."""
    return f"{text} {edition.furniture('continued')}"


def _marks(edition: Edition, number: int, count: int) -> tuple[str, ...]:
    """What the page must bear."""
    restrictions = (plain(edition.cover.marking), plain(edition.cover.embargo))
    stamp = edition.stamp if number > 1 else ""  # on the first page it is read among the words
    marks = (*restrictions, stamp, plain(edition.closed), draft_mark(edition), edition.furniture("page", number, count))
    return tuple(filter(None, marks))


def _page(page: PageContent, wanted: tuple[str, ...], edition: Edition, known: frozenset[str]) -> Iterator[Finding]:
    place = page_place(page.number)
    told = [text for mark in page.marks if mark.artifact for text in mark.texts if letters(text)]
    shown = {letters(text) for text in told}
    for text in wanted:
        if letters(text) not in shown:
            yield Finding("furniture-missing", f"mention absente\u00a0: {quoted(text)}", place)
    heads = (*(plain(section.name) for section in edition.sections), plain(edition.contents.name), plain(edition.title))
    allowed = {letters(text) for text in wanted} | known
    starts = tuple(letters(text) for text in heads if text)
    for text in told:
        parts = (letters(part) for part in text.split(JOINED))
        if letters(text) not in allowed and not all(_begins(part, starts) for part in parts):
            yield Finding("furniture-added", f"mention en trop\u00a0: {quoted(text)}", place)


def _begins(part: str, starts: tuple[str, ...]) -> bool:
    """Whether a running head is one of those known, or the beginning of one that was cut."""
    return any(start.startswith(part.removesuffix(CUT)) for start in starts)
