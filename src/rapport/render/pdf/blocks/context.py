"""What every block needs to be set."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.edition import Edition, Furniture
from rapport.formats.pdf.tags.tree import Element
from rapport.look.charter import BriefLook, Charter
from rapport.look.geometry import Rule
from rapport.look.grid import Strip
from rapport.look.variants import DENSITIES
from rapport.render.pdf.blocks.note_book import NoteBook
from rapport.render.pdf.blocks.page_index import PageIndex
from rapport.render.pdf.composer.galley import Lane
from rapport.render.pdf.composer.page import Frame
from rapport.render.pdf.composer.passage import Density
from rapport.render.pdf.display.item import Ink
from rapport.render.pdf.typesetter import Typesetter


class Context(Struct, frozen=True):
    """Charter, typesetter, notes to be called, pages on which facts are printed, phrases that layout fills.

    `subheading` is the level of headings inside a section, one below its title's.
    """

    charter: Charter
    typesetter: Typesetter
    notes: NoteBook
    pages: PageIndex
    furniture: Furniture
    density: Density = "usual"
    subheading: Literal["H2", "H3"] = "H3"

    def set_as(self, density: Density) -> Context:
        """The same with the looks of a density: smaller titles in company, larger charts and figures alone."""
        brief = DENSITIES[density](self.look)
        return replace(self, density=density, charter=replace(self.charter, brief=brief))

    @property
    def look(self) -> BriefLook:
        return self.charter.brief

    @property
    def frame(self) -> Frame:
        """The room for content on every page: the white above notes holds the rule that parts them from it."""
        grid, gaps = self.look.grid, self.look.gaps
        return Frame(grid.opening_rule_y, grid.content_bottom, note_gap=gaps.medium + gaps.small)


class Room(Struct, frozen=True):
    """Where a block is set: its lane, the strip it fills, and the element it belongs to.

    `subject` is second where something of the full width stands above in the section: what comes with a message of its
    own then opens with a strong rule.
    """

    lane: Lane
    strip: Strip
    element: Element
    subject: Literal["first", "second"] = "first"


def context_of(charter: Charter, typesetter: Typesetter, edition: Edition) -> Context:
    """The context of an edition's pages."""
    book = NoteBook(edition.notes, typesetter, charter.brief.type.footnote, charter.brief.grid.full)
    return Context(charter, typesetter, book, PageIndex(edition.sections), edition.furniture)


def ink(rule: Rule) -> Ink:
    """A rule of the charter as ink."""
    return Ink(outline=rule.colour, weight=rule.weight)
