"""The lines of slides on pages, with a marker before each slide."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rapport.verify.finding import page_place
from rapport.verify.found.brief import brief_lines
from rapport.verify.parity.line import FoundLine
from rapport.verify.pdf.structure import Content, Element


def slide_page_lines(tree: Element, marker: Callable[[int], str]) -> tuple[FoundLine, ...]:
    """All lines in structure order; each section of the document is a slide, `marker` the line before it."""
    return tuple(_lines(tree, marker))


def _lines(tree: Element, marker: Callable[[int], str]) -> Iterator[FoundLine]:
    document = next((kid for kid in tree.elements if kid.role == "Document"), tree)
    if len(tree.kids) > 1 or any(isinstance(kid, Content) for kid in document.kids):
        yield from brief_lines(tree)  # not a document of slides: whatever it holds is read
        return
    number = 0
    for element in document.elements:
        if element.role == "Sect":
            number += 1
            yield FoundLine(marker(number), page_place(element.page), page=element.page)
        yield from brief_lines(element)
