"""A map over the full width: outlines, and the names of its places in columns beside it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Map, Place
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Box, Pt
from rapport.look.grid import GridStrip
from rapport.plotting.geography import MapFrame, fitted, lay_out
from rapport.render.pdf.blocks.context import BlockContext, Room
from rapport.render.pdf.blocks.halves import set_source
from rapport.render.pdf.blocks.opening import heading
from rapport.render.pdf.blocks.setting import BlockVoice, rule_box, status_box, status_width, text_boxes
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import Child, Glue, VerticalBox, VerticalItem, stacked, whole
from rapport.render.pdf.display.item import FigureExtent, ShapeInk, ShapeItem

HEIGHT = 250.0
"""Points that a map may be high."""


class MapName(Struct, frozen=True):
    """The name of a place, made for a column."""

    place: Place
    element: Element


def set_map(context: BlockContext, block: Map, room: Room) -> tuple[Galley, ...]:
    """Title, map and names, caption and source, kept whole."""
    grid, gaps = context.look.grid, context.look.gaps
    above = heading(context, block.message, replace(room, lane="full", strip=grid.full))
    style = context.look.type.chart_title
    title = () if above else text_boxes(context, block.message, BlockVoice(style, grid.full, room.element.child("P")))
    rule = () if above else (rule_box(context.look.rules.strong, grid.full), Glue(gaps.small))
    figure = room.element.child("Figure", alt=block.alternative)
    body = _body(context, block, figure, room)
    caption = text_boxes(
        context, block.caption, BlockVoice(context.look.type.chart_measure, grid.full, room.element.child("P"))
    )
    source = set_source(context, block.source, room.element, grid.full)
    kept = whole((*rule, *title, Glue(gaps.small), body, Glue(gaps.small), *caption, *source))
    return (Galley("full", (*(above or (Glue(gaps.large),)), *kept, Glue(gaps.large))),)


def _body(context: BlockContext, block: Map, figure: Element, room: Room) -> VerticalBox:
    """The outlines, then the names in the order of the author's places."""
    grid = context.look.grid
    names = [MapName(place, room.element.child("Div")) for place in block.places]
    widths = [min(grid.margin.width, _width(context, place)) for place in block.places]
    boxes = [stacked(_lines(context, name, GridStrip(Pt(0), Pt(max(widths))))) for name in names]
    heights = [box.height for box in boxes]
    frame = fitted(
        block, MapFrame(grid.full.width, HEIGHT, max(widths), context.look.type.table_cell.leading / 2), heights
    )
    laid = lay_out(block, frame, heights)
    strips = [
        GridStrip(Pt(grid.full.x + (laid.after if spot.right else laid.before - width)), Pt(max(widths)))
        for width, spot in zip(widths, laid.spots, strict=True)
    ]
    children = [
        Child(spot.top, stacked(_lines(context, name, strip)))
        for name, strip, spot in zip(names, strips, laid.spots, strict=True)
    ]
    area = Box(grid.full.x, Pt(0), grid.full.width, Pt(frame.height))
    drawn = [
        ShapeItem(
            tuple((grid.full.x + x, y) for x, y in shape.points),
            ShapeInk(shape.look.fill, shape.look.outline if shape.look.weight else None, shape.look.weight),
            shape.closed,
            figure,
        )
        for shape in laid.shapes
    ]
    return VerticalBox(frame.height, (FigureExtent(figure, area, block.origin), *drawn), children=tuple(children))


def _width(context: BlockContext, place: Place) -> float:
    """Of the widest line of a name, a hundredth more, lest rounding break it."""
    styles, width = context.look.type, context.typesetter.width
    lines = [width(place.name, replace(styles.table_cell, weight="bold"))]
    lines += [width(place.text, styles.table_cell)] if place.text else []
    return max(*lines, status_width(context, place.status, styles.status)) + 0.01


def _lines(context: BlockContext, name: MapName, strip: GridStrip) -> tuple[VerticalItem, ...]:
    """Name, what is there, status."""
    styles, element = context.look.type, name.element
    strong = replace(styles.table_cell, weight="bold")
    first = text_boxes(context, name.place.name, BlockVoice(strong, strip, element.child("P")))
    told = text_boxes(context, name.place.text, BlockVoice(styles.table_cell, strip, element.child("P")))
    status: tuple[VerticalBox, ...] = ()
    if name.place.status.word:
        status = (status_box(context, name.place.status, BlockVoice(styles.status, strip, element.child("P"))),)
    return (*first, *told, *status)
