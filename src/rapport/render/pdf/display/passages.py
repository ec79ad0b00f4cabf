"""Which words of the content stand where on drawn pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapport.edition.text import Span, Text
from rapport.look.geometry import Box, Pt
from rapport.origin import Origin
from rapport.render.pdf.display.draw import Positioned
from rapport.render.pdf.display.item import FigureExtent, PictureMark, TextLine

ASCENT, DESCENT = 0.85, 0.25
"""What a fragment covers above and below its baseline, in em: the face's own ascent and descent, rounded."""


class DrawnPassage(NamedTuple):
    """A fragment of a line, or a figure: its page from 1, its area, the span behind it, and the text that is part of.

    A figure has a span without words; a span that nobody wrote, such as a page number, has no origin.
    """

    page: int
    area: Box
    span: Span
    text: Text


class Passages:
    """The witness of a document's drawing: keeps what was drawn, and looks through it when somebody asks."""

    def __init__(self) -> None:
        self._drawn: list[tuple[int, Positioned]] = []

    def __call__(self, page: int, placed: Positioned) -> None:
        if isinstance(placed.item, TextLine | PictureMark | FigureExtent):
            self._drawn.append((page, placed))

    def found(self) -> tuple[DrawnPassage, ...]:
        """All that was drawn, in its order."""
        return tuple(passage for page, placed in self._drawn for passage in _passages(page, placed))


def _passages(page: int, placed: Positioned) -> Iterator[DrawnPassage]:
    item, top = placed
    if isinstance(item, TextLine):
        yield from _of_line(page, item, top)
    elif isinstance(item, PictureMark | FigureExtent):
        yield _of_figure(page, item.area.moved(dy=top), item.origin)


def _of_figure(page: int, area: Box, origin: Origin) -> DrawnPassage:
    span = Span("", origin=origin)
    return DrawnPassage(page, area, span, (span,))


def _of_line(page: int, item: TextLine, top: float) -> Iterator[DrawnPassage]:
    """The run numbers of a line's fragments are places in its text; a label may be longer than what is behind it."""
    text = item.prose.text
    left = item.x - item.prose.align * item.line.width
    for part in item.line.fragments:
        span = text[part.run] if part.run < len(text) else Span(part.text)
        y = top + item.baseline - part.rise - ASCENT * part.size
        area = Box(Pt(left + part.x), Pt(y), Pt(part.width), Pt((ASCENT + DESCENT) * part.size))
        yield DrawnPassage(page, area, span, text)
