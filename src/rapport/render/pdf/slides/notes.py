"""Each slide over what the speaker says, on pages of the brief's size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from rapport.artefact import Artefact
from rapport.edition.text import Text, plain, words
from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.face import FontSet
from rapport.lines.paragraph import spaced
from rapport.look.charter import Charter
from rapport.look.type_style import TypeStyle
from rapport.render.pdf.blocks.context import baseline
from rapport.render.pdf.display.draw import DrawingContext, draw_items
from rapport.render.pdf.display.item import Positioned, ProseItem, TextLine
from rapport.render.pdf.pages import UNSTAMPED, Stamping, stamp_on_page, unindexed, with_stamp
from rapport.render.pdf.slides.document import (
    MiniatureFurniture,
    draw_miniature,
    furniture,
    miniature,
    properties_of,
    unhyphenated,
)
from rapport.render.pdf.slides.page import Layers, heading_levels, layers
from rapport.render.pdf.slides.prose import SlidePageContext
from rapport.render.pdf.text import InlineElements, Typesetter
from rapport.slides.deck import Deck, Slide


class NotesRemark(Struct, frozen=True):
    """A paragraph of the notes and the element it is content of."""

    text: Text
    style: TypeStyle
    element: Element
    space: float


def draw_notes(deck: Deck, charter: Charter, fonts: FontSet, settings: Stamping = UNSTAMPED) -> Artefact:
    """The slides, each over its notes and sources, as a tagged PDF (PDF/UA-1, PDF/A) to be printed.

    Notes that are too long go on on a page of their own. Slides have no links here: they are too small to be used.
    A deck with a stamp comes stamped.
    """
    grid = charter.brief.grid
    canvas = TaggedCanvas((grid.width, grid.height), properties_of(deck))
    typesetter = Typesetter(fonts, deck.language, unhyphenated)
    if settings.stamped or deck.stamp:
        canvas.reserve_stamp(stamp_on_page(charter, typesetter, deck.stamp), canvas.tree.document.child("P"))
    desk = DrawingContext(canvas, charter.palette, unindexed)
    for slide, level in zip(deck.slides, heading_levels(deck), strict=True):
        easel = SlidePageContext(typesetter, charter, canvas.tree.document.child("Sect"), links=False)
        drawn = layers(slide, deck, level, easel)
        remarks = tuple(_remarks(slide, deck, level, easel))
        _draw(desk, easel, drawn, remarks, MiniatureFurniture(deck.title, str(slide.number), plain(deck.restriction)))
    return with_stamp(canvas.finish("notes"), deck.stamp)


def _draw(
    desk: DrawingContext,
    easel: SlidePageContext,
    drawn: Layers,
    remarks: Sequence[NotesRemark],
    repeated: MiniatureFurniture,
) -> None:
    """The slide and its notes, on as many pages as they take."""
    grid = easel.charter.brief.grid
    small = miniature(easel.charter, grid.full, grid.margins.left)
    top = small.area.bottom + easel.charter.brief.gaps.large
    pages = {page: tuple(item for _, item in lines) for page, lines in groupby(_flow(remarks, top, easel), _page)}
    for page in range(max(pages, default=0) + 1):
        if page == 0:
            draw_miniature(desk, small, drawn)
        draw_items(desk, pages.get(page, ()))
        with desk.canvas.artifact("Pagination", "Footer"):
            draw_items(desk, furniture(repeated, easel, grid))
        desk.canvas.showPage()


def _remarks(slide: Slide, deck: Deck, level: int, easel: SlidePageContext) -> Iterator[NotesRemark]:
    """What is said, then the sources under their heading."""
    types, gaps = easel.charter.deck.type, easel.charter.brief.gaps
    for text in slide.speech:
        yield NotesRemark(text, types.notes, easel.element.child("P"), gaps.small)
    if slide.sources:
        heading = replace(types.notes, weight="bold")
        yield NotesRemark(words(deck.notes_heading), heading, easel.element.child(f"H{level + 1}"), gaps.medium)
    for text in slide.sources:
        yield NotesRemark(text, types.source, easel.element.child("P"), gaps.small / 2)


def _flow(remarks: Sequence[NotesRemark], top: float, easel: SlidePageContext) -> Iterator[tuple[int, Positioned]]:
    """The lines of the notes with the number of the page they stand on, from 0; a heading keeps with what follows."""
    grid, page, y = easel.charter.brief.grid, 0, top
    for remark in remarks:
        lines = easel.typesetter.lines(_unlinked(remark.text), remark.style, grid.full.width)
        prose = ProseItem(InlineElements(remark.element), remark.style.colour, remark.style.leading)
        kept = 2 * remark.style.leading if remark.style.weight == "bold" else 0.0
        y += remark.space if y > top else 0.0
        for line in lines:
            if y + remark.style.leading + kept > grid.content_bottom:
                page, y = page + 1, float(grid.margins.top)
                prose = replace(prose)
            yield page, Positioned(TextLine(spaced(line), grid.full.x, y + baseline(remark.style), prose), 0.0)
            y += remark.style.leading


def _page(placed: tuple[int, Positioned]) -> int:
    return placed[0]


def _unlinked(text: Text) -> Text:
    """Links to other slides stay words."""
    return tuple(replace(span, link="", note="") if span.link.startswith("#") or span.note else span for span in text)
