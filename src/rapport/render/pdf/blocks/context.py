"""What every block needs to be set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapport.edition.edition import Note
from rapport.look.charter import BriefLook, Charter
from rapport.look.grid import Strip
from rapport.look.rule import Rule
from rapport.render.pdf.blocks.note_book import NoteBook
from rapport.render.pdf.blocks.page_index import PageIndex
from rapport.render.pdf.composer.galley import Lane
from rapport.render.pdf.display.item import Ink
from rapport.render.pdf.tags.element import Element
from rapport.render.pdf.typesetter import Typesetter


@dataclass(frozen=True, slots=True)
class Context:
    """The charter, the typesetter, the notes to be called and the pages on which facts are printed."""

    charter: Charter
    typesetter: Typesetter
    notes: NoteBook
    pages: PageIndex

    @property
    def look(self) -> BriefLook:
        return self.charter.brief


@dataclass(frozen=True, slots=True)
class Room:
    """Where a block is set: its lane, the strip it fills, and the element it belongs to."""

    lane: Lane
    strip: Strip
    element: Element


def context_of(charter: Charter, typesetter: Typesetter, notes: Iterable[Note]) -> Context:
    """The context of a document."""
    book = NoteBook(notes, typesetter, charter.brief.type.footnote, charter.brief.grid.full)
    return Context(charter, typesetter, book, PageIndex())


def ink(rule: Rule) -> Ink:
    """A rule of the charter as ink."""
    return Ink(outline=rule.colour, weight=rule.weight)
