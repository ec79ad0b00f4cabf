"""Pages put on sheets for the printer: what restricts the document is on each of them, where a printer prints."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from rapport.edition.edition import Edition
from rapport.edition.text import plain
from rapport.formats.unreadable import UnreadableError, quoted
from rapport.verify.brief_checks import check_reach
from rapport.verify.parity.line import letters
from rapport.verify.pdf.seen import seen_pages
from rapport.verify.report import Check, Finding, page_place


def check_sheets(data: bytes, edition: Edition) -> tuple[Check, ...]:
    """The marking and the embargo once for each page on a sheet, all texts within reach; nothing for what is no PDF.

    Sheets carry no tags: they are read as another engine sees them.
    """
    try:
        seen, held = seen_pages(data), tuple(_held(data))
    except (UnreadableError, pikepdf.PdfError):
        return ()  # said by what compares the file with the one made anew
    wanted = [text for text in map(plain, (edition.cover.marking, edition.cover.embargo)) if text]
    findings = tuple(
        Finding("sheet-restriction", f"mention absente\u00a0: {quoted(text)}", page_place(number))
        for number, (page, count) in enumerate(zip(seen, held, strict=True), start=1)
        for text in wanted
        if letters(page.text).count(letters(text)) < count
    )
    marks = Check("sheet-restrictions", "Marquage et embargo sur chaque page", len(seen), findings)
    return marks, check_reach([page.nearest for page in seen])


def _held(data: bytes) -> Iterator[int]:
    """How many pages of the document each sheet holds: one where none is drawn as a whole."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            drawn = page.obj.Resources.get("/XObject", pikepdf.Dictionary())
            yield max(1, sum(form.get("/Subtype") == "/Form" and name.startswith("/P") for name, form in drawn.items()))
