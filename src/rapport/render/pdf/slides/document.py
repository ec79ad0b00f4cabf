"""A deck on pages of its own size, and slides in small, each beside lines to write on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from rapport.artefact import Artefact
from rapport.edition.text import plain
from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.metadata import Properties
from rapport.lines.face import FontSet
from rapport.lines.line import Hyphenate, undivided
from rapport.look.charter import Charter
from rapport.render.pdf.display.draw import DrawingContext, Positioned, draw_items
from rapport.render.pdf.display.item import ShapeInk, line_across
from rapport.render.pdf.slides.easel import SlidePageContext
from rapport.render.pdf.slides.miniature import MiniatureFurniture, draw_miniature, furniture, miniature
from rapport.render.pdf.slides.page import draw_layers, heading_levels, layers
from rapport.render.pdf.stamping import UNSTAMPED, Stamping, stamp_on_slide, with_stamp
from rapport.render.pdf.typesetter import Typesetter
from rapport.slides.deck import Deck, Slide


def draw_slides(deck: Deck, charter: Charter, fonts: FontSet, settings: Stamping = UNSTAMPED) -> Artefact:
    """The slides as a tagged PDF (PDF/UA-1, PDF/A), one a page, links and outline included; no notes.

    The same plan gives the same bytes; a deck with a stamp comes stamped. Raises OSError for a picture that is neither
    PNG nor JPEG.
    """
    canvas = TaggedCanvas((deck.width, deck.height), properties_of(deck))
    anchors = frozenset(slide.key for slide in deck.slides)
    redrawing = settings.redrawing
    typesetter = Typesetter(fonts, deck.language, unhyphenated, anchors=anchors, paragraphs=redrawing.paragraphs)
    if settings.stamped or deck.stamp:
        canvas.reserve_stamp(stamp_on_slide(charter, typesetter, deck.stamp), canvas.tree.document.child("P"))
    desk = DrawingContext(canvas, charter.palette, unindexed, redrawing.witness)
    for slide, level in zip(deck.slides, heading_levels(deck), strict=True):
        easel = SlidePageContext(typesetter, charter, canvas.tree.document.child("Sect"))
        draw_layers(desk, layers(slide, deck, level, easel))
        if slide.ground == "accent":
            canvas.colour_stamp(charter.palette.white)
        canvas.showPage()
    return with_stamp(canvas.finish("slides"), deck.stamp)


def properties_of(deck: Deck) -> Properties:
    """What the file says of itself."""
    date = datetime.fromisoformat(deck.date).replace(tzinfo=UTC)
    return Properties(deck.title, deck.language, date, deck.issuer, deck.subject, deck.keywords)


def unhyphenated(language: str) -> Hyphenate:
    """Words on slides are never divided."""
    return undivided


def unindexed(fact: str) -> None:
    """No table lists the slides on which a fact is printed."""


PER_PAGE = 3
"""Slides on a page."""
PITCH = 24.0
"""From one line to the next: room for handwriting, 8.5 mm."""


def draw_with_lines(deck: Deck, charter: Charter, fonts: FontSet) -> Artefact:
    """Three slides a page at its left, lines at its right, as a tagged PDF (PDF/UA-1, PDF/A) to be printed.

    Slides have no links here: they are too small to be used.
    """
    grid = charter.brief.grid
    canvas = TaggedCanvas((grid.width, grid.height), properties_of(deck))
    typesetter = Typesetter(fonts, deck.language, unhyphenated)
    desk = DrawingContext(canvas, charter.palette, unindexed)
    levelled = tuple(zip(deck.slides, heading_levels(deck), strict=True))
    for number, page in enumerate(_batches(levelled), start=1):
        easel = SlidePageContext(typesetter, charter, canvas.tree.document, links=False)
        _draw_page(desk, deck, page, easel)
        with canvas.artifact("Pagination", "Footer"):
            repeated = MiniatureFurniture(deck.title, str(number), plain(deck.restriction))
            draw_items(desk, furniture(repeated, easel, grid))
        canvas.showPage()
    return canvas.finish("handout")


def _batches(slides: Sequence[tuple[Slide, int]]) -> Iterator[Sequence[tuple[Slide, int]]]:
    return (slides[first : first + PER_PAGE] for first in range(0, len(slides), PER_PAGE))


def _draw_page(
    desk: DrawingContext, deck: Deck, page: Sequence[tuple[Slide, int]], page_easel: SlidePageContext
) -> None:
    grid, charter = page_easel.charter.brief.grid, page_easel.charter
    left = grid.cells.span(1, grid.columns // 2)
    height = (grid.content_bottom - grid.margins.top) / PER_PAGE
    for place, (slide, level) in enumerate(page):
        top = grid.margins.top + place * height
        easel = SlidePageContext(page_easel.typesetter, charter, page_easel.element.child("Sect"), links=False)
        draw_miniature(desk, miniature(charter, left, top), layers(slide, deck, level, easel))
        with desk.canvas.artifact("Layout"):
            draw_items(desk, _lines(charter, top, height))


def _lines(charter: Charter, top: float, height: float) -> Iterator[Positioned]:
    """As many lines as the slide's share of the page holds, white above the next slide."""
    grid, hairline = charter.brief.grid, charter.brief.rules.hairline
    strip = grid.cells.span(grid.columns // 2 + 1, grid.columns)
    ink = ShapeInk(outline=hairline.colour, weight=hairline.weight)
    for number in range(1, int((height - charter.brief.gaps.large) / PITCH) + 1):
        yield Positioned(line_across(strip.x, top + number * PITCH, strip.width, ink), 0.0)
