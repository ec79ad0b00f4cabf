"""The lines around a drawn chart, and the words its drawing should hold."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.edition.blocks.figures import Chart, Series
from rapport.edition.evidence import Status
from rapport.edition.text import Text, plain, words
from rapport.verify.parity.line import ExpectedLine, line


def chart_lines(chart: Chart) -> Iterator[ExpectedLine]:
    """Message and title (once where they are the same), measure, statuses, alternative text, source."""
    title: Text = () if plain(chart.title) == plain(chart.message) else chart.title
    statuses = tuple((words(status.word), "chart-status") for status in _statuses(chart))
    for text, role in (
        (chart.message, "chart-message"),
        (title, "caption"),
        (chart.measure, "chart-measure"),
        *statuses,
    ):
        if text:
            yield line(text, role, chart.origin)
    yield ExpectedLine(chart.alternative or plain(chart.title), "alternative", chart.origin)
    if chart.source:
        yield line(chart.source, "source", chart.origin)


def _statuses(chart: Chart) -> tuple[Status, ...]:
    """The statuses said once for the whole chart; panels bear their own."""
    if len(chart.series) > 1 and chart.kind != "stacked":
        return ()
    return tuple(dict.fromkeys(series.status for series in chart.series if series.status.word))


def drawn_names(chart: Chart) -> tuple[str, ...]:
    """The names in the drawing in order: those of the categories something is said of, under that of their panel."""
    if chart.kind == "stacked":
        return tuple(name for at, category in enumerate(chart.categories) for name in (category, *_parts(chart, at)))
    several = len(chart.series) > 1
    return tuple(name for series in chart.series for name in _panel_names(chart, series, headed=several))


def _panel_names(chart: Chart, series: Series, *, headed: bool) -> Iterator[str]:
    if headed:
        yield " – ".join(dict.fromkeys(filter(None, (series.status.word, series.name))))
    for number, (name, point) in enumerate(zip(chart.categories, series.points, strict=True), start=1):
        if point.value is not None or point.label:
            yield f"{number} {name}\u00a0:" if chart.kind == "doughnut" else name


def _parts(chart: Chart, category: int) -> Iterator[str]:
    """What the parts of a stacked bar are called, each before its label."""
    for series in chart.series:
        name = series.name or series.status.word
        if series.points[category].label and name:
            yield f"{name}\u00a0:"


def ring_numbers(chart: Chart) -> tuple[str, ...]:
    """The numbers that segments of a doughnut may bear, those of each ring from 1; a list says what they stand for."""
    if chart.kind != "doughnut":
        return ()
    return tuple(str(number) for series in chart.series for number in range(1, len(series.points) + 1))


def drawn_labels(chart: Chart) -> tuple[str, ...]:
    """The labels on the marks, in the order of the series; those of a stacked bar stand together."""
    if chart.kind == "stacked":
        columns = zip(*(series.points for series in chart.series), strict=True)
        return tuple(point.label for points in columns for point in points if point.label)
    return tuple(point.label for series in chart.series for point in series.points if point.label)
