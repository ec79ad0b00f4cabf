"""The lines slides should hold on pages of their own, or over their notes.

Groups and tables have no alternative text there: the structure says what they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rapport.edition.text import plain
from rapport.origin import Origin
from rapport.slides.deck import Deck, Slide
from rapport.slides.elements import Group, TableFrame, TextBox
from rapport.verify.expected.deck import element_lines, spoken_lines
from rapport.verify.expected.tiles import Known, recognised
from rapport.verify.parity.line import ExpectedLine, line


def page_lines(plan: Deck, slide: Slide, known: Known) -> tuple[ExpectedLine, ...]:
    """What is read on the page of a slide; a foot that says the title of the document is not."""
    elements = (slide.title, *slide.elements)
    lines = tuple(found for element in elements for found in _read(element, slide.origin))
    foot = line(slide.footer, "foot", slide.origin)
    own = foot.text and foot.text != plan.title
    return (*recognised(lines, known), *((foot,) if own else ()))


def note_page_lines(plan: Deck, slide: Slide, known: Known) -> tuple[ExpectedLine, ...]:
    """What is read where the slide stands over its notes."""
    return (*page_lines(plan, slide, known), *spoken_lines(slide, plan.notes_heading, known))


def foots(plan: Deck, slide: Slide) -> tuple[str, ...]:
    """What is repeated at the foot of a slide: the title of the document where it has no source, and its number."""
    title = (plan.title,) if plain(slide.footer) == plan.title else ()
    return title if slide.layout == "cover" else (*title, str(slide.number))


def _numbered(box: TextBox, origin: Origin) -> Iterator[ExpectedLine]:
    """The paragraphs of a box, after their numbers where a list is numbered."""
    for paragraph, found in zip(box.paragraphs, element_lines(box, origin), strict=True):
        if paragraph.number:
            yield ExpectedLine(f"{paragraph.number}.", "furniture", origin)
        yield found


def _read(element: Any, origin: Origin) -> Iterator[ExpectedLine]:
    if isinstance(element, TextBox):
        yield from _numbered(element, origin)
        return
    silent = (element.alternative or element.name) if isinstance(element, (Group, TableFrame)) else ""
    for index, found in enumerate(element_lines(element, origin)):
        if index or found.role != "alternative" or found.text != silent:
            yield found
