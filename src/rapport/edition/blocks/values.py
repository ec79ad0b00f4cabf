"""The values of a chart as rows, for those who listen: what a drawing of many values cannot say in a sentence."""

from __future__ import annotations

from rapport.edition.blocks.figures import Chart
from rapport.edition.text import plain

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
