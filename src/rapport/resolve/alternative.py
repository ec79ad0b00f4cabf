"""Texts for those who do not see a chart or a timeline, composed from the data."""

from __future__ import annotations

from rapport.edition.blocks.figures import Moment, Series
from rapport.edition.text import plain
from rapport.resolve.context import Context
from rapport.resolve.inline import line_of

MOST_LISTED = 8
"""Categories that are all named; beyond, only the extremes are, and the data stand in the annex."""


def chart_alternative(
    kind: str, measure: str, categories: tuple[str, ...], series: tuple[Series, ...], context: Context
) -> str:
    """What the chart is, what it measures, and its values or their extremes."""
    head = f"{context.furniture(f'chart-{kind}')}. {measure}"
    values = _values(categories, series)
    body = values if len(values) <= MOST_LISTED else _extremes(categories, series, context)
    return plain(line_of(f"{head}: {'; '.join(body)}.", context))


def _values(categories: tuple[str, ...], series: tuple[Series, ...]) -> list[str]:
    several = len(series) > 1
    return [
        f"{category}{f' ({line.name.lower()})' if several else ''}, {point.label}"
        for line in series
        for category, point in zip(categories, line.points, strict=True)
        if point.label
    ]


def _extremes(categories: tuple[str, ...], series: tuple[Series, ...], context: Context) -> list[str]:
    known = [
        (point.value, category, point.label)
        for line in series
        for category, point in zip(categories, line.points, strict=True)
        if point.value is not None
    ]
    least, most = min(known), max(known)
    return [
        context.furniture("chart-count", str(len(known))),
        context.furniture("chart-least", least[1], least[2]),
        context.furniture("chart-most", most[1], most[2]),
    ]


def timeline_alternative(moments: tuple[Moment, ...], context: Context) -> str:
    """The timeline's span: how many dates, the first and the last."""
    first, last = plain(moments[0].date), plain(moments[-1].date)
    return plain(line_of(context.furniture("timeline-alternative", str(len(moments)), first, last), context))
