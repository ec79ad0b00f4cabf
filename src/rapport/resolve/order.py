"""The order of a chart's categories: by value for bars, by time where they are dates."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Point

DATE = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
"""A year, a month of a year, a day of a month."""
SORTED = ("bar", "lollipop", "range")
"""The kinds whose categories stand in the order of their values."""
SLOTTED = ("column", "combined")
"""The kinds that keep a place for each year, since the width of a column is no time."""
MOST_YEARS = 60


def dates_of(categories: tuple[str, ...]) -> tuple[str, ...]:
    """The categories where all are dates in order, each of the same precision; else nothing."""
    if len(categories) < 2 or not all(DATE.fullmatch(name) for name in categories):
        return ()
    even = len({len(name) for name in categories}) == 1
    return categories if even and all(one < other for one, other in pairwise(categories)) else ()


def in_order(chart: Chart, order: str | None, *, sole: bool) -> Chart:
    """The chart with its categories by value, largest first, where its kind or its author asks; unknown ones last.

    `sole` says that each category has one value; where it has several, the first series decides if the author asks.
    """
    wanted = order == "value" or (order is None and sole and chart.kind in SORTED and not _are_years(chart))
    if not wanted:
        return chart
    places = sorted(range(len(chart.categories)), key=lambda at: (-_value(chart, at), at))
    return _picked(chart, places)


def _are_years(chart: Chart) -> bool:
    """Whether categories are dates in some order, or open or close with one."""
    return all(re.search(r"\b[12]\d{3}\b", name) for name in chart.categories)


def _value(chart: Chart, at: int) -> Decimal:
    known = (series.points[at].value for series in chart.series)
    return next((value for value in known if value is not None), Decimal("-Infinity"))


def _picked(chart: Chart, places: list[int]) -> Chart:
    series = tuple(replace(one, points=tuple(one.points[at] for at in places)) for one in chart.series)
    return replace(chart, categories=tuple(chart.categories[at] for at in places), series=series)


def with_every_year(chart: Chart) -> Chart:
    """Columns of years with a place for each year between the first and the last."""
    if chart.kind not in SLOTTED or not chart.dates or len(chart.dates[0]) != len("2000"):
        return chart
    first, last = int(chart.dates[0]), int(chart.dates[-1])
    if not len(chart.dates) < last - first + 1 <= MOST_YEARS:
        return chart
    years = tuple(str(year) for year in range(first, last + 1))
    found = {name: at for at, name in enumerate(chart.categories)}
    series = tuple(
        replace(one, points=tuple(one.points[found[year]] if year in found else Point(None, "") for year in years))
        for one in chart.series
    )
    return replace(chart, categories=years, dates=years, series=series)
