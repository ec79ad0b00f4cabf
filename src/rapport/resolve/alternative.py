"""Texts for those who do not see a chart or a timeline, composed from the data."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Moment, Series
from rapport.edition.text import plain, words
from rapport.resolve.context import ResolveContext
from rapport.resolve.inline import line_of

MOST_TOLD = 120
"""Values that a listener is read all of, after the summary; beyond, they stand in the annex alone."""
MOST_LISTED = 8
"""Categories that are all named; beyond, only the extremes are, and the data stand in the annex."""


def chart_alternative(chart: Chart, context: ResolveContext) -> str:
    """What the chart is, what it shows, its status and unit; then its values, its ends, extremes and trend.

    Where values are many, the brief says all of them after its summary; a deck has them in the chart's workbook.
    """
    statuses = dict.fromkeys(series.status.word for series in chart.series if series.status.word)
    said = f" ({', '.join(word.lower() for word in statuses)})" if statuses else ""
    title = plain(chart.title).rstrip(".")
    measure = plain(chart.measure)
    head = f"{context.furniture(f'chart-{chart.kind}')}. {title}. {measure}{said}"
    values = _values(chart)
    few = len(values) <= MOST_LISTED
    course = _trends(chart, context) if few else [*_extremes(chart, context), *_course(chart, context)]
    body = [*values, *course] if few else course
    listed = values if not few and len(values) <= MOST_TOLD and context.medium == "brief" else []
    all_values = f" {context.furniture('chart-values', '; '.join(listed))}" if listed else ""
    return plain(line_of(f"{head}: {'; '.join(body)}.{all_values}", context))


def line_alternatives(chart: Chart, context: ResolveContext) -> tuple[str, ...]:
    """For each series of several lines, what its line is alone: it may have a drawing of its own."""
    names = dict.fromkeys(series.name for series in chart.series)
    if chart.kind != "line" or len(names) < 2:
        return ("",) * len(chart.series)
    alone = {
        name: chart_alternative(
            replace(
                chart,
                title=(*chart.title, *words(f" \u2013 {name}")),
                series=tuple(series for series in chart.series if series.name == name),
            ),
            context,
        )
        for name in names
    }
    return tuple(alone[series.name] for series in chart.series)


def _values(chart: Chart) -> list[str]:
    several = len(chart.series) > 1
    return [
        f"{category}{f' ({_named(line)})' if several and line.name else ''}, {point.label}"
        for line in chart.series
        for category, point in zip(chart.categories, line.points, strict=True)
        if point.label
    ]


def _named(line: Series) -> str:
    """A series as it is said within a sentence: its author's name as typed, which may be a place or hold a symbol."""
    return line.name.lower() if line.name == line.status.word else line.name


def _extremes(chart: Chart, context: ResolveContext) -> list[str]:
    known = [
        (point.value, category, point.label)
        for line in chart.series
        for category, point in zip(chart.categories, line.points, strict=True)
        if point.value is not None
    ]
    if not known:
        return []
    least, most = min(known), max(known)
    return [
        context.furniture("chart-count", str(len(known))),
        context.furniture("chart-least", least[1], least[2]),
        context.furniture("chart-most", most[1], most[2]),
    ]


def _trends(chart: Chart, context: ResolveContext) -> list[str]:
    """Where each line over time tends, after its values."""
    found = []
    for series in chart.series if chart.dates else ():
        known = [point.value for point in series.points if point.value is not None]
        name = f"{series.name}, " if len(chart.series) > 1 and series.name else ""
        found += [name + context.furniture(trend) for trend in _trend(known)]
    return found


def _course(chart: Chart, context: ResolveContext) -> list[str]:
    """Of each line over time: its first and last value, and where it tends; then what is not known."""
    found: list[str] = []
    for series in chart.series if chart.dates else ():
        known = [(at, point) for at, point in enumerate(series.points) if point.value is not None]
        if len(known) < 2:
            continue
        (start, first), (end, last) = known[0], known[-1]
        name = f"{series.name}, " if len(chart.series) > 1 and series.name else ""
        found.append(name + context.furniture("chart-first", chart.categories[start], first.label))
        found.append(context.furniture("chart-last", chart.categories[end], last.label))
        found += map(context.furniture, _trend([point.value or Decimal(0) for _, point in known]))
    unknown = [
        category
        for at, category in enumerate(chart.categories)
        if all(series.points[at].value is None for series in chart.series)
        and any(series.points[at].label for series in chart.series)
    ]
    return [*found, context.furniture("chart-unknown", ", ".join(unknown))] if unknown else found


def _trend(values: list[Decimal]) -> tuple[str, ...]:
    """The way of a line whose ends are farther apart than its steps are on average; none else, none told of two."""
    if len(values) < 3:
        return ()
    steps = [abs(after - before) for before, after in pairwise(values)]
    change = values[-1] - values[0]
    if abs(change) * len(steps) <= sum(steps):
        return ("chart-flat",)
    return ("chart-up" if change > 0 else "chart-down",)


def timeline_alternative(moments: tuple[Moment, ...], context: ResolveContext) -> str:
    """The timeline's span: how many dates, the first and the last."""
    first, last = plain(moments[0].date), plain(moments[-1].date)
    return plain(line_of(context.furniture("timeline-alternative", str(len(moments)), first, last), context))
