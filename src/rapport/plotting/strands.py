"""Bars before they have a place: from which value to which each of them reaches, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from msgspec import Struct

from rapport.edition.blocks.figures import Chart, ChartKind, Point, Series, bar_rows, point_of
from rapport.edition.text import NO_STATUS, Status
from rapport.plots import Look, Place
from rapport.plotting.dress import fill_of, toned_down
from rapport.plotting.setting import PlotSetting

Span = tuple[Decimal, Decimal] | None
"""From which value to which a bar reaches; None for no bar."""

NOTHING = Look()
SAID = Point(None, "")


class Strand(Struct, frozen=True):
    """A series of bars: `values` are those of its cells, `spans` where its bars reach, `points` what they say.

    `lane` counts the bars that stand abreast; `place` is where labels stand by their bars. A strand that is not `own`
    only lifts the others, or carries their labels. `series` is its number in the chart, -1 for none.
    """

    name: str
    values: tuple[Decimal | None, ...]
    spans: tuple[Span, ...]
    points: tuple[Point, ...]
    look: Look = NOTHING
    looks: tuple[Look, ...] = ()
    lane: int = 0
    place: Place = "outEnd"
    own: bool = True
    status: Status = NO_STATUS
    series: int = -1


def strands_of(chart: Chart, setting: PlotSetting, names: Names) -> tuple[Strand, ...]:
    """The bars of a chart, in the order in which they are drawn."""
    return _STRANDS[chart.kind](chart, setting, names)


class Names(Struct, frozen=True):
    """What a workbook calls the columns that hold no data of the author's, in the deck's language."""

    base: str = "base"
    rise: str = "+"
    fall: str = "-"
    level: str = "="


def is_one_bar_each(chart: Chart) -> bool:
    """Whether no category has values of two series: its only bar then stands in the middle."""
    rows = zip(*(series.points for series in _barred(chart)), strict=True)
    return all(sum(point.value is not None for point in row) <= 1 for row in rows)


def _barred(chart: Chart) -> tuple[Series, ...]:
    return tuple(series for series in chart.series if series.drawn != "line")


def _abreast(chart: Chart, setting: PlotSetting, _names: Names) -> tuple[Strand, ...]:
    alone = is_one_bar_each(chart)
    return tuple(_row(chart, row, 0 if alone else lane, setting) for lane, row in enumerate(bar_rows(chart)))


def _row(chart: Chart, row: tuple[int, ...], lane: int, setting: PlotSetting) -> Strand:
    """One row of bars; where it goes on under another status, each bar has the look of its own."""
    series = chart.series[row[0]]
    found = [point_of(chart, row, at) for at in range(len(series.points))]
    points = tuple(point for _, point in found)
    values = tuple(point.value for point in points)
    spans = tuple(None if value is None else (Decimal(0), value) for value in values)
    own = {number: fill_of(chart, number, setting) for number in row}
    looks = _toned(chart, points, tuple(own[number] for number, _ in found))
    if len(set(own.values())) == 1 and not _has_highlight(chart):
        looks = ()
    return Strand(series.name, values, spans, points, own[row[0]], looks, lane, status=series.status, series=row[0])


def _has_highlight(chart: Chart) -> bool:
    return any(point.highlighted for each in chart.series for point in each.points)


def _toned(chart: Chart, points: tuple[Point, ...], looks: tuple[Look, ...]) -> tuple[Look, ...]:
    """Where the author speaks of some bars, the others are in context grey."""
    if not _has_highlight(chart):
        return looks
    return tuple(look if point.highlighted else toned_down(look) for point, look in zip(points, looks, strict=True))


def _stacked(chart: Chart, setting: PlotSetting, _names: Names) -> tuple[Strand, ...]:
    """Bars on one another; to 100, each is its share of the whole."""
    heights = [Decimal(0)] * len(chart.categories)
    totals = [_total(chart, at) for at in range(len(chart.categories))]
    found = []
    for number, series in enumerate(chart.series):
        spans: list[Span] = []
        for at, point in enumerate(series.points):
            if point.value is None:
                spans.append(None)
                continue
            part = point.value * 100 / totals[at] if chart.kind == "stacked-100" else point.value
            spans.append((heights[at], heights[at] + part))
            heights[at] += part
        values = tuple(point.value for point in series.points)
        look = fill_of(chart, number, setting)
        found.append(
            Strand(
                series.name,
                values,
                tuple(spans),
                series.points,
                look,
                (),
                0,
                "ctr",
                status=series.status,
                series=number,
            )
        )
    return tuple(found)


def _total(chart: Chart, at: int) -> Decimal:
    return sum((series.points[at].value or Decimal(0) for series in chart.series), Decimal(0)) or Decimal(1)


def _ranges(chart: Chart, setting: PlotSetting, names: Names) -> tuple[Strand, ...]:
    """From the lower end to the upper: an invisible base, the range, and its words beyond the upper end."""
    found: list[Strand] = []
    for number, series in enumerate(chart.series):
        ends = [_ends(point) for point in series.points]
        base = tuple(None if end is None else end[0] for end in ends)
        length = tuple(None if end is None else end[1] - end[0] for end in ends)
        look = fill_of(chart, number, setting)
        silent = (SAID,) * len(ends)
        found += [
            Strand(names.base, base, (None,) * len(ends), silent, own=False),
            Strand(series.name, length, tuple(ends), series.points, look, (), 0, status=series.status, series=number),
        ]
    return tuple(found)


def _ends(point: Point) -> tuple[Decimal, Decimal] | None:
    if point.value is None:
        return None
    return point.value, point.high if point.high is not None else point.value


def _steps(chart: Chart, setting: PlotSetting, names: Names) -> tuple[Strand, ...]:
    """From a start by rises and falls to an end: each bar begins where the one before ended."""
    series = chart.series[0]
    spans = _step_spans(series.points)
    look, tint = fill_of(chart, 0, setting), Look("tint", "accent", setting.measures.outline_weight)
    grey = Look("context", "context", setting.measures.outline_weight)
    kinds = [_step_kind(at, len(spans), span) for at, span in enumerate(spans)]
    base = tuple(min(span) if span and min(span) > 0 else None for span in spans)
    silent = (SAID,) * len(spans)
    parts = [Strand(names.base, base, (None,) * len(spans), silent, own=False)]
    for kind, name, each in (("level", names.level, look), ("rise", names.rise, tint), ("fall", names.fall, grey)):
        kept = tuple(span if which == kind else None for span, which in zip(spans, kinds, strict=True))
        values = tuple(None if span is None else abs(span[1] - span[0]) for span in kept)
        points = tuple(point if span else SAID for point, span in zip(series.points, kept, strict=True))
        parts.append(Strand(name, values, kept, points, each, (), 0, status=series.status, series=0))
    return tuple(parts)


def _step_spans(points: tuple[Point, ...]) -> tuple[Span, ...]:
    level = Decimal(0)
    spans: list[Span] = []
    for at, point in enumerate(points):
        if point.value is None:
            spans.append(None)
        elif at in (0, len(points) - 1):
            level = point.value
            spans.append((Decimal(0), level))
        else:
            spans.append((level, level + point.value))
            level += point.value
    return tuple(spans)


def _step_kind(at: int, count: int, span: Span) -> str:
    if at in (0, count - 1) or span is None:
        return "level"
    return "rise" if span[1] >= span[0] else "fall"


_STRANDS: Mapping[ChartKind, Callable[[Chart, PlotSetting, Names], tuple[Strand, ...]]] = MappingProxyType(
    {
        "bar": _abreast,
        "column": _abreast,
        "combined": _abreast,
        "stacked": _stacked,
        "stacked-100": _stacked,
        "range": _ranges,
        "waterfall": _steps,
    }
)
