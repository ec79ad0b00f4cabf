"""Points of two measures, a name beside each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart
from rapport.look.geometry import Box, Pt
from rapport.plots import Axis, Dot, Label, Look, Mark, Marker, Plan, Shape, Trace
from rapport.plotting.dress import ChartKey
from rapport.plotting.extent import Extent, thinned, thinned_across, ticked_axis
from rapport.plotting.placing import Crowd, Wish, around, settle
from rapport.plotting.points import DOT, core
from rapport.plotting.setting import AXIS_GAP, EDGE, PlotSetting, baseline, hairline


class Field(Struct, frozen=True):
    """Both scales of a scatter and the plot they span."""

    plot: Box
    height: float
    along: tuple[Axis, Extent]
    up: tuple[Axis, Extent]


def plan_scatter(chart: Chart, setting: PlotSetting, width: float, height: float) -> Plan:
    """A point for each category: the first series along, the second up; names where they have room."""
    key = _titles(chart, setting, width)
    field = _field(chart, setting, (width, height), key)
    marker = Marker("circle", DOT * setting.tick * 0.8, Look("accent", "accent"))
    texts = tuple(_scatter_words(setting, field.plot, field.along, field.up))
    trace, complete = _points(chart, setting, field, (marker, width, (*texts, *key.labels)))
    return Plan(
        kind="scatter",
        width=width,
        height=field.height,
        plot=field.plot,
        value=field.up[0],
        traces=(trace,),
        categories=chart.categories,
        texts=(*texts, *key.labels),
        under=tuple(_scatter_grid(setting, field.plot, field.along, field.up)),
        grouping="standard",
        across=field.along[0],
        partial=not complete,
        base=baseline(setting),
        category_size=setting.category,
        tick_size=setting.tick,
    )


def _field(chart: Chart, setting: PlotSetting, frame: tuple[float, float], key: ChartKey) -> Field:
    along, up = chart.series[0], chart.series[1]
    x_axis = ticked_axis((point.value for point in along.points), along.axis, from_zero=along.axis is None)
    y_axis = ticked_axis((point.value for point in up.points), chart.axis, from_zero=chart.axis is None)
    plot, tall = _scatter_plot(setting, frame, (key.height, x_axis, y_axis))
    xs = Extent(float(x_axis.low), float(x_axis.high), plot.x, plot.width)
    ys = Extent(float(y_axis.low), float(y_axis.high), plot.y, plot.height, turned=True)
    x_axis = thinned_across(
        x_axis, plot.width, [setting.ruler.width(tick.label, setting.tick) for tick in x_axis.ticks]
    )
    y_axis = thinned(y_axis, plot.height, setting.ruler.pitch(setting.tick))
    return Field(plot, tall, (x_axis, xs), (y_axis, ys))


def _points(
    chart: Chart, setting: PlotSetting, field: Field, how: tuple[Marker, float, tuple[Label, ...]]
) -> tuple[Trace, bool]:
    """The points with the names that have room, and whether all do."""
    marker, width, words = how
    along, up = chart.series[0], chart.series[1]
    points = [
        None
        if one.value is None or other.value is None
        else (field.along[1].at(one.value), field.up[1].at(other.value))
        for one, other in zip(along.points, up.points, strict=True)
    ]
    dots = tuple(Dot(point[0], point[1], marker.diameter, marker.outline, marker.look) for point in points if point)
    edge = Box(Pt(0), Pt(0), Pt(width), Pt(field.height))
    crowd = Crowd(edge, [*(label.box for label in words), *map(core, dots)], [])
    labels, complete = settle(_named_points(chart, setting, points, marker), crowd)
    trace = Trace(
        name=up.name,
        form="dots",
        values=tuple(point.value for point in up.points),
        across=tuple(point.value for point in along.points),
        status=up.status,
        marker=marker,
        marks=dots,
        labels=tuple(labels[at] for at in sorted(labels)),
        words=tuple(name if point else "" for name, point in zip(chart.categories, points, strict=True)),
        series=1,
    )
    return trace, complete


def _titles(chart: Chart, setting: PlotSetting, width: float) -> ChartKey:
    """What the axis that stands measures, above it, and the one that lies, after an arrow each."""
    names = [series.name for series in chart.series[:2]]
    entries = [f"\u2191 {names[1]}", f"\u2192 {names[0]}"]
    labels: list[Label] = []
    top = 0.0
    for entry in entries:
        words = setting.words(entry, setting.tick, width=width)
        labels.append(replace(words.at(0.0, top, 0.0, "grey"), role="key"))
        top += words.height
    return ChartKey((), tuple(labels), top)


def _scatter_plot(setting: PlotSetting, frame: tuple[float, float], how: tuple[float, Axis, Axis]) -> tuple[Box, float]:
    above, x_axis, y_axis = how
    ticks = [setting.ruler.width(tick.label, setting.tick) for tick in y_axis.ticks]
    first = setting.ruler.width(x_axis.ticks[0].label, setting.tick) / 2 + EDGE if x_axis.ticks else 0.0
    left = max(first, max(ticks, default=0.0) + AXIS_GAP)
    last = setting.ruler.width(x_axis.ticks[-1].label, setting.tick) / 2 if x_axis.ticks else 0.0
    foot = setting.ruler.pitch(setting.tick) + AXIS_GAP
    top = above + AXIS_GAP + setting.ruler.pitch(setting.tick) / 2
    bottom = frame[1] - foot if frame[1] else top + 1.4 * setting.line_height
    plot = Box(Pt(left), Pt(top), Pt(frame[0] - left - last - EDGE), Pt(max(20.0, bottom - top)))
    return plot, frame[1] or plot.bottom + foot


def _scatter_words(
    setting: PlotSetting, plot: Box, along: tuple[Axis, Extent], up: tuple[Axis, Extent]
) -> Iterator[Label]:
    for tick in along[0].ticks:
        words = setting.words(tick.label, setting.tick)
        label = words.at(along[1].at(tick.value), plot.bottom + AXIS_GAP, 0.5, "grey")
        yield replace(label, role="tick")
    for tick in up[0].ticks:
        words = setting.words(tick.label, setting.tick)
        label = words.at(plot.x - AXIS_GAP, up[1].at(tick.value) - words.height / 2, 1.0, "grey")
        yield replace(label, role="tick")


def _scatter_grid(
    setting: PlotSetting, plot: Box, along: tuple[Axis, Extent], up: tuple[Axis, Extent]
) -> Iterator[Mark]:
    look = hairline(setting)
    for tick in along[0].ticks:
        x = along[1].at(tick.value)
        yield Shape(((x, plot.y), (x, plot.bottom)), look, closed=False)
    for tick in up[0].ticks:
        y = up[1].at(tick.value)
        yield Shape(((plot.x, y), (plot.right, y)), look, closed=False)


def _named_points(
    chart: Chart, setting: PlotSetting, points: Sequence[tuple[float, float] | None], marker: Marker
) -> Iterator[Wish]:
    size = max(setting.least, min(setting.category, setting.tick + 1))
    for at, (name, point) in enumerate(zip(chart.categories, points, strict=True)):
        if point:
            words = setting.words(name, size)
            spots = around(words, point[0], point[1], marker.diameter / 2, ("r", "t", "b", "l"))
            rank = 0.0 if any(series.points[at].highlighted for series in chart.series) else 1.0
            yield Wish(words, spots, at, rank, "ink", chart.series[1].points[at].evidence)
