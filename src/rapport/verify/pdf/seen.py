"""The pages of a PDF as another engine sees them: PDFium."""

from __future__ import annotations

from functools import lru_cache
from math import inf

import pypdfium2
from msgspec import Struct

from rapport.formats.unreadable import UnreadableError
from rapport.verify.pdf.bidirectional import in_order


class SeenPage(Struct, frozen=True):
    """What PDFium makes of a page: its text in the order it is read in, and how near anything comes to an edge."""

    text: str
    nearest: float


@lru_cache(1)
def seen_pages(data: bytes) -> tuple[SeenPage, ...]:
    """What PDFium makes of each page, once for those who ask one after the other.

    Raises `UnreadableError` where it cannot open the file; whoever asks has the file `examined` before.
    """
    try:
        with pypdfium2.PdfDocument(data) as document:
            return tuple(_seen(page) for page in document)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("PDF illisible par PDFium") from error


def _seen(page: pypdfium2.PdfPage) -> SeenPage:
    width, height = page.get_size()
    if page.get_rotation() % 180:  # places are those of the page before readers turn it
        width, height = height, width
    reader = page.get_textpage()
    try:
        rectangles = [reader.get_rect(index) for index in range(reader.count_rects())]
        text = _in_order(reader)
    finally:
        reader.close()
        page.close()
    edges = (min(left, bottom, width - right, height - top) for left, bottom, right, top in rectangles)
    return SeenPage(text, min(edges, default=inf))


def page_text(page: pypdfium2.PdfPage) -> str:
    """The text of a page as PDFium sees it, each line in the order it is read in; closes the page."""
    reader = page.get_textpage()
    try:
        return _in_order(reader)
    finally:
        reader.close()
        page.close()


def _in_order(reader: pypdfium2.PdfTextPage) -> str:
    return "".join(in_order(line) for line in str(reader.get_text_range()).splitlines(keepends=True))
