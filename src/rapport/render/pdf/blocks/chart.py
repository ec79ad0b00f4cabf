"""A chart: its title and status in the margin, the plot in the text column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Series
from rapport.edition.text import Status, Text, plain
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Box, Pt
from rapport.look.type_style import TypeStyle
from rapport.plotting.plan import height_of, plan_chart
from rapport.plotting.setting import brief_setting
from rapport.render.pdf.blocks.context import BlockContext, Room
from rapport.render.pdf.blocks.halves import set_source
from rapport.render.pdf.blocks.opening import heading
from rapport.render.pdf.blocks.setting import BlockVoice, rule_box, status_box, text_boxes
from rapport.render.pdf.charts.drawing import Brush, draw_panels
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import Glue, VerticalBox, VerticalItem, abreast, stacked, whole
from rapport.render.pdf.display.item import FigureExtent, Printed

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
    body = abreast((beside, _plot(context, block, figure)))
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
    if plain(block.message) == plain(block.title):
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


def _plot(context: BlockContext, block: Chart, figure: Element) -> VerticalBox:
    """All panels as one, with the facts they print."""
    strip, white = context.look.grid.text, context.look.gaps.small
    setting = brief_setting(context.charter, context.typesetter.fonts)
    panels = plan_chart(block, setting, strip.width)
    height = white + height_of(panels) + BELOW
    brush = Brush(context.typesetter, context.charter, figure, block.origin)
    items = draw_panels(brush, panels, strip.x, white)
    extent = FigureExtent(figure, Box(strip.x, Pt(0), strip.width, Pt(height)), block.origin)
    return VerticalBox(height, (extent, *items, Printed(_facts(block.series))))


def _facts(series: Iterable[Series]) -> tuple[str, ...]:
    """The facts of these series, each once."""
    found = (point.evidence.fact for each in series for point in each.points if point.evidence)
    return tuple(dict.fromkeys(found))
