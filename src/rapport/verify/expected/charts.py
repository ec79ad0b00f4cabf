"""The lines around a drawn chart, what is heard of it, and the words its drawing should hold."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.edition.blocks.figures import BARRED, Chart, Series, bar_rows, point_of, spoken_rows
from rapport.edition.text import Status, Text, plain, says_the_same, words
from rapport.verify.parity.line import ExpectedLine, line

FEW = 6
"""Names of categories that always have their places."""


def chart_lines(chart: Chart) -> Iterator[ExpectedLine]:
    """Message and title (once where they are the same), measure, statuses, alternative text, source."""
    title: Text = () if says_the_same(chart.title, chart.message) else chart.title
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
    yield from spoken_lines(chart)
    if chart.source:
        yield line(chart.source, "source", chart.origin)


def spoken_lines(chart: Chart) -> Iterator[ExpectedLine]:
    """What is heard of a drawing of many values, cell by cell."""
    for row in spoken_rows(chart):
        yield from (ExpectedLine(said, "alternative", chart.origin) for said in row if said)


def _statuses(chart: Chart) -> tuple[Status, ...]:
    """The one status of everything drawn, stated once beside it; the drawing's key states several."""
    found = tuple(dict.fromkeys(series.status for series in chart.series if series.status.word))
    return found if len(found) == 1 else ()


def drawn_names(chart: Chart) -> tuple[tuple[str, ...], ...]:
    """The names in the drawing, each in the forms it may take: those of categories, then those of several series.

    The names of a scale true to time, or of one too crowded, may be left out: they come as names that may be empty.
    """
    categories = tuple((name,) for name in chart.categories)
    if chart.is_panel:
        return (*categories, (chart.series[0].name,))
    several = len(chart.series) > 1
    series = tuple(_forms(chart, one) for one in chart.series) if several else ()
    return (*categories, *(forms for forms in series if any(forms)))


def _forms(chart: Chart, series: Series) -> tuple[str, ...]:
    word = series.status.word
    known = any(point.value is not None for point in series.points)
    forms = (f"{series.name} ({word.lower()})", series.name, word) if series.name else (word,)
    if chart.kind == "scatter":
        return (f"{'→' if series is chart.series[0] else '↑'} {series.name}",)
    return forms if known else ("",)


def drawn_labels(chart: Chart) -> tuple[str, ...]:
    """The labels on the marks, in the order of the series; points of two measures bear their names alone."""
    if chart.kind == "scatter":
        return ()
    if chart.kind in BARRED and any(len(row) > 1 for row in bar_rows(chart)):
        rows = (point_of(chart, row, at)[1] for row in bar_rows(chart) for at in range(len(chart.categories)))
        lines = (point for series in chart.series if series.drawn == "line" for point in series.points)
        return tuple(point.label for point in (*rows, *lines) if point.label)
    ordered = sorted(chart.series, key=lambda series: series.drawn == "line")
    return tuple(point.label for series in ordered for point in series.points if point.label)


def drawn_ticks(chart: Chart) -> tuple[str, ...]:
    """The round values that its scales may show."""
    axes = (chart.axis, *(series.axis for series in chart.series))
    years = tuple(str(year) for year in _years(chart))
    return (*(tick.label for axis in axes if axis for tick in axis.ticks), *years)


def _years(chart: Chart) -> Iterator[int]:
    """Any year that an axis true to time may show, from a little before the first date."""
    if chart.dates:
        first, last = int(chart.dates[0][:4]), int(chart.dates[-1][:4])
        yield from range(first - max(1, (last - first) // 4), last + 1)


def is_thinned(chart: Chart) -> bool:
    """Whether names of categories may be left out: an axis true to time or of many names shows some."""
    return bool(chart.dates) or len(chart.categories) > FEW or chart.kind == "scatter"


Lines = Iterator[ExpectedLine]
