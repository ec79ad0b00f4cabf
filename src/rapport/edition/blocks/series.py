"""What is asked of the series of a chart: which share a row of bars, and their values as rows for those who listen."""

from __future__ import annotations

from rapport.edition.blocks.figures import Chart, ChartKind, Point
from rapport.edition.text import plain

BARRED: tuple[ChartKind, ...] = ("bar", "column", "combined")
"""The kinds whose bars stand abreast."""


def bar_rows(chart: Chart) -> tuple[tuple[int, ...], ...]:
    """The numbers of the series that are one row of bars abreast of others; lines over columns are none of them.

    Series of one name are one row, what is planned after what is done, as long as no category has two of their values.
    An aim is no bar: it stands at its value by itself.
    """
    rows: dict[str, tuple[int, ...]] = {}
    barred = [number for number, series in enumerate(chart.series) if series.drawn != "line"]
    for number in barred:
        name = chart.series[number].name
        rows[name] = (*rows.get(name, ()), number)
    apart = all(_are_apart(chart, numbers) for numbers in rows.values() if len(numbers) > 1)
    return tuple(rows.values()) if len(rows) > 1 and apart else tuple((number,) for number in barred)


def _are_apart(chart: Chart, numbers: tuple[int, ...]) -> bool:
    if any(chart.series[number].status.key == "target" for number in numbers):
        return False
    rows = zip(*(chart.series[number].points for number in numbers), strict=True)
    return all(sum(point.value is not None for point in row) <= 1 for row in rows)


def point_of(chart: Chart, numbers: tuple[int, ...], at: int) -> tuple[int, Point]:
    """The point that a row of bars has in a category, and the number of its series: the first that says something."""
    found = [(number, chart.series[number].points[at]) for number in numbers]
    known = [pair for pair in found if pair[1].value is not None] or [pair for pair in found if pair[1].label]
    return (known or found)[0]


MOST_SAID = 8
"""Values that the alternative text says one after the other; a table of more is easier to find one's way in."""


def spoken_rows(chart: Chart) -> tuple[tuple[str, ...], ...]:
    """The heads, then a row for each category, with what stands on its mark of each series; none where values are few.

    A value that the source does not give is an empty cell, or what the author has it say.
    """
    if sum(len(series.points) for series in chart.series) <= MOST_SAID:
        return ()
    names = (series.name or series.status.word or plain(chart.title) for series in chart.series)
    rows = zip(chart.categories, *(series.points for series in chart.series), strict=False)
    return (plain(chart.measure), *names), *((name, *(point.label for point in points)) for name, *points in rows)
