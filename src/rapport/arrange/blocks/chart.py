"""A chart, with what it shows beside it."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.arrange.blocks.beside import SideColumn, SideFrame, column_of, with_column
from rapport.arrange.fitting import filled
from rapport.arrange.mark import distinct, mark_row
from rapport.arrange.page import SlidePage, box
from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Topic
from rapport.edition.blocks.figures import Chart
from rapport.edition.text import NO_STATUS, Status, Text, plain, strong
from rapport.look.geometry import Box, Pt
from rapport.plotting.plan import line_groups, panel_of, plan_chart
from rapport.plotting.setting import deck_setting
from rapport.plotting.strands import Names
from rapport.slides.elements import ChartFrame, Element, TextBox

MOST_BESIDE = 6
"""Lines, each in a panel, that leave room for a column beside them."""


def compose(subject: Chart, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """One page with a column for the finding and the points; without, where they do not fit."""
    finding = () if plain(subject.title) == plain(topic.title) else subject.title
    statuses = distinct(series.status for series in subject.series)
    status = statuses[0] if len(statuses) == 1 else NO_STATUS
    column = column_of(status, finding, topic.asides)

    def visual(room: Box, column: SideColumn) -> Iterator[Element]:
        shown = any(plain(piece.text) == plain(finding) for piece in column.pieces)
        said = NO_STATUS if column.pieces and status.key else status
        yield from _chart(subject, () if shown else finding, room, said, studio)

    wide = len(line_groups(subject)) > MOST_BESIDE
    return with_column(visual, column, SideFrame(topic, "chart", subject.alternative, wide), studio)


def _chart(chart: Chart, finding: Text, room: Box, status: Status, studio: SlideContext) -> Iterator[Element]:
    """Finding (where it stands nowhere else), measure and key above the chart itself."""
    look = studio.look
    pieces = tuple(
        piece
        for piece in (Piece(strong(finding), "chart_measure"), Piece(chart.measure, "chart_measure"))
        if piece.text
    )
    top = float(room.y)
    if pieces:
        height = studio.measure.height(set_at(0, pieces, look), room.width)
        yield filled(TextBox(studio.names("measure"), box(room.x, top, room.width, height), ()), pieces, studio)
        top += height + look.gaps.small
    if status.key:
        line = box(room.x, top, room.width, look.type.status.leading)
        yield from mark_row((status,), line, studio)
        top += line.height + look.gaps.small
    place = box(room.x, top, room.width, room.bottom - top)
    yield from _panels(chart, place, studio)


def _panels(chart: Chart, place: Box, studio: SlideContext) -> Iterator[ChartFrame]:
    """The native chart, or one for each panel of small multiples; only the first fills the layout's place."""
    setting = deck_setting(studio.look, studio.statuses, studio.measure.fonts)
    names = Names(*(studio.names(name) for name in ("plot-base", "plot-rise", "plot-fall", "plot-level")))
    for at, panel in enumerate(plan_chart(chart, setting, place.width, place.height, names)):
        frame = panel.box.moved(place.x, place.y)
        shown = panel_of(chart, panel.series)
        yield ChartFrame(studio.names("chart"), frame, shown, panel.plan, "" if at else "chart")


CROWD = 20
"""Categories from which names that are left out are too many, not too long."""


def crowded(frame: ChartFrame) -> bool:
    """Whether categories are so many that some have no name, or words leave the frame."""
    edge = Box(Pt(0), Pt(0), frame.box.width, frame.box.height)
    within = all(edge.holds(label.box, tolerance=0.5) for label in frame.plan.labels)
    return not within or (_is_thinned(frame) and len(frame.chart.categories) > CROWD)


def spilled_name(frame: ChartFrame) -> str:
    """The longest name of a category where not all have their place beside or under their bars; else empty."""
    return max(frame.chart.categories, key=len) if _is_thinned(frame) else ""


def _is_thinned(frame: ChartFrame) -> bool:
    """Whether some names are left out, which dates may be."""
    return frame.plan.skip > 1 and not frame.chart.dates
