"""Slides in small on pages of the brief's size, and what such pages repeat."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct
from msgspec.structs import replace

from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.tags.serial import number
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt
from rapport.look.grid import GridStrip, PageGrid
from rapport.render.pdf.blocks.context import baseline
from rapport.render.pdf.display.draw import DrawingContext, Positioned, draw_items
from rapport.render.pdf.display.item import FigureExtent, ProseItem, ShapeInk, TextLine, rectangle
from rapport.render.pdf.slides.easel import SlidePageContext
from rapport.render.pdf.slides.page import Layers, draw_layers
from rapport.render.pdf.slides.prose import line_item


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
    scale = strip.width / charter.deck.grid.width
    height = charter.deck.grid.height * scale
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
