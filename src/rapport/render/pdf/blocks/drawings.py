"""Charts and maps: words beside them in the margin, all else in the drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Series, spoken_rows
from rapport.edition.blocks.surroundings import Map, Place
from rapport.edition.text import Status, Text, plain, says_the_same
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Box, Pt
from rapport.look.grid import GridStrip
from rapport.look.type_style import TypeStyle
from rapport.plotting.geography import MapFrame, fitted, lay_out
from rapport.plotting.plan import height_of, plan_chart
from rapport.plotting.setting import brief_setting
from rapport.render.pdf.blocks.context import BlockContext, Room
from rapport.render.pdf.blocks.opening import heading
from rapport.render.pdf.blocks.setting import BlockVoice, rule_box, set_source, status_box, status_width, text_boxes
from rapport.render.pdf.composer.vertical import Child, Galley, Glue, VerticalBox, VerticalItem, abreast, stacked, whole
from rapport.render.pdf.display.chart import Brush, draw_panels, spoken_table
from rapport.render.pdf.display.item import FigureExtent, Printed, ShapeInk, ShapeItem

BELOW = 4.0
"""White between the words under a plot and the source line."""


def set_chart(context: BlockContext, block: Chart, room: Room) -> tuple[Galley, ...]:
    """The chart, kept whole with its title and source.

    The message of a second subject is a heading above it.
    """
    grid, gaps = context.look.grid, context.look.gaps
    full = replace(room, lane="full", strip=grid.full)
    above = heading(context, block.message, full)
    beside = stacked(_margin(context, block, room))
    figure = room.element.child("Figure", alt=block.alternative or plain(block.title))
    rule = () if above else (rule_box(context.look.rules.strong, grid.full), Glue(gaps.small))
    body = abreast((beside, _plot(context, block, figure, room.element)))
    source = set_source(context, block.source, room.element, grid.text)
    kept = whole((*rule, body, Glue(3.0), *source))
    return (Galley("full", (*(above or (Glue(gaps.large),)), *kept, Glue(gaps.large))),)


def _margin(context: BlockContext, block: Chart, room: Room) -> Iterator[VerticalItem]:
    """Titles, measure and statuses, which head the rest where there is no title."""
    styles, strip, element = context.look.type, context.look.grid.margin, room.element
    titles = _titles(block, room)
    for number, title in enumerate(titles):
        style = styles.chart_title if not number else replace(styles.chart_measure, colour="ink")
        yield from text_boxes(context, title, BlockVoice(style, strip, element.child("P")))
    yield Glue(styles.chart_title.space_after - 2)
    if not titles:
        yield from _status_boxes(context, block, _heading_status(context), element)
        yield Glue(3.0)
    yield from text_boxes(context, block.measure, BlockVoice(styles.chart_measure, strip, element.child("P")))
    yield Glue(styles.chart_measure.space_after)
    if titles:
        yield from _status_boxes(context, block, styles.status, element)


def _titles(block: Chart, room: Room) -> tuple[Text, ...]:
    """The message, unless it is the heading above, and the title, unless it says the same."""
    if says_the_same(block.message, block.title):
        return (block.title,) if plain(block.title) and room.subject == "first" else ()
    message = (block.message,) if room.subject == "first" else ()
    return tuple(text for text in (*message, block.title) if plain(text))


def _status_boxes(context: BlockContext, block: Chart, style: TypeStyle, element: Element) -> Iterator[VerticalBox]:
    for status in _statuses(block):
        yield status_box(context, status, BlockVoice(style, context.look.grid.margin, element.child("P")))


def _heading_status(context: BlockContext) -> TypeStyle:
    """A status that heads a chart is as large as its measure."""
    measure = context.look.type.chart_measure
    return replace(context.look.type.status, size=measure.size, leading=measure.leading)


def _statuses(block: Chart) -> tuple[Status, ...]:
    """The status of all that is drawn; where there are several, the key of the drawing says them."""
    found = tuple(dict.fromkeys(series.status for series in block.series if series.status.word))
    return found if len(found) == 1 else ()


def _plot(context: BlockContext, block: Chart, figure: Element, element: Element) -> VerticalBox:
    """All panels as one, with the facts they print, and after them what is heard of many values."""
    strip, white = context.look.grid.text, context.look.gaps.small
    setting = brief_setting(context.charter, context.typesetter.fonts)
    panels = plan_chart(block, setting, strip.width)
    height = white + height_of(panels) + BELOW
    brush = Brush(context.typesetter, context.charter, figure, block.origin)
    items = draw_panels(brush, panels, strip.x, white)
    extent = FigureExtent(figure, Box(strip.x, Pt(0), strip.width, Pt(height)), block.origin)
    spoken = spoken_table(spoken_rows(block), element)
    return VerticalBox(height, (extent, *items, *spoken, Printed(_facts(block.series))))


def _facts(series: Iterable[Series]) -> tuple[str, ...]:
    """The facts of these series, each once."""
    found = (point.evidence.fact for each in series for point in each.points if point.evidence)
    return tuple(dict.fromkeys(found))


# A map over the full width: outlines, and the names of its places in columns beside it.


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
