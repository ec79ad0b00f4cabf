"""A section of the edition -> its opening and the galleys of its blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapport.edition.blocks.block import Block
from rapport.edition.blocks.callout import Callout
from rapport.edition.edition import Section
from rapport.edition.text import plain
from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.blocks.dispatch import set_block
from rapport.render.pdf.blocks.halves import Halves, half_room, half_strips, paired, set_halves
from rapport.render.pdf.blocks.notices import set_source
from rapport.render.pdf.blocks.opening import Title, set_opening
from rapport.render.pdf.composer.galley import Galley, Lane, Matter, Opening
from rapport.render.pdf.composer.vertical import height
from rapport.render.pdf.tags.element import Element


def section_matter(context: Context, section: Section, parent: Element) -> Iterator[Matter]:
    """The section on a page of its own; an annex shares the page before it where all of it has room."""
    element = parent.child("Sect")
    name = plain(section.name) or plain(section.title)
    galleys = _galleys(context, section, name, element)
    if section.kind != "annex":
        yield Opening(name)
        yield from galleys
    else:
        kept = tuple(galleys)
        yield Opening(name, room=_height(kept), gap=2 * context.look.gaps.large)
        yield from kept


def _galleys(context: Context, section: Section, name: str, element: Element) -> Iterator[Galley]:
    title = Title(section.key, name, section.kicker, section.title or section.name, section.lead)
    yield from set_opening(context, title, element)
    yield from blocks_matter(context, section.blocks, element)
    source = set_source(context, section.source, element, context.look.grid.text)
    if source:
        yield Galley("text", source)


def blocks_matter(context: Context, blocks: Sequence[Block], element: Element) -> Iterator[Galley]:
    """The galleys of blocks, in the text column; a callout after something of the full width takes it too."""
    text = Room("text", context.look.grid.text, element)
    before: Lane = "text"
    for block in paired(blocks):
        if isinstance(block, Halves):
            yield _halves(context, block, text)
            before = "full"
            continue
        wide = isinstance(block, Callout) and before == "full"
        room = replace(text, lane="full", strip=context.look.grid.full) if wide else text
        for galley in set_block(context, block, room):
            yield galley
            before = galley.lane


def _halves(context: Context, block: Halves, room: Room) -> Galley:
    """Quotes and questions side by side."""
    left, right = (half_room(room, strip) for strip in half_strips(context))
    said = (galley for each in block.said for galley in set_block(context, each, left))
    asked = (galley for each in (block.asked,) for galley in set_block(context, each, right))
    return set_halves(context, said, asked, room.element)


def _height(galleys: Sequence[Galley]) -> float:
    """How much room galleys take at most: no column beside another, outer white left out."""
    return sum(height(galley.items) for galley in galleys if galley.lane != "margin")
