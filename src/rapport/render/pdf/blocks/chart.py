"""A chart: its title and status in the margin, the plot in the text column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rapport.edition.blocks.chart import Chart, Series
from rapport.edition.status import Status
from rapport.edition.text import plain, words
from rapport.look.box import Box as Area
from rapport.look.length import Pt
from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.blocks.notices import set_source
from rapport.render.pdf.blocks.opening import heading
from rapport.render.pdf.blocks.setting import Voice, rule_box, status_box, text_boxes
from rapport.render.pdf.charts.pen import Pen, brief_chart_look
from rapport.render.pdf.charts.plot import draw_panels
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import Box, Glue, VerticalItem, abreast, stacked, whole
from rapport.render.pdf.display.item import Extent, Printed
from rapport.render.pdf.tags.element import Element

PANEL_GAP = 14.0


def set_chart(context: Context, block: Chart, room: Room) -> tuple[Galley, ...]:
    """The chart, kept whole with its title and source; its message, where it has one, is a heading above it."""
    grid, gaps = context.look.grid, context.look.gaps
    full = replace(room, lane="full", strip=grid.full)
    above = heading(context, block.message, full)
    beside = stacked(_margin(context, block, room.element))
    figure = room.element.child("Figure", alt=block.alternative or plain(block.title))
    rule = () if above else (rule_box(context.look.rules.strong, grid.full), Glue(gaps.small))
    body = abreast((beside, _plot(context, block, figure)))
    source = set_source(context, block.source, room.element, grid.text)
    kept = whole((*rule, body, Glue(3.0), *source))
    return (Galley("full", (*above, Glue(gaps.large), *kept, Glue(gaps.large))),)


def _margin(context: Context, block: Chart, element: Element) -> Iterator[VerticalItem]:
    """Title, measure and statuses; a title that only repeats the message is left out."""
    styles, strip = context.look.type, context.look.grid.margin
    title = () if plain(block.title) == plain(block.message) else block.title
    yield from text_boxes(context, title, Voice(styles.chart_title, strip, element.child("P")))
    yield Glue(styles.chart_title.space_after - 2)
    yield from text_boxes(context, block.measure, Voice(styles.chart_measure, strip, element.child("P")))
    yield Glue(styles.chart_measure.space_after)
    for status in _statuses(block):
        yield status_box(context, status, Voice(styles.status, strip, element.child("P")))


def _statuses(block: Chart) -> tuple[Status, ...]:
    """The statuses of a chart of one panel, or of stacked parts; the panels of others bear their own."""
    if len(block.series) > 1 and block.kind != "stacked":
        return ()
    return tuple(dict.fromkeys(series.status for series in block.series if series.status.word))


def _plot(context: Context, block: Chart, figure: Element) -> Box:
    strip = context.look.grid.text
    pen = Pen(context.typesetter, context.charter, brief_chart_look(context.charter), figure)
    items: list[VerticalItem] = [Box(context.look.gaps.small)]
    panels = draw_panels(pen, block, strip)
    for panel in panels:
        if len(panels) > 1:
            items += [*_panel_head(context, panel.series, figure), Glue(4.0)]
        items += [panel.plot, Glue(PANEL_GAP)]
    body = stacked(items)
    facts = (point.evidence.fact for series in block.series for point in series.points if point.evidence)
    area = Area(strip.x, Pt(0), strip.width, Pt(body.height))
    return replace(body, items=(Extent(figure, area), Printed(tuple(dict.fromkeys(facts)))))


def _panel_head(context: Context, series: Series, figure: Element) -> tuple[Box, ...]:
    """The rule, the status and the name of a panel."""
    strip, style = context.look.grid.text, replace(context.look.type.status, size=Pt(10.0), leading=Pt(14.0))
    word = " – ".join(dict.fromkeys(filter(None, (series.status.word, series.name))))
    status = replace(series.status, word=word)
    boxes = (status_box(context, status, Voice(style, strip, figure)),) if word else text_boxes(context, words(""), Voice(style, strip, figure))
    return rule_box(context.look.rules.hairline, strip, 5.0), *boxes
