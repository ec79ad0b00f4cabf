"""Lines as read back: of a tagged PDF through its structure tree, of a slide, of slides on pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct, field

from rapport.verify.deck.presentation import DeckChart, DeckShape, DeckSlide, leaves
from rapport.verify.parity.line import FoundLine
from rapport.verify.pdf.document import AnnotationLink, TaggedContent, TaggedElement, walk
from rapport.verify.report import page_place, slide_place

# The lines of a tagged PDF as read back through its structure tree.

INLINE = frozenset(("Span", "Link", "Reference", "Quote", "Em", "Strong", "Code", "Annot", "Sub", "Ruby"))
"""Elements whose text belongs to the line around them; all others stand for themselves."""
SOFT_HYPHEN, WORD_JOINER = "\u00ad", "\u2060"
"""What stands in no text of a briefing: where a word is divided, and what the further marks of a letter stand for."""


def brief_lines(tree: TaggedElement) -> tuple[FoundLine, ...]:
    """All lines in structure order. A note comes after the line that calls it, an alternative text before its figure.

    The marker of a list item, one sign that is neither letter nor digit, is left out; a word divided at the end of a
    line is whole again. What is drawn in figures is left to `drawn_lines`.
    """
    return tuple(_block(tree))


def drawn_lines(tree: TaggedElement) -> tuple[tuple[FoundLine, ...], ...]:
    """The texts drawn in each figure that has any, a line for each text object."""
    figures = (element for element in walk(tree) if element.role == "Figure")
    drawn = (tuple(_drawn(element)) for element in figures)
    return tuple(lines for lines in drawn if lines)


def _drawn(figure: TaggedElement) -> Iterator[FoundLine]:
    for kid in figure.kids:
        texts = kid.mark.texts if isinstance(kid, TaggedContent) and kid.mark else ()
        for text in filter(None, texts):
            yield FoundLine(_bare(text), page_place(kid.page), "drawn", kid.page)


def _bare(text: str) -> str:
    return text.replace(SOFT_HYPHEN, "").replace(WORD_JOINER, "")


class _Buffer(Struct):
    """The line being read: its text, the pages it stands on, and the notes called in it."""

    role: str
    text: str = ""
    pages: list[tuple[int, int]] = field(default_factory=list)
    notes: list[TaggedElement] = field(default_factory=list)

    def add(self, text: str, page: int) -> None:
        if not text:
            return
        if not self.pages or self.pages[-1][1] != page:
            self.pages.append((len(self.text), page))
        self.text += _bare(text)

    def flush(self) -> Iterator[FoundLine]:
        """The line, unless it is empty; then the notes it calls."""
        text, pages, notes = self.text, self.pages, self.notes
        self.text, self.pages, self.notes = "", [], []
        if text.strip(" \u00a0"):
            page = pages[0][1]
            yield FoundLine(text, page_place(page), self.role, page, tuple(pages[1:]))
        for note in notes:
            yield from _block(note)


def _block(element: TaggedElement) -> Iterator[FoundLine]:
    if element.alt:
        yield FoundLine(element.alt, page_place(element.page), "alternative", element.page)
    if element.actual:
        yield FoundLine(element.actual, page_place(element.page), element.role, element.page)
        return
    if element.role == "Lbl" and _is_marker(element.text):
        return
    buffer = _Buffer(element.role)
    for kid in element.elements if element.role == "Figure" else element.kids:
        yield from _kid(kid, buffer)
    yield from buffer.flush()


def _kid(kid: TaggedElement | TaggedContent | AnnotationLink, buffer: _Buffer) -> Iterator[FoundLine]:
    if isinstance(kid, TaggedContent):
        buffer.add(kid.text, kid.page)
    elif isinstance(kid, TaggedElement) and kid.role == "Note" and buffer.text:
        buffer.notes.append(kid)
    elif isinstance(kid, TaggedElement) and kid.role in INLINE:
        yield from _inline(kid, buffer)
    elif isinstance(kid, TaggedElement):
        yield from buffer.flush()
        yield from _block(kid)


def _inline(element: TaggedElement, buffer: _Buffer) -> Iterator[FoundLine]:
    if element.actual:
        buffer.add(element.actual, element.page)
        return
    for kid in element.kids:
        yield from _kid(kid, buffer)


def _is_marker(text: str) -> bool:
    sign = text.strip(" \u00a0")
    return len(sign) == 1 and not sign.isalnum()


Rows = tuple[tuple[tuple[str, ...], ...], ...]
"""The paragraphs of the cells of the rows of a table."""


def slide_lines(slide: DeckSlide) -> tuple[FoundLine, ...]:
    """What stands on the slide, its foot included; the alternative text of a shape comes before what it holds."""
    return tuple(_slide_lines(slide))


def note_lines(slide: DeckSlide) -> tuple[FoundLine, ...]:
    """All texts of the page of notes."""
    place = f"{slide_place(slide.number)}, commentaires"
    return tuple(FoundLine(text, place, page=slide.number) for shape in leaves(slide.notes) for text in _texts(shape))


def charts(slide: DeckSlide) -> tuple[tuple[DeckChart, str], ...]:
    """The charts of a slide in order, each with its place."""
    shapes = leaves(slide.shapes)
    return tuple((shape.chart, slide_place(slide.number, shape.name)) for shape in shapes if shape.chart is not None)


def tables(slide: DeckSlide) -> tuple[tuple[Rows, str], ...]:
    """The rows of each table of a slide in order, with its place."""
    shapes = leaves(slide.shapes)
    return tuple((shape.rows, slide_place(slide.number, shape.name)) for shape in shapes if shape.rows)


def _slide_lines(slide: DeckSlide) -> Iterator[FoundLine]:
    for shape in leaves(slide.shapes):
        place = slide_place(slide.number, shape.name)
        yield from (FoundLine(text, place, page=slide.number) for text in _texts(shape))


def _texts(shape: DeckShape) -> Iterator[str]:
    if shape.alternative:
        yield shape.alternative
    yield from shape.paragraphs
    for row in shape.rows:
        for cell in row:
            yield from cell


# The lines of slides on pages, with a marker before each slide.


def slide_page_lines(tree: TaggedElement, marker: Callable[[int], str]) -> tuple[FoundLine, ...]:
    """All lines in structure order; each section of the document is a slide, `marker` the line before it."""
    return tuple(_page_lines(tree, marker))


def _page_lines(tree: TaggedElement, marker: Callable[[int], str]) -> Iterator[FoundLine]:
    document = next((kid for kid in tree.elements if kid.role == "Document"), tree)
    if len(tree.kids) > 1 or any(isinstance(kid, TaggedContent) for kid in document.kids):
        yield from brief_lines(tree)  # not a document of slides: whatever it holds is read
        return
    number = 0
    for element in document.elements:
        if element.role == "Sect":
            number += 1
            yield FoundLine(marker(number), page_place(element.page), page=element.page)
        yield from brief_lines(element)
