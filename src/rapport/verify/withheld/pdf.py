"""The texts of a PDF that a reader, a search engine or a curious hand could find in it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

from rapport.verify.finding import DAMAGE, UnreadableError, page_place
from rapport.verify.pdf.document import open_pdf, page_text

Part = tuple[str, bytes, str]
"""A text, the bytes of a file inside (often none), and where they stand."""
_END = b"%%EOF"
_FACE = ("/Length1", "/N")
"""Keys of a face's file or a colour profile."""


def pdf_parts(data: bytes) -> Iterator[Part]:
    """What the pages show, those of no page tree too; every string and stream; each earlier revision of the file.

    Raises UnreadableError for what is no sound PDF.
    """
    yield from _revision(data, "")
    end = data.find(_END)
    while 0 <= end < len(data) - len(_END) - 8:
        yield from _earlier(data[: end + len(_END)])
        end = data.find(_END, end + 1)


def _earlier(data: bytes) -> Iterator[Part]:
    """A revision that a later one replaced; nothing where the bytes so far make no file."""
    try:
        yield from _revision(data, "révision antérieure")
    except UnreadableError:
        return


def _revision(data: bytes, place: str) -> Iterator[Part]:
    with open_pdf(data) as pdf:
        try:
            for number, text in enumerate(_page_texts(pdf), start=1):
                yield text, b"", place or page_place(number)
            for number, page in enumerate(pdf.pages, start=1):
                yield _said_in(page), b"", place or page_place(number)
            for item in pdf.objects:
                yield from _object(item, place or "objets du PDF")
            yield from _object(pdf.trailer, place or "métadonnées")
        except (pikepdf.PdfError, pypdfium2.PdfiumError, *DAMAGE) as error:
            raise UnreadableError("PDF illisible\u00a0: un objet n’a pas la forme attendue") from error


def _page_texts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The text of every page object, whether the page tree still leads to it or not."""
    known = {page.obj.objgen for page in pdf.pages}
    for item in list(pdf.objects):
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Page" and item.objgen not in known:
            pdf.pages.append(pikepdf.Page(item))
    whole = BytesIO()
    pdf.save(whole)
    with pypdfium2.PdfDocument(whole.getvalue()) as document:
        for page in document:
            yield page_text(page)


def _object(item: Any, place: str) -> Iterator[Part]:
    """The strings and names in an object, what it points to aside; a stream's bytes."""
    pending = [item]
    while pending:
        value = pending.pop()
        if isinstance(value, pikepdf.Stream):
            yield _said_in(value) if value.get("/Subtype") == "/Form" else "", _stream(value), place
        if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
            pending += [each for _key, each in value.items() if not getattr(each, "is_indirect", False)]
            yield " ".join(str(key) for key in value), b"", place
        elif isinstance(value, pikepdf.Array):
            pending += [each for each in value if not getattr(each, "is_indirect", False)]
        elif isinstance(value, (pikepdf.String, pikepdf.Name)):
            yield str(value), b"", place


def _stream(stream: pikepdf.Stream) -> bytes:
    """Its bytes, unpacked; none of a picture's or a face's, which hold no words."""
    if stream.get("/Subtype") == "/Image" or any(key in stream for key in _FACE):
        return b""
    try:
        return stream.read_bytes()
    except (pikepdf.PdfError, *DAMAGE):
        return stream.read_raw_bytes()


def _said_in(drawing: pikepdf.Stream | pikepdf.Page) -> str:
    """What marks in a drawing say in place of what it shows (ISO 32000-1, 14.9.4)."""
    try:
        instructions = pikepdf.parse_content_stream(drawing)
    except (pikepdf.PdfError, *DAMAGE):
        return ""
    marks = (operand for each in instructions for operand in each.operands if isinstance(operand, pikepdf.Dictionary))
    return "\n".join(str(value) for mark in marks for _key, value in mark.items() if isinstance(value, pikepdf.String))
