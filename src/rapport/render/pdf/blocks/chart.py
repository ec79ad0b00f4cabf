"""A chart: its title and status in the margin, the plot in the text column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Series
from rapport.edition.evidence import Status
from rapport.edition.text import Text, plain
from rapport.formats.pdf.tags.element import Element
from rapport.look.box import Box as Area
from rapport.look.length import Pt
from rapport.look.type_style import TypeStyle
from rapport.origin import Origin
from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.blocks.notices import set_source
from rapport.render.pdf.blocks.opening import heading
from rapport.render.pdf.blocks.setting import Voice, rule_box, status_box, text_boxes
from rapport.render.pdf.charts.pen import Pen, brief_chart_look, written
from rapport.render.pdf.charts.plot import draw_panels
from rapport.render.pdf.charts.stacked import ROW_GAP
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import Box, Glue, VerticalItem, abreast, height, stacked, whole
from rapport.render.pdf.display.item import Extent, Printed

PANEL_GAP = 14.0


def set_chart(context: Context, block: Chart, room: Room) -> tuple[Galley, ...]:
    """The chart, kept whole with its title and source where a page holds it, else divided between its panels.

    The message of a second subject is a heading above it.
    """
    grid, gaps = context.look.grid, context.look.gaps
    full = replace(room, lane="full", strip=grid.full)
    above = heading(context, block.message, full)
    beside = stacked(_margin(context, block, room))
    figure = room.element.child("Figure", alt=block.alternative or plain(block.title))
    rule = () if above else (rule_box(context.look.rules.strong, grid.full), Glue(gaps.small))
    pieces = _pieces(context, block, figure)
    body = abreast((beside, _plot(context, pieces, _gap(block), figure, block.origin)))
    source = set_source(context, block.source, room.element, grid.text)
    kept = whole((*rule, body, Glue(3.0), *source))
    if height(kept) > context.frame.height:
        first = abreast((beside, stacked((Box(gaps.small), *pieces[:1]))))
        kept = (*whole((*rule, first)), *_further(pieces, _gap(block), source))
    return (Galley("full", (*(above or (Glue(gaps.large),)), *kept, Glue(gaps.large))),)


def _margin(context: Context, block: Chart, room: Room) -> Iterator[VerticalItem]:
    """Titles, measure and statuses, which head the rest where there is no title."""
    styles, strip, element = context.look.type, context.look.grid.margin, room.element
    titles = _titles(block, room)
    for number, title in enumerate(titles):
        style = styles.chart_title if not number else replace(styles.chart_measure, colour="ink")
        yield from text_boxes(context, title, Voice(style, strip, element.child("P")))
    yield Glue(styles.chart_title.space_after - 2)
    if not titles:
        yield from _status_boxes(context, block, _heading_status(context), element)
        yield Glue(3.0)
    yield from text_boxes(context, block.measure, Voice(styles.chart_measure, strip, element.child("P")))
    yield Glue(styles.chart_measure.space_after)
    if titles:
        yield from _status_boxes(context, block, styles.status, element)


def _titles(block: Chart, room: Room) -> tuple[Text, ...]:
    """The message, unless it is the heading above, and the title, unless it says the same."""
    if plain(block.message) == plain(block.title):
        return (block.title,) if plain(block.title) and room.subject == "first" else ()
    message = (block.message,) if room.subject == "first" else ()
    return tuple(text for text in (*message, block.title) if plain(text))


def _status_boxes(context: Context, block: Chart, style: TypeStyle, element: Element) -> Iterator[Box]:
    for status in _statuses(block):
        yield status_box(context, status, Voice(style, context.look.grid.margin, element.child("P")))


def _heading_status(context: Context) -> TypeStyle:
    """A status that heads a chart is as large as its measure."""
    measure = context.look.type.chart_measure
    return replace(context.look.type.status, size=measure.size, leading=measure.leading)


def _statuses(block: Chart) -> tuple[Status, ...]:
    """The statuses of a chart of one panel, or of stacked parts; the panels of others bear their own."""
    if len(block.series) > 1 and block.kind != "stacked":
        return ()
    return tuple(dict.fromkeys(series.status for series in block.series if series.status.word))


def _pieces(context: Context, block: Chart, figure: Element) -> tuple[Box, ...]:
    """What no page break divides: the panels; of stacked parts, each bar."""
    pen = Pen(context.typesetter, context.charter, brief_chart_look(context.charter), figure, written(block))
    panels = draw_panels(pen, block, context.look.grid.text)
    if block.kind == "stacked":
        bars = [child.box for panel in panels for child in panel.plot.children]
        return tuple(_printing(bar, _facts(block.series)) if not number else bar for number, bar in enumerate(bars))
    pieces = []
    for panel in panels:
        head = _panel_head(context, panel.series, figure) if len(panels) > 1 else ()
        pieces.append(_printing(stacked((*head, Glue(4.0), panel.plot)), _facts((panel.series,))))
    return tuple(pieces)


def _gap(block: Chart) -> Glue:
    """The white between the pieces of a chart."""
    return Glue(ROW_GAP if block.kind == "stacked" else PANEL_GAP)


def _plot(context: Context, pieces: Sequence[Box], gap: Glue, figure: Element, origin: Origin) -> Box:
    """All pieces as one."""
    strip = context.look.grid.text
    body = stacked((Box(context.look.gaps.small), *(item for piece in pieces for item in (piece, gap))))
    area = Area(strip.x, Pt(0), strip.width, Pt(body.height))
    return replace(body, items=(Extent(figure, area, origin),))


def _further(pieces: Sequence[Box], gap: Glue, source: Sequence[VerticalItem]) -> Iterator[VerticalItem]:
    """The pieces but the first, the source kept with the last; a figure over several pages has no one area."""
    for piece in pieces[1:-1]:
        yield from (gap, piece)
    yield from (gap, *whole((*pieces[1:][-1:], Glue(3.0), *source)))


def _printing(box: Box, facts: tuple[str, ...]) -> Box:
    return replace(box, items=(*box.items, Printed(facts)))


def _facts(series: Iterable[Series]) -> tuple[str, ...]:
    """The facts of these series, each once."""
    found = (point.evidence.fact for each in series for point in each.points if point.evidence)
    return tuple(dict.fromkeys(found))


def _panel_head(context: Context, series: Series, figure: Element) -> tuple[Box, ...]:
    """The rule, the status and the name of a panel."""
    strip, style = context.look.grid.text, _heading_status(context)
    word = " – ".join(dict.fromkeys(filter(None, (series.status.word, series.name))))
    status = replace(series.status, word=word)
    head = (status_box(context, status, Voice(style, strip, figure)),) if word else ()
    return rule_box(context.look.rules.hairline, strip, 5.0), *head
