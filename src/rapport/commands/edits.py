"""What was changed by hand in a deck, and the content lines to change so that it stays."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from rapport.edition.text import plain
from rapport.project.composition import Composition
from rapport.slides.deck import Slide
from rapport.slides.elements import Element, Group, TableFrame, TextBox
from rapport.verify.deck.presentation import leaves
from rapport.verify.deck.reader import read_deck
from rapport.verify.finding import UnreadableError


def changes(data: bytes, made: Composition) -> Iterator[str]:
    """A line for each text of an edited deck that differs from the plan, slide by slide; none for another file."""
    try:
        edited = read_deck(data)
    except UnreadableError:
        return
    for number, slide in enumerate(made.plan.slides, start=1):
        found = next((item for item in edited.slides if item.number == number), None)
        if found is None:
            yield f"diapositive {number}\u00a0: supprimée ({slide.origin})"
            continue
        texts = [text for shape in leaves(found.shapes) for text in shape.paragraphs]
        yield from _differences(number, slide, texts)


def _differences(number: int, slide: Slide, edited: list[str]) -> Iterator[str]:
    planned = [text for element in (slide.title, *slide.elements) for text in _texts(element)]
    written = [text for text in edited if text]
    matcher = difflib.SequenceMatcher(a=planned, b=written, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind in ("replace", "delete"):
            old, new = " ".join(planned[first:last]), " ".join(written[start:end])
            yield f"diapositive {number}\u00a0: «\u00a0{old}\u00a0» → «\u00a0{new}\u00a0» ({slide.origin})"


def _texts(element: Element) -> Iterator[str]:
    if isinstance(element, Group):
        for leaf in element.elements:
            yield from _texts(leaf)
    elif isinstance(element, TextBox):
        yield from (plain(paragraph.text) for paragraph in element.paragraphs)
    elif isinstance(element, TableFrame):
        for row in element.rows:
            for cell in row.cells:
                yield from (plain(paragraph.text) for paragraph in cell.paragraphs)
