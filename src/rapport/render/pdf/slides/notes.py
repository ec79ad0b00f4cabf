"""Each slide over what the speaker says, on pages of the brief's size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from rapport.artefact import Artefact
from rapport.edition.text import Text, plain, words
from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.tags.element import Element
from rapport.formats.pdf.tags.syntax import number
from rapport.lines.face import FontSet
from rapport.look.box import Box as Area
from rapport.look.charter import Charter
from rapport.look.grid import PageGrid
from rapport.look.length import Pt
from rapport.look.type_style import TypeStyle
from rapport.render.pdf.blocks.note_book import baseline
from rapport.render.pdf.display.draw import Desk, Positioned, draw_items
from rapport.render.pdf.display.item import Extent, Ink, Prose, TextLine, rectangle
from rapport.render.pdf.inline import InlineElements
from rapport.render.pdf.slides.document import properties_of, unhyphenated, unindexed
from rapport.render.pdf.slides.easel import Easel
from rapport.render.pdf.slides.page import Layers, draw_layers, heading_levels, layers
from rapport.render.pdf.slides.prose import line_item
from rapport.render.pdf.stamping import UNSTAMPED, Stamping, stamp_on_page, with_stamp
from rapport.render.pdf.typesetter import Typesetter
from rapport.slides.deck import Deck, Slide


class Remark(Struct, frozen=True):
    """A paragraph of the notes and the element it is content of."""

    text: Text
    style: TypeStyle
    element: Element
    space: float


class Furniture(Struct, frozen=True):
    """What each page of notes repeats; the restriction may be empty."""

    title: str
    folio: str
    restriction: str


class Miniature(Struct, frozen=True):
    """Where slides stand on the page, and how far they are reduced."""

    area: Area
    scale: float
    page_height: float

    @property
    def matrix(self) -> str:
        """The operator that takes a slide drawn from the page's top left corner to its area (ISO 32000-1, 8.3.4)."""
        rise = self.page_height * (1 - self.scale) - self.area.y
        return f"{number(self.scale)} 0 0 {number(self.scale)} {number(self.area.x)} {number(rise)} cm"

    def reduced(self, area: Area) -> Area:
        """An area of the slide as it stands on the page."""
        x, y = self.area.x + self.scale * area.x, self.area.y + self.scale * area.y
        return Area(Pt(x), Pt(y), Pt(self.scale * area.width), Pt(self.scale * area.height))


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
    desk = Desk(canvas, charter.palette, unindexed)
    for slide, level in zip(deck.slides, heading_levels(deck), strict=True):
        easel = Easel(typesetter, charter, canvas.tree.document.child("Sect"))
        drawn = layers(slide, deck, level, easel)
        remarks = tuple(_remarks(slide, deck, level, easel))
        _draw(desk, easel, drawn, remarks, Furniture(deck.title, str(slide.number), plain(deck.restriction)))
    return with_stamp(canvas.finish("notes"), deck.stamp)


def _draw(desk: Desk, easel: Easel, drawn: Layers, remarks: Sequence[Remark], repeated: Furniture) -> None:
    """The slide and its notes, on as many pages as they take."""
    grid = easel.charter.brief.grid
    miniature = _miniature(easel.charter, grid)
    top = miniature.area.bottom + easel.charter.brief.gaps.large
    pages = {page: tuple(item for _, item in lines) for page, lines in groupby(_flow(remarks, top, easel), _page)}
    for page in range(max(pages, default=0) + 1):
        if page == 0:
            _draw_miniature(desk, miniature, drawn)
        draw_items(desk, pages.get(page, ()))
        with desk.canvas.artifact("Pagination", "Footer"):
            draw_items(desk, _furniture(repeated, easel, grid))
        desk.canvas.showPage()


def _miniature(charter: Charter, grid: PageGrid) -> Miniature:
    scale = grid.full.width / charter.deck.grid.width
    height = charter.deck.grid.height * scale
    return Miniature(Area(grid.full.x, grid.margins.left, grid.full.width, Pt(height)), scale, grid.height)


def _draw_miniature(desk: Desk, miniature: Miniature, drawn: Layers) -> None:
    content = tuple(_reduced(placed, miniature) for placed in drawn.content)
    with _scaled(desk.canvas, miniature):
        draw_layers(desk, replace(drawn, content=content))
    with desk.canvas.artifact("Layout"):
        draw_items(desk, (Positioned(rectangle(miniature.area, Ink(outline="rule", weight=0.5)), 0.0),))


@contextmanager
def _scaled(canvas: TaggedCanvas, miniature: Miniature) -> Iterator[None]:
    canvas.emit(f"q {miniature.matrix}")
    yield
    canvas.emit("Q")


def _reduced(placed: Positioned, miniature: Miniature) -> Positioned:
    """The extent of a figure is said in points of the page, whatever it is drawn with."""
    item = placed.item
    if isinstance(item, Extent):
        return Positioned(Extent(item.element, miniature.reduced(item.area.moved(dy=placed.top))), 0.0)
    return placed


def _remarks(slide: Slide, deck: Deck, level: int, easel: Easel) -> Iterator[Remark]:
    """What is said, then the sources under their heading."""
    types, gaps = easel.charter.deck.type, easel.charter.brief.gaps
    for text in slide.speech:
        yield Remark(text, types.notes, easel.element.child("P"), gaps.small)
    if slide.sources:
        heading = replace(types.notes, weight="bold")
        yield Remark(words(deck.notes_heading), heading, easel.element.child(f"H{level + 1}"), gaps.medium)
    for text in slide.sources:
        yield Remark(text, types.source, easel.element.child("P"), gaps.small / 2)


def _flow(remarks: Sequence[Remark], top: float, easel: Easel) -> Iterator[tuple[int, Positioned]]:
    """The lines of the notes with the number of the page they stand on, from 0; a heading keeps with what follows."""
    grid, page, y = easel.charter.brief.grid, 0, top
    for remark in remarks:
        lines = easel.typesetter.lines(_unlinked(remark.text), remark.style, grid.full.width)
        prose = Prose(InlineElements(remark.element), remark.style.colour, remark.style.leading)
        kept = 2 * remark.style.leading if remark.style.weight == "bold" else 0.0
        y += remark.space if y > top else 0.0
        for line in lines:
            if y + remark.style.leading + kept > grid.content_bottom:
                page, y = page + 1, float(grid.margins.top)
                prose = replace(prose)
            yield page, Positioned(TextLine(line.spaced, grid.full.x, y + baseline(remark.style), prose), 0.0)
            y += remark.style.leading


def _page(placed: tuple[int, Positioned]) -> int:
    return placed[0]


def _furniture(repeated: Furniture, easel: Easel, grid: PageGrid) -> Iterator[Positioned]:
    """What restricts the document at the head; at the foot its title and the number of the slide."""
    styles = easel.charter.brief.type
    marked = replace(styles.footer, weight="semibold", colour="accent")
    for text, style, y in ((repeated.restriction, marked, grid.head_y), (repeated.title, styles.footer, grid.footer_y)):
        if text:
            prose = Prose(None, style.colour, style.leading)
            line = TextLine(easel.typesetter.line(text, style), grid.full.x, y + baseline(style), prose)
            yield Positioned(line, 0.0)
    place = grid.full.box(grid.footer_y, styles.folio.leading)
    yield Positioned(line_item(repeated.folio, styles.folio, place, easel.typesetter), 0.0)


def _unlinked(text: Text) -> Text:
    """Links to other slides stay words."""
    return tuple(replace(span, link="", note="") if span.link.startswith("#") or span.note else span for span in text)
