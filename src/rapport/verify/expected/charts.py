"""The lines around a drawn chart, and the words its drawing should hold."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.edition.blocks.chart import Chart, Series
from rapport.edition.status import Status
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
        return chart.categories
    several = len(chart.series) > 1
    return tuple(name for series in chart.series for name in _panel_names(chart, series, headed=several))


def _panel_names(chart: Chart, series: Series, *, headed: bool) -> Iterator[str]:
    if headed:
        yield " – ".join(dict.fromkeys(filter(None, (series.status.word, series.name))))
    for name, point in zip(chart.categories, series.points, strict=True):
        if point.value is not None or point.label:
            yield name


def drawn_labels(chart: Chart) -> tuple[str, ...]:
    """The labels on the marks, in the order of the series."""
    return tuple(point.label for series in chart.series for point in series.points if point.label)
