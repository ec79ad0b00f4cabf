"""The pages of a PDF as another engine sees them: PDFium."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby
from math import inf
from typing import Literal

import pypdfium2
from msgspec import Struct
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

from rapport.formats.unreadable import UnreadableError

Way = Literal["left", "right", "weak", ""]
_WAYS: dict[str, Way] = {
    "L": "left", "R": "right", "AL": "right",
    **dict.fromkeys(("AN", "EN", "NSM", "CS", "ES", "ET", "BN"), "weak"),
}  # fmt: skip
_BRACKETS = str.maketrans("()[]{}«»‹›", ")(][}{»«›‹")
_BETWEEN = re.compile(r"[ \u00a0'\u2019.\-\r\n]+")
"""What may stand between words on a line that is read from the right as a whole."""


def in_order(line: str) -> str:
    """A line of a document written from left to right, whatever words of the other direction stand in it.

    PDFium (CFX_BidiString) has each stretch of letters of one direction vote: where those from the right are more, it
    gives the whole line from its end. A line of nothing else is written so that it comes out right.
    """
    if line.isascii():
        return line
    found = [(way, "".join(signs)) for way, signs in groupby(line, _way)]
    votes = [way for way, _ in found]
    if "right" not in votes:
        return line
    whole = votes.count("right") > votes.count("left")
    texts = list(_read(found, "right" if whole else "left"))
    return "".join(texts[::-1] if whole and _is_mixed(found) else texts)


def reads_leftwards(text: str) -> bool:
    """Whether some letters of a text are read from the right."""
    return not text.isascii() and any(_way(sign) == "right" for sign in text)


@cache
def _way(sign: str) -> Way:
    return _WAYS.get(unicodedata.bidirectional(sign), "")


def _read(found: Sequence[tuple[Way, str]], way: Way) -> Iterator[str]:
    """The stretches; signs without a direction take that of the letters before, in which PDFium turns them round."""
    for own, text in found:
        way = own if own in ("left", "right") else way
        yield text.translate(_BRACKETS)[::-1] if not own and way == "right" else text


def _is_mixed(found: Sequence[tuple[Way, str]]) -> bool:
    return any(_BETWEEN.sub("", text) for way, text in found if way != "right")


class SeenPage(Struct, frozen=True):
    """What PDFium makes of a page: its text in the order it is read in, and what it is drawn with.

    `nearest` is how near a text comes to an edge of the paper, in points, infinite where there is none; `shown` how
    many pages the paper shows: as many as stand on it as forms that bear text, one where a text is its own, 0 for none.
    """

    text: str
    nearest: float
    shown: int


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
    texts, paper = tuple(page.get_objects((FPDF_PAGEOBJ_TEXT,))), page.get_bbox()
    nearest = min((_margin(text, paper) for text in texts), default=inf)
    return SeenPage(page_text(page), nearest, _shown(texts))


def _shown(texts: Iterable[pypdfium2.PdfObject]) -> int:
    outermost = {_outermost(text) for text in texts}
    return 1 if None in outermost else len(outermost)


def _outermost(drawn: pypdfium2.PdfObject) -> pypdfium2.PdfObject | None:
    """The form that stands on the page itself and draws an object; None for one that no form draws."""
    form = drawn.container
    while form is not None and form.container is not None:
        form = form.container
    return form


def _margin(drawn: pypdfium2.PdfObject, paper: tuple[float, float, float, float]) -> float:
    """How near an object comes to an edge of the paper, in points; below 0 beyond it.

    PDFium says where it stands in the form that draws it: each form around it moves and scales it once more.
    """
    left, bottom, right, top = drawn.get_bounds()
    form = drawn.container
    while form is not None:
        left, bottom, right, top = form.get_matrix().on_rect(left, bottom, right, top)
        form = form.container
    return float(min(left - paper[0], bottom - paper[1], paper[2] - right, paper[3] - top))


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
