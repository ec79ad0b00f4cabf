"""A PDF as read back: its structure tree, the content of its pages, and what another engine sees on them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from math import inf

import pikepdf
import pypdfium2
from msgspec import Struct

from rapport.verify.finding import DAMAGE, UnreadableError
from rapport.verify.pdf.budget import MAX_OBJECTS, examined, within_budget
from rapport.verify.pdf.content import Fonts, PageContent, read_page
from rapport.verify.pdf.structure import TaggedElement, read_tree

MAX_PAGES = 2000


class PdfDocument(Struct, frozen=True):
    """A PDF read twice: by its structure (`tree`, `pages`) and by a page engine (`seen`, the text of each page).

    `nearest` is, for each page, how near to an edge of the paper its texts come, in points (infinite for none).
    `font_names` gives the name of each font by object number.
    """

    tree: TaggedElement
    pages: tuple[PageContent, ...]
    seen: tuple[str, ...]
    nearest: tuple[float, ...]
    language: str
    title: str
    font_names: Mapping[tuple[int, int], str]


def open_pdf(data: bytes) -> pikepdf.Pdf:
    """The file's objects. Raises `UnreadableError` for a file that is no PDF, damaged, protected or beyond bounds."""
    within_budget(data)
    try:
        pdf = pikepdf.open(BytesIO(data))
        pages = _page_count(pdf)
    except pikepdf.PasswordError as error:
        raise UnreadableError("le PDF est protégé par un mot de passe") from error
    except (pikepdf.PdfError, RuntimeError, *DAMAGE) as error:
        raise UnreadableError("PDF illisible\u00a0: il est abîmé, tronqué, ou n’en est pas un") from error
    if not 0 < pages <= MAX_PAGES:
        raise UnreadableError("le PDF n’a pas de pages" if not pages else f"le PDF compte plus de {MAX_PAGES} pages")
    return pdf


def _page_count(pdf: pikepdf.Pdf) -> int:
    """How many pages there are, counted no further than is allowed. Raises `UnreadableError` for a tree that turns."""
    if int(pdf.trailer.get("/Size", 0)) > MAX_OBJECTS:
        raise UnreadableError(f"le PDF compte plus de {MAX_OBJECTS} objets")
    pending, seen, count = [pdf.Root.Pages], set[tuple[int, int]](), 0
    while pending and count <= MAX_PAGES:
        node = pending.pop()
        if node.objgen in seen and node.is_indirect:
            raise UnreadableError("l’arbre des pages du PDF tourne en rond, ou cite deux fois une page")
        seen.add(node.objgen)
        kids = node.get("/Kids")
        if isinstance(kids, pikepdf.Array):
            if len(kids) > MAX_PAGES:
                return len(kids)
            pending += list(kids)
        else:
            count += 1
    return len(pdf.pages) if count <= MAX_PAGES else count


def read_pdf(data: bytes) -> PdfDocument:
    """Reads a PDF. Raises `UnreadableError`, as `open_pdf` and for content that cannot be read."""
    with open_pdf(data) as pdf:
        examined(pdf)
        fonts: Fonts = {}
        try:
            pages = tuple(read_page(page, number, fonts) for number, page in enumerate(pdf.pages, start=1))
            marks = {(mark.page, mark.mcid): mark for page in pages for mark in page.marks if mark.mcid >= 0}
            tree = read_tree(pdf, marks)
            language, title = str(pdf.Root.get("/Lang", "")), str(pdf.docinfo.get("/Title", ""))
        except (pikepdf.PdfError, *DAMAGE) as error:
            raise UnreadableError("PDF illisible\u00a0: un objet n’a pas la forme attendue") from error
        names = {number: codes.name for number, codes in fonts.items()}
        seen = _seen(data)
        texts, nearest = tuple(text for text, _ in seen), tuple(edge for _, edge in seen)
        return PdfDocument(tree, pages, texts, nearest, language, title, names)


def _seen(data: bytes) -> tuple[tuple[str, float], ...]:
    """The text of each page and how near it comes to an edge."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            return tuple((_nearest(page), page_text(page))[::-1] for page in document)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("PDF illisible par PDFium") from error


def _nearest(page: pypdfium2.PdfPage) -> float:
    width, height = page.get_size()
    reader = page.get_textpage()
    try:
        rectangles = [reader.get_rect(index) for index in range(reader.count_rects())]
    finally:
        reader.close()
    return min((min(left, bottom, width - right, height - top) for left, bottom, right, top in rectangles), default=inf)


def page_text(page: pypdfium2.PdfPage) -> str:
    """The text of a page as PDFium sees it; closes the page."""
    reader = page.get_textpage()
    try:
        return str(reader.get_text_range())
    finally:
        reader.close()
        page.close()
