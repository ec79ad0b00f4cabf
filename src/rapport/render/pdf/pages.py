"""Finished pages drawn on the canvas, and the stamp of numbered copies on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from rapport.artefact import Artefact
from rapport.edition.edition import EditionSection
from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.stamp import Stamp
from rapport.lines.paragraph import SetParagraphs
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt
from rapport.render.pdf.blocks.context import BlockContext, PageIndex, ink
from rapport.render.pdf.composer.composer import Page
from rapport.render.pdf.composer.vertical import BoxGround, PlacedBox, VerticalBox, flattened, grounded, held
from rapport.render.pdf.composer.ways import WeighedPages
from rapport.render.pdf.display.draw import DrawingContext, Witness, draw_items
from rapport.render.pdf.display.item import (
    Anchor,
    Item,
    LateText,
    PictureMark,
    Positioned,
    Printed,
    ProseItem,
    ShapeInk,
    ShapeItem,
    SignMark,
    TextLine,
    Turned,
    TurnedPart,
    line_across,
    rectangle,
)
from rapport.render.pdf.page_frame import PageFrame
from rapport.render.pdf.text import Typesetter

# What who draws a document again and again, as its author writes, keeps and learns.


class Redrawing(Struct, frozen=True):
    """What remembers paragraphs (None: it starts empty), who is told what stands where (None: nobody), and the pages
    weighed before.
    """

    paragraphs: SetParagraphs | None = None
    witness: Witness | None = None
    weighed: WeighedPages | None = None

    def memory(self) -> SetParagraphs:
        """What sets the paragraphs of one drawing."""
        return SetParagraphs() if self.paragraphs is None else self.paragraphs


ONCE = Redrawing()
"""A document drawn once."""


NOTE_RULE_GAP = 4.0
"""Between the rule above the notes and the first of them."""


class PageLog:
    """What is only known once pages are drawn: how many, where sections begin, where facts are printed."""

    def __init__(self, facts: PageIndex, witness: Witness | None = None) -> None:
        self.count = 0
        self.facts = facts
        self.witness = witness
        self._begins: dict[str, int] = {}

    def renew(self, sections: Iterable[EditionSection]) -> None:
        """Another document of these sections begins: what was set with this log tells of that one."""
        self.count = 0
        self.facts.renew(sections)
        self._begins.clear()

    def page_of(self, key: str) -> int:
        """The page that a place stands on; raises KeyError for one that no page has."""
        return self._begins[key]

    def begin(self, number: int, boxes: Iterable[VerticalBox]) -> None:
        """A page is about to be drawn, or will be: it may be told again."""
        self.count = max(self.count, number)
        for item in chain.from_iterable(map(held, boxes)):
            if isinstance(item, Anchor):
                self._begins.setdefault(item.name, number)
            elif isinstance(item, Printed):
                for fact in item.facts:
                    self.facts.add(fact, number)


def draw_cover(canvas: TaggedCanvas, context: BlockContext, cover: VerticalBox, log: PageLog) -> None:
    """The first page, edge to edge."""
    log.begin(1, (cover,))
    draw_items(_desk(canvas, context, 1, log), flattened(cover, 0.0))
    canvas.showPage()


def draw_page(canvas: TaggedCanvas, frame: PageFrame, page: Page, log: PageLog) -> None:
    """A page with its furniture."""
    log.begin(page.number, (placed.box for placed in page.placed))
    desk = _desk(canvas, frame.context, page.number, log)
    with canvas.artifact("Pagination", "Header"):
        draw_items(desk, frame.head(page))
    draw_items(desk, _grounds(page.placed))
    _draw_boxes(desk, page.placed)
    if page.foot:
        draw_items(desk, (_note_rule(frame.context, page),))
        _draw_boxes(desk, page.foot)
    with canvas.artifact("Pagination", "Footer"):
        draw_items(desk, frame.foot(page))
    canvas.showPage()


def draw_alone(canvas: TaggedCanvas, frame: PageFrame, page: Page) -> None:
    """A page as it looks, for callers that cannot wait for its document; its frame's log already knows all pages."""
    rule = (_note_rule(frame.context, page),) if page.foot else ()
    boxes = (flattened(each.box, each.y) for each in (*page.placed, *page.foot))
    items = chain(frame.head(page), _grounds(page.placed), *boxes, rule, frame.foot(page))
    draw_items(DrawingContext(canvas, frame.context.charter.palette, unindexed), untied(items))
    canvas.showPage()


def unindexed(_fact: str) -> None:
    """Nobody asks for the pages of a fact here."""


def _draw_boxes(desk: DrawingContext, placed: Iterable[PlacedBox]) -> None:
    """Boxes in order; what is repeated at the top of a page is an artifact."""
    content: list[Positioned] = []
    for each in placed:
        if each.repeated:
            with desk.canvas.artifact("Pagination"):
                draw_items(desk, flattened(each.box, each.y))
        else:
            content.extend(flattened(each.box, each.y))
    draw_items(desk, content)


def _desk(canvas: TaggedCanvas, context: BlockContext, number: int, log: PageLog) -> DrawingContext:
    return DrawingContext(canvas, context.charter.palette, partial(log.facts.add, page=number), log.witness)


def _grounds(placed: Iterable[PlacedBox]) -> Iterator[Positioned]:
    """Each ground over all its boxes on the page, so that no seam shows."""
    spans: dict[int, tuple[BoxGround, float, float]] = {}
    for ground, y, height in (found for each in placed for found in grounded(each.box, each.y)):
        _, top, bottom = spans.get(id(ground), (ground, y, y))
        spans[id(ground)] = (ground, min(top, y), max(bottom, y + height))
    for ground, top, bottom in spans.values():
        for shape in _ground(ground, bottom - top):
            yield Positioned(shape, top)


def _ground(ground: BoxGround, height: float) -> Iterator[Item]:
    yield rectangle(Box(Pt(ground.x), Pt(0), Pt(ground.width), Pt(height)), ShapeInk(ground.colour))
    if ground.bar:
        yield rectangle(Box(Pt(ground.x), Pt(0), ground.bar.weight, Pt(height)), ShapeInk(ground.bar.colour))


def _note_rule(context: BlockContext, page: Page) -> Positioned:
    grid = context.look.grid
    rule = line_across(grid.full.x, -NOTE_RULE_GAP, grid.footnote_rule_width, ink(context.look.rules.table_head))
    return Positioned(rule, page.foot_rule)


# Where the stamp of numbered copies stands on pages and on slides.

PAGE_GAP, SLIDE_GAP = 2.0, 1.0
"""Between the foot of a page or a slide and the stamp under it, in points: more would leave the reach of printers."""


class Stamping(Struct, frozen=True):
    """Whether a document of slides keeps a place for the stamp on every page; `redrawing` is as a brief's."""

    stamped: bool = False
    redrawing: Redrawing = ONCE


UNSTAMPED = Stamping()


def stamp_on_page(charter: Charter, typesetter: Typesetter, text: str = "") -> Stamp:
    """Under the foot of a page, where the cover is white too."""
    style, grid = charter.brief.type.footer, charter.brief.grid
    box = Box(grid.full.x, Pt(grid.footer_y + style.leading + PAGE_GAP), grid.full.width, style.leading)
    return Stamp(typesetter.face(style), style.size, charter.palette[style.colour], box, text)


def stamp_on_slide(charter: Charter, typesetter: Typesetter, text: str = "") -> Stamp:
    """Under the foot of a slide."""
    style, grid = charter.deck.type.footer, charter.deck.grid
    box = Box(grid.full.x, Pt(grid.footer_y + style.leading + SLIDE_GAP), grid.full.width, style.leading)
    return Stamp(typesetter.face(style), style.size, charter.palette[style.colour], box, text)


def with_stamp(artefact: Artefact, text: str) -> Artefact:
    """A document made for one copy with its text; as it is where there is none. Raises SlotError."""
    return replace(artefact, data=artefact.copy({"stamp": text})) if text else artefact


def untied(items: Iterable[Positioned]) -> Iterator[Positioned]:
    """What is seen of items, to be drawn before their document is, which stays as it is."""
    proses: dict[int, ProseItem] = {}
    for item, top in items:
        if isinstance(item, TextLine):
            prose = proses.setdefault(id(item.prose), replace(item.prose, inlines=None))
            yield Positioned(replace(item, prose=prose), top)
        elif isinstance(item, LateText | ShapeItem | SignMark | PictureMark):
            yield Positioned(replace(item, element=None), top)
        elif isinstance(item, Turned):
            parts = untied(Positioned(part.item, part.top) for part in item.parts)
            yield Positioned(replace(item, parts=tuple(TurnedPart(*part) for part in parts)), top)
