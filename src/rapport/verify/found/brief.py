"""The lines of a tagged PDF as read back through its structure tree."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from rapport.verify.finding import page_place
from rapport.verify.parity.line import FoundLine
from rapport.verify.pdf.structure import AnnotationLink, Content, Element, walk

INLINE = frozenset(("Span", "Link", "Reference", "Quote", "Em", "Strong", "Code", "Annot", "Sub", "Ruby"))
"""Elements whose text belongs to the line around them; all others stand for themselves."""
SOFT_HYPHEN = "\u00ad"


def brief_lines(tree: Element) -> tuple[FoundLine, ...]:
    """All lines in structure order. A note comes after the line that calls it, an alternative text before its figure.

    The marker of a list item, one sign that is neither letter nor digit, is left out; a word divided at the end of a
    line is whole again. What is drawn in figures is left to `drawn_lines`.
    """
    return tuple(_block(tree))


def drawn_lines(tree: Element) -> tuple[tuple[FoundLine, ...], ...]:
    """The texts drawn in each figure that has any, a line for each text object."""
    figures = (element for element in walk(tree) if element.role == "Figure")
    drawn = (tuple(_drawn(element)) for element in figures)
    return tuple(lines for lines in drawn if lines)


def _drawn(figure: Element) -> Iterator[FoundLine]:
    for kid in figure.kids:
        texts = kid.mark.texts if isinstance(kid, Content) and kid.mark else ()
        for text in filter(None, texts):
            yield FoundLine(text.replace(SOFT_HYPHEN, ""), page_place(kid.page), "drawn", kid.page)


class _Buffer(Struct):
    """The line being read: its text, the pages it stands on, and the notes called in it."""

    role: str
    text: str = ""
    pages: list[tuple[int, int]] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)

    def add(self, text: str, page: int) -> None:
        if not text:
            return
        if not self.pages or self.pages[-1][1] != page:
            self.pages.append((len(self.text), page))
        self.text += text.replace(SOFT_HYPHEN, "")

    def flush(self) -> Iterator[FoundLine]:
        """The line, unless it is empty; then the notes it calls."""
        text, pages, notes = self.text, self.pages, self.notes
        self.text, self.pages, self.notes = "", [], []
        if text.strip(" \u00a0"):
            page = pages[0][1]
            yield FoundLine(text, page_place(page), self.role, page, tuple(pages[1:]))
        for note in notes:
            yield from _block(note)


def _block(element: Element) -> Iterator[FoundLine]:
    if element.alt:
        yield FoundLine(element.alt, page_place(element.page), "alternative", element.page)
    if element.role == "Lbl" and _is_marker(element.text):
        return
    buffer = _Buffer(element.role)
    for kid in element.elements if element.role == "Figure" else element.kids:
        yield from _kid(kid, buffer)
    yield from buffer.flush()


def _kid(kid: Element | Content | AnnotationLink, buffer: _Buffer) -> Iterator[FoundLine]:
    if isinstance(kid, Content):
        buffer.add(kid.text, kid.page)
    elif isinstance(kid, Element) and kid.role == "Note" and buffer.text:
        buffer.notes.append(kid)
    elif isinstance(kid, Element) and kid.role in INLINE:
        yield from _inline(kid, buffer)
    elif isinstance(kid, Element):
        yield from buffer.flush()
        yield from _block(kid)


def _inline(element: Element, buffer: _Buffer) -> Iterator[FoundLine]:
    if element.actual:
        buffer.add(element.actual, element.page)
        return
    for kid in element.kids:
        yield from _kid(kid, buffer)


def _is_marker(text: str) -> bool:
    sign = text.strip(" \u00a0")
    return len(sign) == 1 and not sign.isalnum()
