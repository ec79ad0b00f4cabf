"""A display list drawn on a canvas, and which words of the content stand where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import groupby
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.text import Span, Text
from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.graphics import Paint, Stroke, draw_circle, draw_half_disc, draw_polygon, draw_polyline
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Box, Pt
from rapport.look.palette import Colour, ColourName, Palette
from rapport.origin import Origin
from rapport.render.pdf.display.item import (
    Anchor,
    FigureExtent,
    Item,
    LateText,
    LinkArea,
    PictureMark,
    Positioned,
    Printed,
    ShapeInk,
    ShapeItem,
    SignMark,
    TextLine,
    Turned,
    Unseen,
    draw_picture,
    sign_shapes,
)
from rapport.render.pdf.text import Baseline, InlineElements, TextInk, draw_late, draw_lines

Witness = Callable[[int, Positioned], None]
"""Is told of each item that is drawn, with the number of its page."""


class DrawingContext(Struct, frozen=True):
    """What drawing needs: the canvas, the palette, and who wants to know where figures are printed, where items stand.

    Most documents have no `witness`: None.
    """

    canvas: TaggedCanvas
    palette: Palette
    printed: Callable[[str], None]
    witness: Witness | None = None


def draw_items(desk: DrawingContext, items: Iterable[Positioned]) -> None:
    """Draw items in order; neighbours that belong together, as the lines of a paragraph do, are drawn as one."""
    visible = []
    for placed in items:
        if isinstance(placed.item, Printed):
            for fact in placed.item.facts:
                desk.printed(fact)
        else:
            visible.append(placed)
    if desk.witness is not None:
        page = desk.canvas.getPageNumber()
        for placed in visible:
            desk.witness(page, placed)
    for (kind, _), neighbours in groupby(visible, _belongs):
        DRAWERS[kind](desk, tuple(neighbours))


def _belongs(placed: Positioned) -> tuple[type[Item], int]:
    item = placed.item
    if isinstance(item, TextLine):
        return TextLine, id(item.prose)
    return type(item), id(getattr(item, "element", None))


def _text(desk: DrawingContext, lines: Sequence[Positioned]) -> None:
    first: TextLine = lines[0].item  # type: ignore[assignment]
    prose = first.prose
    baseline = Baseline(first.x, lines[0].top + first.baseline, prose.leading, prose.align)
    on_dark = prose.colour == "white"
    link, quiet = desk.palette["white" if on_dark else "accent"], desk.palette["white" if on_dark else "grey"]
    ink = TextInk(desk.palette[prose.colour], link, quiet)
    set_lines = [placed.item.line for placed in lines if isinstance(placed.item, TextLine)]
    if prose.inlines is None:
        with desk.canvas.artifact("Layout"):
            draw_lines(desk.canvas, set_lines, baseline, ink, InlineElements(Element("Artifact", placed=True)))
    else:
        draw_lines(desk.canvas, set_lines, baseline, ink, prose.inlines)


def _late(desk: DrawingContext, texts: Sequence[Positioned]) -> None:
    for item, top in texts:
        assert isinstance(item, LateText)
        baseline = Baseline(item.right, top + item.baseline, 0.0, align=1.0)
        colour = desk.palette[item.colour]
        if item.element is None:
            with desk.canvas.artifact("Pagination"):
                draw_late(desk.canvas, Element("Artifact", placed=True), item.compose, baseline, colour)
        else:
            draw_late(desk.canvas, item.element, item.compose, baseline, colour)


def _shapes(desk: DrawingContext, shapes: Sequence[Positioned]) -> None:
    with _owned(desk.canvas, shapes[0].item):
        for item, top in shapes:
            assert isinstance(item, ShapeItem)
            points = [(x, top + y) for x, y in item.points]
            paint = _paint(desk.palette, item.ink)
            if item.closed:
                draw_polygon(desk.canvas, points, paint)
            elif paint.outline:
                draw_polyline(desk.canvas, points, paint.outline)


def _signs(desk: DrawingContext, signs: Sequence[Positioned]) -> None:
    with _owned(desk.canvas, signs[0].item):
        for item, top in signs:
            assert isinstance(item, SignMark)
            for shape in sign_shapes(item):
                paint = _paint(desk.palette, shape.ink)
                if shape.corners:
                    draw_polygon(desk.canvas, [(x, top + y) for x, y in shape.corners], paint)
                else:
                    draw = draw_half_disc if shape.half else draw_circle
                    draw(desk.canvas, (shape.centre[0], top + shape.centre[1]), shape.radius, paint)


def _pictures(desk: DrawingContext, pictures: Sequence[Positioned]) -> None:
    for item, top in pictures:
        assert isinstance(item, PictureMark)
        with _owned(desk.canvas, item):
            window = item.window.moved(dy=top) if item.window else None
            draw_picture(desk.canvas, item.picture, item.area.moved(dy=top), window)


def _links(desk: DrawingContext, links: Sequence[Positioned]) -> None:
    for item, top in links:
        assert isinstance(item, LinkArea)
        desk.canvas.link(item.element, item.area.moved(dy=top), item.contents, item.target)


def _extents(desk: DrawingContext, extents: Sequence[Positioned]) -> None:
    for item, top in extents:
        assert isinstance(item, FigureExtent)
        area: Box = item.area.moved(dy=top)
        box = area.x, desk.canvas.flip(area.bottom), area.right, desk.canvas.flip(area.y)
        item.element.annotate("Layout", Placement="Block", BBox=tuple(round(value, 2) for value in box))


def _unseen(desk: DrawingContext, cells: Sequence[Positioned]) -> None:
    for item, _top in cells:
        assert isinstance(item, Unseen)
        with desk.canvas.marked(item.element):
            pass  # an empty sequence of marked content gives the element its page


def _turned(desk: DrawingContext, pages: Sequence[Positioned]) -> None:
    """Nobody is told what stands where on a page that readers turn."""
    inside = replace(desk, witness=None)
    for item, top in pages:
        assert isinstance(item, Turned)
        with desk.canvas.turned(item.x, top + item.length):
            for repeated, parts in groupby(item.parts, lambda part: part.repeated):
                placed = tuple(Positioned(part.item, part.top) for part in parts)
                with desk.canvas.artifact("Pagination") if repeated else nullcontext():
                    draw_items(inside, placed)


def _anchors(desk: DrawingContext, anchors: Sequence[Positioned]) -> None:
    for item, top in anchors:
        assert isinstance(item, Anchor)
        desk.canvas.bookmark(item.name, max(0.0, top - item.above))
        if item.title:
            desk.canvas.outline(item.title, item.name, item.level)


def _owned(canvas: TaggedCanvas, item: Any) -> AbstractContextManager[None]:
    return canvas.artifact("Layout") if item.element is None else canvas.marked(item.element)


def _paint(palette: Palette, ink: ShapeInk) -> Paint:
    outline = None
    if ink.outline and ink.weight:
        outline = Stroke(palette[ink.outline], ink.weight, ink.dash, ink.round_caps)
    return Paint(_colour(palette, ink.fill), outline)


def _colour(palette: Palette, name: ColourName | None) -> Colour | None:
    return palette[name] if name else None


DRAWERS: dict[type[Item], Callable[[DrawingContext, Sequence[Positioned]], None]] = {
    TextLine: _text,
    LateText: _late,
    LinkArea: _links,
    ShapeItem: _shapes,
    SignMark: _signs,
    PictureMark: _pictures,
    FigureExtent: _extents,
    Unseen: _unseen,
    Turned: _turned,
    Anchor: _anchors,
}
"""How each kind of item is drawn, from neighbours that belong together."""


# Which words of the content stand where on drawn pages.


ASCENT, DESCENT = 0.85, 0.25
"""What a fragment covers above and below its baseline, in em: the face's own ascent and descent, rounded."""


class DrawnPassage(NamedTuple):
    """A fragment of a line, or a figure: its page from 1, its area, the span behind it, and the text that is part of.

    A figure has a span without words; a span that nobody wrote, such as a page number, has no origin.
    """

    page: int
    area: Box
    span: Span
    text: Text


class Passages:
    """The witness of a document's drawing: keeps what was drawn, and looks through it when somebody asks."""

    def __init__(self) -> None:
        self._drawn: list[tuple[int, Positioned]] = []

    def __call__(self, page: int, placed: Positioned) -> None:
        if isinstance(placed.item, TextLine | PictureMark | FigureExtent):
            self._drawn.append((page, placed))

    def found(self) -> tuple[DrawnPassage, ...]:
        """All that was drawn, in its order."""
        return tuple(passage for page, placed in self._drawn for passage in _passages(page, placed))


def _passages(page: int, placed: Positioned) -> Iterator[DrawnPassage]:
    item, top = placed
    if isinstance(item, TextLine):
        yield from _of_line(page, item, top)
    elif isinstance(item, PictureMark | FigureExtent):
        yield _of_figure(page, item.area.moved(dy=top), item.origin)


def _of_figure(page: int, area: Box, origin: Origin) -> DrawnPassage:
    span = Span("", origin=origin)
    return DrawnPassage(page, area, span, (span,))


def _of_line(page: int, item: TextLine, top: float) -> Iterator[DrawnPassage]:
    """The run numbers of a line's fragments are places in its text; a label may be longer than what is behind it."""
    text = item.prose.text
    left = item.x - item.prose.align * item.line.width
    for part in item.line.fragments:
        span = text[part.run] if part.run < len(text) else Span(part.text)
        y = top + item.baseline - part.rise - ASCENT * part.size
        area = Box(Pt(left + part.x), Pt(y), Pt(part.width), Pt((ASCENT + DESCENT) * part.size))
        yield DrawnPassage(page, area, span, text)
