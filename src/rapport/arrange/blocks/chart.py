"""A chart, with what it shows beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapport.arrange.blocks.beside import Column, Frame, column_of, with_column
from rapport.arrange.fitting import filled
from rapport.arrange.mark import distinct, mark_row
from rapport.arrange.page import Page, box
from rapport.arrange.piece import Piece, set_at, size_at
from rapport.arrange.scale import steps
from rapport.arrange.studio import Studio
from rapport.arrange.topic import Topic
from rapport.edition.blocks.figures import Chart, Series
from rapport.edition.evidence import NO_STATUS, Status
from rapport.edition.text import Text, plain, strong, words
from rapport.look.box import Box
from rapport.look.length import Pt
from rapport.slides.elements import ChartFrame, Element, TextBox

LABEL_SHARE = 0.45
"""Most of the width that the label at the end of a lying bar may take."""

CATEGORY_SHARE = 0.3
"""Most of the width that the names of lying bars may take."""

NAME_SHARE = 0.4
"""Most of the height that the names under columns may take."""


def compose(subject: Chart, topic: Topic, studio: Studio) -> tuple[Page, ...]:
    """One page with a column for the finding and the points; without, where they do not fit."""
    finding = () if plain(subject.title) == plain(topic.title) else subject.title
    statuses = distinct(series.status for series in subject.series)
    status = statuses[0] if len(statuses) == 1 else NO_STATUS
    column = column_of(status, finding, topic.asides)

    def visual(room: Box, column: Column) -> Iterator[Element]:
        shown = any(plain(piece.text) == plain(finding) for piece in column.pieces)
        keyed = () if column.pieces and status.key else statuses
        yield from _chart(subject, () if shown else finding, room, keyed, studio)

    return with_column(visual, column, Frame(topic, "chart", subject.alternative), studio)


def _chart(chart: Chart, finding: Text, room: Box, statuses: tuple[Status, ...], studio: Studio) -> Iterator[Element]:
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
    legend = _legend(chart, statuses, studio)
    if legend:
        line = box(room.x, top, room.width, look.type.status.leading)
        yield from mark_row(legend, line, studio)
        top += line.height + look.gaps.small
    place = box(room.x, top, room.width, room.bottom - top)
    yield ChartFrame(
        studio.names("chart"), place, chart, _label_size(chart, place, studio), _category_size(chart, place, studio)
    )


def _legend(chart: Chart, statuses: tuple[Status, ...], studio: Studio) -> tuple[Status, ...]:
    """What each sign stands for; where statuses differ, with the name of the series that has it."""
    if len(statuses) < 2:
        return statuses
    return tuple(Status(series.status.key, _series_word(series, studio)) for series in chart.series)


def _series_word(series: Series, studio: Studio) -> str:
    """The status, after the name of the series where that says something else."""
    word = series.status.word
    return (
        word
        if series.name.lower() in ("", word.lower())
        else studio.furniture("alternative", series.name, word.lower())
    )


def _label_size(chart: Chart, place: Box, studio: Studio) -> Pt:
    """The largest size at which every label has its place: over its column, or at the end of its bar."""
    sizes = steps(studio.look, "chart_label")
    fitting = (step for step in range(len(sizes)) if _labels_fit(chart, place, step, studio))
    return sizes[next(fitting, -1)]


def crowded(frame: ChartFrame, studio: Studio) -> bool:
    """Whether labels run into one another, even at their smallest size."""
    smallest = len(steps(studio.look, "chart_label")) - 1
    return frame.chart.kind in ("bar", "column") and not _labels_fit(frame.chart, frame.box, smallest, studio)


def spilled_name(frame: ChartFrame, studio: Studio) -> str:
    """The first name of a category that its place beside or under its bar does not hold; empty where all are held."""
    lying, slots = frame.chart.kind in ("bar", "stacked"), max(1, len(frame.chart.categories))
    share = CATEGORY_SHARE if lying else 1 / slots
    height = frame.box.height / slots if lying else frame.box.height * NAME_SHARE
    smallest = len(steps(studio.look, "chart_category")) - 1
    place = box(frame.box.x, frame.box.y, frame.box.width * share, height)
    for name in frame.chart.categories if frame.chart.kind != "doughnut" else ():
        if not studio.measure.fits(set_at(smallest, (Piece(words(name), "chart_category"),), studio.look), place):
            return name
    return ""


def _labels_fit(chart: Chart, place: Box, step: int, studio: Studio) -> bool:
    lying, slots, abreast = chart.kind == "bar", max(1, len(chart.categories)), _abreast(chart)
    within = studio.look.chart.bar_share / abreast if abreast > 1 else 1.0
    room = place.width * LABEL_SHARE if lying else place.width / slots * within
    pitch = place.height / slots * within if lying else place.height
    labels = [point.label for series in chart.series for point in series.points]
    return size_at(step, "chart_label", studio.look) <= pitch and _widest(labels, "chart_label", step, studio) <= room


def _abreast(chart: Chart) -> int:
    """The most bars that stand side by side in one category, each with its label."""
    if chart.kind not in ("bar", "column"):
        return 1
    columns = zip(*(series.points for series in chart.series), strict=True)
    return max((sum(point.value is not None for point in points) for points in columns), default=1)


def _category_size(chart: Chart, place: Box, studio: Studio) -> Pt:
    """The largest size at which no word of a category is wider than its place."""
    slots = max(1, len(chart.categories))
    lying = chart.kind == "bar"
    room, pitch = (place.width * CATEGORY_SHARE, place.height / slots) if lying else (place.width / slots, place.height)
    for index in range(len(steps(studio.look, "chart_category"))):
        paragraphs = [
            set_at(index, (Piece(words(name), "chart_category"),), studio.look)[0] for name in chart.categories
        ]
        low = size_at(index, "chart_category", studio.look) <= pitch
        if low and all(studio.measure.widest_word(paragraph) <= room for paragraph in paragraphs):
            return size_at(index, "chart_category", studio.look)
    return steps(studio.look, "chart_category")[-1]


def _widest(labels: Iterable[str], role: str, step: int, studio: Studio) -> float:
    settings = (set_at(step, (Piece(words(label), role),), studio.look) for label in labels if label)
    return max((studio.measure.width(setting[0]) for setting in settings), default=0.0)
