"""Pages put on sheets for the printer: what restricts the document is on each of them, where a printer prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rapport.edition.edition import Edition
from rapport.edition.text import plain
from rapport.formats.unreadable import UnreadableError, quoted
from rapport.verify.brief_checks import check_reach
from rapport.verify.parity.line import letters
from rapport.verify.pdf.seen import SeenPage, seen_pages
from rapport.verify.report import Check, Finding, page_place


def check_sheets(data: bytes, edition: Edition) -> tuple[Check, ...]:
    """The marking and the embargo once for each page that a sheet shows, and all texts within reach.

    Sheets carry no tags: they are read as another engine sees them. The file has been `examined`.
    """
    return _marks(data, edition), check_sheets_reach(data)


def check_sheets_reach(data: bytes) -> Check:
    """Whether all texts on sheets stand where a printer prints."""
    try:
        return check_reach([page.nearest for page in seen_pages(data)])
    except UnreadableError as error:
        return replace(check_reach(()), count=1, findings=(Finding("unreadable", str(error)),))


def _marks(data: bytes, edition: Edition) -> Check:
    try:
        seen = seen_pages(data)
        count, findings = sum(page.shown for page in seen), tuple(_missing(seen, edition))
    except UnreadableError as error:
        count, findings = 1, (Finding("unreadable", str(error)),)
    return Check("sheet-restrictions", "Marquage et embargo sur chaque page", count, findings)


def _missing(seen: Sequence[SeenPage], edition: Edition) -> Iterator[Finding]:
    wanted = [text for text in map(plain, (edition.cover.marking, edition.cover.embargo)) if text]
    for number, page in enumerate(seen, start=1):
        for text in wanted:
            if letters(page.text).count(letters(text)) < page.shown:
                yield Finding("sheet-restriction", f"mention absente\u00a0: {quoted(text)}", page_place(number))
