"""What stands alone at the end or at the top of a page: a heading without its text, one item or row of several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapport.formats.pdf.tags.tree import Element
from rapport.render.pdf.composer.composer import Page
from rapport.render.pdf.composer.vertical import Lane, flattened
from rapport.render.pdf.display.item import TextLine

HEADINGS = frozenset(("H1", "H2", "H3", "Caption"))
PARTS = (("Table", "TR"), ("L", "LI"), ("TOC", "TOCI"))
"""What may be divided between pages, and its parts."""


class Said(NamedTuple):
    """A line of a page: its lane, its baseline from the upper edge, its words, and the elements it belongs to."""

    lane: Lane
    y: float
    text: str
    elements: tuple[Element, ...]

    def within(self, tag: str) -> Element | None:
        """The innermost element of a tag that the line belongs to."""
        return next((element for element in self.elements if element.tag == tag), None)


def alone(pages: Sequence[Page]) -> list[tuple[int, str]]:
    """Page and words of each heading that ends one, and of each item or row parted from all others of its kind."""
    said = [(page.number, list(_said(page))) for page in pages]
    return [(number, text) for (number, here), (_, there) in pairwise(said) for text in _parted(here, there)]


def _said(page: Page) -> Iterator[Said]:
    for placed in page.placed:
        for item, top in flattened(placed.box, placed.y):
            if isinstance(item, TextLine) and item.prose.inlines is not None and not placed.repeated:
                elements = tuple(_up(item.prose.inlines.block))
                yield Said(placed.lane, top + item.baseline, item.line.text, elements)


def _up(element: Element | None) -> Iterator[Element]:
    while element is not None:
        yield element
        element = element.parent


def _parted(here: Sequence[Said], there: Sequence[Said]) -> Iterator[str]:
    if not here or not there:
        return
    last, first = max(_main(here), key=_height), min(_main(there), key=_height)
    if HEADINGS & {element.tag for element in last.elements}:
        yield last.text
    for tag, part in PARTS:
        if (owner := first.within(tag)) is not None:
            before, after = (_parts(lines, owner, tag, part) for lines in (here, there))
            if before and after and min(len(before - after), len(after - before)) < 2:
                yield first.text


def _main(lines: Sequence[Said]) -> Sequence[Said]:
    return [line for line in lines if line.lane != "margin"] or lines


def _height(line: Said) -> float:
    return line.y


def _parts(lines: Iterable[Said], owner: Element, tag: str, part: str) -> set[int]:
    return {id(line.within(part)) for line in lines if line.within(tag) is owner}
