"""What every block needs to be set."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.edition.edition import Edition
from rapport.edition.furniture import Furniture
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
    """Charter, typesetter, notes to be called, pages on which facts are printed, phrases that layout fills."""

    charter: Charter
    typesetter: Typesetter
    notes: NoteBook
    pages: PageIndex
    furniture: Furniture

    @property
    def look(self) -> BriefLook:
        return self.charter.brief


@dataclass(frozen=True, slots=True)
class Room:
    """Where a block is set: its lane, the strip it fills, and the element it belongs to."""

    lane: Lane
    strip: Strip
    element: Element


def context_of(charter: Charter, typesetter: Typesetter, edition: Edition) -> Context:
    """The context of an edition's pages."""
    book = NoteBook(edition.notes, typesetter, charter.brief.type.footnote, charter.brief.grid.full)
    return Context(charter, typesetter, book, PageIndex(), edition.furniture)


def ink(rule: Rule) -> Ink:
    """A rule of the charter as ink."""
    return Ink(outline=rule.colour, weight=rule.weight)
