"""The contents page: each section with the page it begins on, which is filled in once all pages are made up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain

from msgspec.structs import replace

from rapport.edition.blocks.words import StatusKey
from rapport.edition.edition import Block, Edition, EditionSection
from rapport.edition.text import plain, words
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.line import Line
from rapport.look.geometry import Box, Pt
from rapport.look.grid import GridStrip
from rapport.render.pdf.blocks.context import BlockContext, Room, baseline
from rapport.render.pdf.blocks.dispatch import set_block
from rapport.render.pdf.blocks.opening import Title, set_opening
from rapport.render.pdf.blocks.section import SectionVariants, blocks_matter
from rapport.render.pdf.blocks.setting import BlockVoice, rule_box, text_boxes
from rapport.render.pdf.composer.fitting import SectionPassage, extent
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import Glue, VerticalBox, abreast, lowered, stacked, whole
from rapport.render.pdf.display.item import LateText, LinkArea

KEY = "contents"
ABOVE, BELOW, WIDER = 4.0, 7.0, 1.9
"""White within a row, and how much more of it rows have where there are few."""
WIDEST = "0000"

PageOf = Callable[[str], int]
"""The page on which a section begins, by its key."""


def contents_passage(context: BlockContext, edition: Edition, parent: Element, page_of: PageOf) -> SectionPassage:
    """The contents, with the blocks that stand below the list."""
    element = parent.child("Sect")
    variants = SectionVariants(context, element, partial(_galleys, edition=edition, element=element, page_of=page_of))
    return SectionPassage(plain(edition.contents.name), variants.galleys, variants.choose)


def _galleys(context: BlockContext, *, edition: Edition, element: Element, page_of: PageOf) -> Iterator[Galley]:
    contents, gaps = edition.contents, context.look.gaps
    title = Title(KEY, plain(contents.name), contents.name, contents.title)
    opening = tuple(set_opening(context, title, element))
    toc = element.child("TOC")
    rows = [_row(context, section, toc, page_of) for section in edition.sections]
    end = rule_box(context.look.rules.hairline, context.look.grid.text)
    last = whole((*rows[-2:], end))  # never one row alone on a page
    listed = (*opening, Galley("text", (*rows[:-2], *last, Glue(gaps.large))))
    yield from (*listed, *_further(context, contents.blocks, element, listed))


def _further(
    context: BlockContext, blocks: Sequence[Block], element: Element, listed: Sequence[Galley]
) -> tuple[Galley, ...]:
    """The blocks below the list, or beside it where only so one page holds both."""
    below, room = tuple(blocks_matter(context, blocks, element)), context.frame.height
    if extent((*listed, *below)) <= room:
        return below
    beside = tuple(_beside(context, blocks, element))
    return beside if extent((*listed, *beside)) <= room else below


def _beside(context: BlockContext, blocks: Sequence[Block], element: Element) -> Iterator[Galley]:
    """The blocks below the list, set once more: what can stand in the margin stands beside a long list."""
    margin = Room("margin", context.look.grid.margin, element)
    for block in blocks:
        if isinstance(block, StatusKey):
            yield from set_block(context, block, margin)
        else:
            yield from blocks_matter(context, (block,), element)


def _row(context: BlockContext, section: EditionSection, toc: Element, page_of: PageOf) -> VerticalBox:
    """A section's name and summary, and its page at the right: the whole row is a link."""
    styles, grid = context.look.type, context.look.grid
    link = toc.child("TOCI").child("Reference").child("Link")
    kept = context.typesetter.width(words(WIDEST), styles.contents_entry)
    strip = GridStrip(grid.text.x, Pt(grid.text.width - kept))
    name = text_boxes(context, section.name, BlockVoice(styles.contents_entry, strip, link))
    summary = text_boxes(context, section.summary, BlockVoice(styles.contents_detail, strip, link))
    white = WIDER if context.density == "open" else 1.0
    row = lowered(stacked(chain(name, summary)), white * ABOVE, white * BELOW)
    area = Box(grid.text.x, Pt(0), grid.text.width, Pt(row.height))
    target = LinkArea(link, area, plain(section.name), f"#{section.key}")
    rule = rule_box(context.look.rules.hairline, grid.text)
    number = VerticalBox(row.height, (*_page(context, section, link, page_of, white * ABOVE), target))
    return replace(abreast((row, number)), items=rule.items)


def _page(
    context: BlockContext, section: EditionSection, link: Element, page_of: PageOf, down: float
) -> tuple[LateText, ...]:
    style, right = context.look.type.contents_entry, context.look.grid.text.right

    def compose() -> Line:
        return context.typesetter.line(str(page_of(section.key)), style)

    return (LateText(compose, right, down + baseline(style), 0.0, style.colour, link),)
