"""A section of the edition -> its opening and the galleys of its blocks, each set by the one table of kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks import figures, surroundings
from rapport.edition.blocks import words as wording
from rapport.edition.blocks.figures import Image
from rapport.edition.blocks.words import Bullets, Callout, Paragraph
from rapport.edition.edition import Block, EditionSection, SpeakingPoints, with_speaking_points
from rapport.edition.text import plain
from rapport.formats.pdf.tags.tree import AnnotationKid, Element, MarkedContentKid
from rapport.render.pdf.blocks.context import BlockContext, Room
from rapport.render.pdf.blocks.drawings import set_chart, set_map
from rapport.render.pdf.blocks.key_figures import set_key_figures
from rapport.render.pdf.blocks.lists import set_contacts, set_glossary, set_status_key, set_timeline
from rapport.render.pdf.blocks.opening import Title, set_divider, set_opening
from rapport.render.pdf.blocks.pictures import is_broad, is_upright, set_image, set_pair, set_people, set_upright
from rapport.render.pdf.blocks.setting import set_heading, set_paragraph, set_source
from rapport.render.pdf.blocks.table import set_table
from rapport.render.pdf.blocks.words import (
    half_room,
    half_strips,
    set_bullets,
    set_callout,
    set_comparison,
    set_halves,
    set_messages,
    set_questions,
    set_quote,
)
from rapport.render.pdf.composer.fitting import Density, SectionPassage
from rapport.render.pdf.composer.vertical import Galley, Glue, Lane, VerticalBox, bound, in_company
from rapport.render.pdf.display.item import Turned

Setter = Callable[[BlockContext, Any, Room], tuple[Galley, ...]]

SETTERS: Mapping[type[Block], Setter] = MappingProxyType(
    {
        wording.Paragraph: set_paragraph,
        wording.Heading: set_heading,
        wording.Bullets: set_bullets,
        figures.KeyFigures: set_key_figures,
        figures.Table: set_table,
        figures.Chart: set_chart,
        figures.Timeline: set_timeline,
        wording.Callout: set_callout,
        wording.Quote: set_quote,
        wording.Questions: set_questions,
        wording.Messages: set_messages,
        figures.Comparison: set_comparison,
        figures.Image: set_image,
        surroundings.Map: set_map,
        surroundings.People: set_people,
        wording.Glossary: set_glossary,
        wording.Contacts: set_contacts,
        wording.StatusKey: set_status_key,
    }
)


def set_block(context: BlockContext, block: Block, room: Room) -> tuple[Galley, ...]:
    """The galleys of a block."""
    return SETTERS[type(block)](context, block, room)


# A section set more than once: each setting has its own elements, and only the chosen one's are read.

Kids = list[Element | MarkedContentKid | AnnotationKid]
SetGalleys = Callable[[BlockContext], Iterator[Galley]]


class SectionVariants:
    """The settings of one section under `element`; `set_galleys` makes its galleys for a context."""

    def __init__(self, context: BlockContext, element: Element, set_galleys: SetGalleys) -> None:
        self._context = context
        self._element = element
        self._set_galleys = set_galleys
        self._known = context.notes.called
        self._galleys: dict[Density, tuple[Galley, ...]] = {}
        self._kids: dict[Density, Kids] = {}

    def first(self) -> Iterator[Galley]:
        """The usual setting, as it is made."""
        return in_company(self._set_galleys(self._context), self._context.frame)

    def keep(self, density: Density, galleys: tuple[Galley, ...]) -> None:
        """Remember a setting just made."""
        self._galleys[density] = galleys
        self._kids[density] = self._element.kids

    def galleys(self, density: Density) -> tuple[Galley, ...]:
        """The galleys of a setting, made when they are first asked for."""
        if density not in self._galleys:
            self._element.kids = []
            self._context.notes.forget(self._known)
            context = self._context.set_as(density)
            self.keep(density, tuple(in_company(self._set_galleys(context), context.frame)))
        return self._galleys[density]

    def choose(self, density: Density) -> None:
        """Settle on a setting: its elements alone are in the structure."""
        if density in self._kids:
            self._element.kids = self._kids[density]


Part = Block | SpeakingPoints


class SectionPair(Struct, frozen=True):
    """Two pictures that stand side by side."""

    pictures: tuple[Image, Image]


LONG = 3.0
"""Pages from which a section is not weighed against others: it opens a page and is set as it comes."""


def section_passage(
    context: BlockContext, section: EditionSection, parent: Element, part: Sequence[EditionSection] = ()
) -> SectionPassage:
    """The section on its way to the pages; `part` are the sections that a divider opens."""
    element = parent.child("Sect")
    name = plain(section.name) or plain(section.title)
    setting = partial(section_galleys, section=section, name=name, element=element, part=part)
    variants = SectionVariants(context, element, setting)
    begun, rest = _begun(context, variants.first())
    variants.keep("usual", begun)
    return SectionPassage(name, variants.galleys, variants.choose, rest, alone=section.kind == "divider")


def _begun(context: BlockContext, galleys: Iterator[Galley]) -> tuple[tuple[Galley, ...], Iterator[Galley] | None]:
    """The galleys of a section, all of them unless it is long: then its beginning and the rest, still to be set."""
    begun: list[Galley] = []
    total = 0.0
    for galley in galleys:
        begun.append(galley)
        total += galley.height
        if total > LONG * context.frame.height:
            return tuple(begun), galleys
    return tuple(begun), None


def section_galleys(
    context: BlockContext, *, section: EditionSection, name: str, element: Element, part: Sequence[EditionSection]
) -> Iterator[Galley]:
    """The opening of a section, its blocks and its source line; `part` are the sections that a divider opens."""
    return turned_last(_as_read(context, section, name, element, part))


def _as_read(
    context: BlockContext, section: EditionSection, name: str, element: Element, part: Sequence[EditionSection]
) -> Iterator[Galley]:
    title = Title(section.key, name, section.kicker, section.title or section.name, section.lead)
    divides = section.kind == "divider"
    opening = set_divider(context, section, part, element) if divides else set_opening(context, title, element)
    blocks = blocks_matter(context, section.blocks, element)
    last: Lane = "text"
    yield Galley("full", (Glue(context.look.gaps.large),))  # a section that ends on words has no white of its own
    for galley in chain(opening, blocks):
        yield galley
        last = galley.lane
    grid = context.look.grid
    source = set_source(context, section.source, element, grid.full if last == "full" else grid.text)
    if source:
        yield Galley("full" if last == "full" else "text", source)


def blocks_matter(context: BlockContext, blocks: Sequence[Block], element: Element) -> Iterator[Galley]:
    """The galleys of blocks, in the text column; a callout after something of the full width takes it too."""
    return bound(_blocks_matter(context, blocks, element))


def _blocks_matter(context: BlockContext, blocks: Sequence[Block], element: Element) -> Iterator[Galley]:
    room = Room("text", context.look.grid.text, element)
    before: Lane = "text"
    company = 0.0
    for block, following in with_next(side_by_side(with_speaking_points(blocks))):
        if isinstance(block, SpeakingPoints):
            galleys: tuple[Galley, ...] = (_halves(context, block, room),)
        elif isinstance(block, SectionPair):
            galleys = set_pair(context, block.pictures, room)
        elif isinstance(block, Image) and is_upright(block) and isinstance(following, Paragraph):
            galleys = set_upright(context, block, room)
        else:
            alone = company <= 0 and not isinstance(following, Paragraph | Bullets)
            place = _callout_room(context, room, before, alone=alone) if isinstance(block, Callout) else room
            galleys = set_block(context, block, place)
        yield from galleys
        before = galleys[-1].lane if galleys else before
        company = company if isinstance(block, Callout) and before == "text" else _company(galleys, company)
        if before == "full":
            room = replace(room, subject="second")


def side_by_side(blocks: Iterable[Part]) -> Iterator[Part | SectionPair]:
    """The blocks, neighbouring pictures that do not cross the page as pairs."""
    waiting: Image | None = None
    for block in blocks:
        if waiting is not None and isinstance(block, Image) and not is_broad(block):
            yield SectionPair((waiting, block))
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = block if isinstance(block, Image) and not is_broad(block) else None
        if waiting is None:
            yield block
    if waiting is not None:
        yield waiting


def with_next(blocks: Iterable[Part | SectionPair]) -> Iterator[tuple[Part | SectionPair, Part | SectionPair | None]]:
    """Each block with the one that follows it."""
    return pairwise(chain(blocks, (None,)))  # type: ignore[arg-type]


def _company(galleys: Iterable[Galley], company: float) -> float:
    """By how many points prose is longer than what stands in the margin, since both last began at one height."""
    for galley in galleys:
        company = {"full": 0.0, "text": company + galley.height, "margin": company - galley.height}[galley.lane]
    return company


def _callout_room(context: BlockContext, room: Room, before: Lane, *, alone: bool) -> Room:
    """A callout takes the full width after what does; set compact, it stands in the margin beside the prose.

    `alone`, with no prose there, it would leave a hole in the text column instead.
    """
    if before == "full":
        return replace(room, lane="full", strip=context.look.grid.full)
    if context.close and not alone and room.lane == "text":
        return replace(room, lane="margin", strip=context.look.grid.margin)
    return room


def _halves(context: BlockContext, block: SpeakingPoints, room: Room) -> Galley:
    """Quotes and questions side by side."""
    left, right = (half_room(room, strip) for strip in half_strips(context))
    said = (galley for each in block.said for galley in set_block(context, each, left))
    asked = (galley for each in (block.asked,) for galley in set_block(context, each, right))
    return set_halves(context, said, asked, room.element)


def turned_last(galleys: Iterable[Galley]) -> Iterator[Galley]:
    """The galleys, turned pages after all others: upright ones fill up before them."""
    held: list[Galley] = []
    for galley in galleys:
        if any(
            isinstance(item, Turned) for box in galley.items[:1] if isinstance(box, VerticalBox) for item in box.items
        ):
            held.append(galley)
        else:
            yield galley
    yield from held
