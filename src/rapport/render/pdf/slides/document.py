"""A deck on pages of its own size; its slides in small, each beside lines to write on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from msgspec import Struct
from msgspec.structs import replace

from rapport.artefact import Artefact
from rapport.edition.text import plain
from rapport.formats.pdf.archive import Properties
from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.tags.serial import number
from rapport.lines.face import FontSet
from rapport.lines.line import Hyphenate, undivided
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt
from rapport.look.grid import GridStrip, PageGrid
from rapport.look.house import charter_on
from rapport.render.pdf.blocks.context import baseline
from rapport.render.pdf.display.draw import DrawingContext, draw_items
from rapport.render.pdf.display.item import (
    FigureExtent,
    Positioned,
    ProseItem,
    ShapeInk,
    TextLine,
    line_across,
    rectangle,
)
from rapport.render.pdf.pages import UNSTAMPED, Stamping, stamp_on_slide, unindexed, with_stamp
from rapport.render.pdf.slides.page import Layers, draw_layers, heading_levels, layers
from rapport.render.pdf.slides.prose import SlidePageContext, line_item
from rapport.render.pdf.text import Typesetter
from rapport.slides.deck import Deck, Slide


def draw_slides(deck: Deck, charter: Charter, fonts: FontSet, settings: Stamping = UNSTAMPED) -> Artefact:
    """The slides as a tagged PDF (PDF/UA-1, PDF/A), one a page, links and outline included; no notes.

    The same plan gives the same bytes; a deck with a stamp comes stamped. Raises OSError for a picture that is neither
    PNG nor JPEG.
    """
    canvas = TaggedCanvas((deck.width, deck.height), properties_of(deck))
    anchors = frozenset(slide.key for slide in deck.slides)
    redrawing = settings.redrawing
    typesetter = Typesetter(fonts, deck.language, unhyphenated, anchors=anchors, paragraphs=redrawing.memory())
    if settings.stamped or deck.stamp:
        canvas.reserve_stamp(
            stamp_on_slide(charter_on(charter, "content"), typesetter, deck.stamp), canvas.tree.document.child("P")
        )
    desk = DrawingContext(canvas, charter.palette, unindexed, redrawing.witness)
    for slide, level in zip(deck.slides, heading_levels(deck), strict=True):
        easel = SlidePageContext(typesetter, charter, canvas.tree.document.child("Sect"))
        draw_layers(desk, layers(slide, deck, level, easel))
        if slide.ground == "accent":
            canvas.colour_stamp(charter.palette.white)
        elif slide.house:
            canvas.colour_stamp(charter_on(charter, slide.house).palette.grey)
        canvas.showPage()
    return with_stamp(canvas.finish("slides"), deck.stamp)


def properties_of(deck: Deck) -> Properties:
    """What the file says of itself."""
    date = datetime.fromisoformat(deck.date).replace(tzinfo=UTC)
    return Properties(deck.title, deck.language, date, deck.issuer, deck.subject, deck.keywords)


def unhyphenated(language: str) -> Hyphenate:
    """Words on slides are never divided."""
    return undivided


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
    for nth, page in enumerate(_batches(levelled), start=1):
        easel = SlidePageContext(typesetter, charter, canvas.tree.document, links=False)
        _draw_page(desk, deck, page, easel)
        with canvas.artifact("Pagination", "Footer"):
            repeated = MiniatureFurniture(deck.title, str(nth), plain(deck.restriction))
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
    for row in range(1, int((height - charter.brief.gaps.large) / PITCH) + 1):
        yield Positioned(line_across(strip.x, top + row * PITCH, strip.width, ink), 0.0)


# Slides in small on pages of the brief's size, and what such pages repeat.


class MiniatureFurniture(Struct, frozen=True):
    """What each page of notes repeats; the restriction may be empty."""

    title: str
    folio: str
    restriction: str


class Miniature(Struct, frozen=True):
    """Where slides stand on the page, and how far they are reduced."""

    area: Box
    scale: float
    page_height: float

    @property
    def matrix(self) -> str:
        """The operator that takes a slide drawn from the page's top left corner to its area (ISO 32000-1, 8.3.4)."""
        rise = self.page_height * (1 - self.scale) - self.area.y
        return f"{number(self.scale)} 0 0 {number(self.scale)} {number(self.area.x)} {number(rise)} cm"

    def reduced(self, area: Box) -> Box:
        """An area of the slide as it stands on the page."""
        x, y = self.area.x + self.scale * area.x, self.area.y + self.scale * area.y
        return Box(Pt(x), Pt(y), Pt(self.scale * area.width), Pt(self.scale * area.height))


def miniature(charter: Charter, strip: GridStrip, y: float) -> Miniature:
    """The place of a slide as wide as a strip of the page, its top at `y`."""
    slide = charter_on(charter, "content").deck.grid
    scale = strip.width / slide.width
    height = slide.height * scale
    return Miniature(Box(strip.x, Pt(y), strip.width, Pt(height)), scale, charter.brief.grid.height)


def draw_miniature(desk: DrawingContext, miniature: Miniature, drawn: Layers) -> None:
    """A slide in its place, with a hairline round it."""
    content = tuple(_reduced(placed, miniature) for placed in drawn.content)
    with _scaled(desk.canvas, miniature):
        draw_layers(desk, replace(drawn, content=content))
    with desk.canvas.artifact("Layout"):
        draw_items(desk, (Positioned(rectangle(miniature.area, ShapeInk(outline="rule", weight=0.5)), 0.0),))


@contextmanager
def _scaled(canvas: TaggedCanvas, miniature: Miniature) -> Iterator[None]:
    canvas.emit(f"q {miniature.matrix}")
    yield
    canvas.emit("Q")


def _reduced(placed: Positioned, miniature: Miniature) -> Positioned:
    """The extent of a figure is said in points of the page, whatever it is drawn with."""
    item = placed.item
    if isinstance(item, FigureExtent):
        return Positioned(FigureExtent(item.element, miniature.reduced(item.area.moved(dy=placed.top))), 0.0)
    return placed


def furniture(repeated: MiniatureFurniture, easel: SlidePageContext, grid: PageGrid) -> Iterator[Positioned]:
    """What restricts the document at the head; at the foot its title and the number of the slide."""
    styles = easel.charter.brief.type
    marked = replace(styles.footer, weight="semibold", colour="accent")
    for text, style, y in ((repeated.restriction, marked, grid.head_y), (repeated.title, styles.footer, grid.footer_y)):
        if text:
            prose = ProseItem(None, style.colour, style.leading)
            line = TextLine(easel.typesetter.line(text, style), grid.full.x, y + baseline(style), prose)
            yield Positioned(line, 0.0)
    place = grid.full.box(grid.footer_y, styles.folio.leading)
    yield Positioned(line_item(repeated.folio, styles.folio, place, easel.typesetter), 0.0)
