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


def check_furniture(edition: Edition, document: PdfDocument, both: Compared, cover: int = COVER) -> Check:
    """Whether each page bears its number and the document's marks, and repeats nothing but its own words.

    `cover` is the page that bears nothing, 0 for none.
    """
    known = frozenset(letters(line.text) for line in both.expected)
    pages = document.pages
    marks = {page.number: () if page.number == cover else _marks(edition, page.number, len(pages)) for page in pages}
    findings = tuple(finding for page in pages for finding in _page(page, marks[page.number], edition, known))
    return Check("brief-furniture", "En-têtes, pieds et numéros de page", len(pages), findings)


def _marks(edition: Edition, number: int, count: int) -> tuple[str, ...]:
    """What the page must bear."""
    restrictions = (plain(edition.cover.marking), plain(edition.cover.embargo))
    stamp = edition.stamp if number > 1 else ""  # on the first page it is read among the words
    marks = (*restrictions, stamp, plain(edition.closed), draft_mark(edition), edition.furniture("page", number, count))
    return tuple(filter(None, marks))


def _page(page: PageContent, wanted: tuple[str, ...], edition: Edition, known: frozenset[str]) -> Iterator[Finding]:
    place = page_place(page.number)
    shown = [letters(text) for mark in page.marks if mark.artifact for text in mark.texts if letters(text)]
    for text in wanted:
        if letters(text) not in shown:
            yield Finding("furniture-missing", f"mention absente\u00a0: {quoted(text)}", place)
    heads = (*(plain(section.name) for section in edition.sections), plain(edition.contents.name), plain(edition.title))
    allowed = {letters(text) for text in wanted} | known
    starts = tuple(letters(text) for text in heads if text)
    for text in shown:
        if text not in allowed and not any(start.startswith(text.removesuffix(CUT)) for start in starts):
            yield Finding("furniture-added", f"mention en trop\u00a0: {quoted(text)}", place)
