"""What every block needs to be set, footnotes and the pages on which facts are printed included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise, repeat
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Table
from rapport.edition.edition import Block, Edition, EditionSection, Furniture, Note
from rapport.edition.text import Span, Text, evidence
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.line import Line
from rapport.look.charter import BriefLook, Charter
from rapport.look.geometry import Rule
from rapport.look.grid import GridStrip
from rapport.look.type_style import TypeStyle
from rapport.look.variants import DENSITIES
from rapport.render.pdf.composer.fitting import Density
from rapport.render.pdf.composer.vertical import Footnote, Lane, TypeArea, VerticalBox
from rapport.render.pdf.display.item import Anchor, Item, Printed, ProseItem, ShapeInk, TextLine
from rapport.render.pdf.text import InlineElements, Typesetter, note_place

RANGE, SEPARATOR, MORE = "\u2013", ", ", "…"


class PageIndex:
    """Fact -> pages, in rising order; before they are known, on how many they may stand."""

    def __init__(self, sections: Iterable[EditionSection]) -> None:
        self._pages: dict[str, list[int]] = {}
        self._sections = tuple(sections)

    @cached_property
    def _mentions(self) -> Counter[str]:
        return Counter(fact for section in self._sections for fact in _facts(section))

    def renew(self, sections: Iterable[EditionSection]) -> None:
        """Another document begins, for who set its tables with this index before."""
        self._pages.clear()
        self._sections = tuple(sections)
        self.__dict__.pop("_mentions", None)

    def expected(self, fact: str) -> int:
        """In how many sections a fact is printed: most often, the number of its pages."""
        return self._mentions[fact]

    def add(self, fact: str, page: int) -> None:
        """The fact is printed on the page; pages come in rising order, once or again."""
        pages = self._pages.setdefault(fact, [])
        if not pages or pages[-1] < page:
            pages.append(page)

    def pages(self, fact: str) -> tuple[int, ...]:
        """The pages of a fact; empty for one that is printed nowhere."""
        return tuple(self._pages.get(fact, ()))

    @property
    def places(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Every fact printed with its pages, in order of its key."""
        return tuple((fact, tuple(pages)) for fact, pages in sorted(self._pages.items()))


def _facts(section: EditionSection) -> frozenset[str]:
    """The facts a section prints, those left out that only a table of pages lists."""
    blocks = (block for block in section.blocks if not lists_pages(block))
    return frozenset(each.fact for value in (section.lead, section.title, *blocks) for each in evidence(value))


def facts_listed(section: EditionSection) -> tuple[str, ...]:
    """The facts whose pages a table of the section lists."""
    tables = (block for block in section.blocks if isinstance(block, Table))
    return tuple(cell.pages_of for table in tables for row in table.rows for cell in row.cells if cell.pages_of)


def lists_pages(block: Block) -> bool:
    """Whether a block is a table that says on which pages facts stand."""
    return isinstance(block, Table) and any(cell.pages_of for row in block.rows for cell in row.cells)


def page_list(pages: tuple[int, ...]) -> tuple[str, ...]:
    """Pages as a reader sees them, three neighbours or more as a range ("3–5", "8")."""
    parts: list[list[int]] = []
    for before, page in pairwise((0, *pages)):
        if parts and page == before + 1:
            parts[-1].append(page)
        else:
            parts.append([page])
    return tuple(text for run in parts for text in _run(run))


def _run(run: list[int]) -> tuple[str, ...]:
    return (f"{run[0]}{RANGE}{run[-1]}",) if len(run) > 2 else tuple(map(str, run))


# What every block needs to be set, footnotes included.


MARK_GAP = 0.3
"""White between a note's mark and its text, in em."""


class NoteBook:
    """The notes of a document over the strip at the foot of its pages."""

    def __init__(self, notes: Iterable[Note], typesetter: Typesetter, style: TypeStyle, strip: GridStrip) -> None:
        self._notes = {note.key: note for note in notes}
        self._typesetter = typesetter
        self._style = style
        self._strip = strip
        self._set: dict[str, Footnote] = {}

    def call(self, key: str, block: Element, elements: dict[str, Element]) -> Footnote | None:
        """The note called in `block`; None for a key that no note has.

        At its first call its element is made and added to `elements`: it is read right after the call.
        """
        if key in self._notes and key not in self._set:
            element = elements[key] = block.inline("Note", identifier=note_place(key))
            self._set[key] = Footnote(key, self._lines(self._notes[key], element))
        return self._set.get(key)

    @property
    def called(self) -> frozenset[str]:
        """The notes set so far."""
        return frozenset(self._set)

    def forget(self, known: frozenset[str]) -> None:
        """Take back all calls but those of `known` notes: what was set since is set anew."""
        self._set = {key: note for key, note in self._set.items() if key in known}

    def _lines(self, note: Note, element: Element) -> tuple[VerticalBox, ...]:
        style, strip = self._style, self._strip
        mark = self._typesetter.lines((Span(note.mark, position="superscript"),), style, strip.width)[0]
        indent = mark.width + MARK_GAP * style.size
        lines = self._typesetter.lines(note.text, style, strip.width, indent)
        prose = self._prose(element, note.text)
        label: tuple[Item, ...] = (
            Anchor(note_place(note.key)),
            TextLine(mark, strip.x, baseline(style), self._prose(element.inline("Lbl"))),
        )
        facts = printed_on(note.text, lines)
        return tuple(
            self._line(line, prose, fact if number else (*label, *fact))
            for number, (line, fact) in enumerate(zip(lines, facts, strict=True))
        )

    def _line(self, line: Line, prose: ProseItem, label: tuple[Item, ...]) -> VerticalBox:
        text = TextLine(line, self._strip.x, baseline(self._style), prose)
        return VerticalBox(self._style.leading, (*label, text))

    def _prose(self, element: Element, text: Text = ()) -> ProseItem:
        return ProseItem(InlineElements(element), self._style.colour, self._style.leading, text=text)


def baseline(style: TypeStyle) -> float:
    """From the top of a line box to its baseline: half of the leading's excess above the em, which rises 0.75 em."""
    return (style.leading - style.size) / 2 + 0.75 * style.size


def printed_on(text: Text, lines: Sequence[Line]) -> Iterable[tuple[Printed, ...]]:
    """For each line the facts whose figures stand on it."""
    facts = {run: span.evidence.fact for run, span in enumerate(text) if span.evidence}
    if not facts:
        return repeat((), len(lines))
    found = (dict.fromkeys(facts[part.run] for part in line.fragments if part.run in facts) for line in lines)
    return [(Printed(tuple(keys)),) if keys else () for keys in found]


class BlockContext(Struct, frozen=True):
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

    def set_as(self, density: Density) -> BlockContext:
        """The same with the looks of a density: smaller titles in company, larger charts and figures alone."""
        brief = DENSITIES[density](self.look)
        return replace(self, density=density, charter=replace(self.charter, brief=brief))

    @property
    def close(self) -> bool:
        """Whether sections share their pages: set closer, with notes and figures in other places."""
        return self.density in ("compact", "dense")

    @property
    def look(self) -> BriefLook:
        return self.charter.brief

    @property
    def frame(self) -> TypeArea:
        """The room for content on every page; the white above the notes includes the rule that sets them off."""
        grid, gaps = self.look.grid, self.look.gaps
        return TypeArea(grid.opening_rule_y, grid.content_bottom, note_gap=gaps.medium + gaps.small)


class Room(Struct, frozen=True):
    """Where a block is set: its lane, the strip it fills, and the element it belongs to.

    `subject` is second where something of the full width stands above in the section: what comes with a message of its
    own then opens with a strong rule.
    """

    lane: Lane
    strip: GridStrip
    element: Element
    subject: Literal["first", "second"] = "first"


def context_of(charter: Charter, typesetter: Typesetter, edition: Edition, index: PageIndex) -> BlockContext:
    """The context of an edition's pages."""
    book = NoteBook(edition.notes, typesetter, charter.brief.type.footnote, charter.brief.grid.full)
    return BlockContext(charter, typesetter, book, index, edition.furniture)


def ink(rule: Rule) -> ShapeInk:
    """A rule of the charter as ink."""
    return ShapeInk(outline=rule.colour, weight=rule.weight)
