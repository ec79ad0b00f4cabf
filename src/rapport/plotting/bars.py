"""Bars that lie and columns that stand: abreast, on one another, between two values, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart
from rapport.look.geometry import Box, Pt
from rapport.plots.plan import Axis, Label, Look, Mark, Plan, Shape, Trace
from rapport.plotting.bar_bench import BarFrame, Bench, reach_of
from rapport.plotting.bar_frames import lying_frame, standing_frame
from rapport.plotting.bar_marks import bar_traces
from rapport.plotting.curves import line_trace
from rapport.plotting.dress import fill_of
from rapport.plotting.extent import bare_axis, ticked_axis
from rapport.plotting.keys import Entry, key_of, series_name
from rapport.plotting.placing import Crowd
from rapport.plotting.setting import EDGE, GAP, PlotSetting, baseline, hairline
from rapport.plotting.strands import Names, Strand, strands_of

Grouping = Literal["clustered", "stacked", "percentStacked"]


NAME_AIR = 6.0
"""White between the names of neighbouring columns."""


def plan_bars(chart: Chart, setting: PlotSetting, width: float, height: float, names: Names) -> Plan:
    """The largest labels that all have room; where none do, those that are told best beside a scale."""
    strands = strands_of(chart, setting, names)
    bench = _bench(chart, setting, strands, width, height)
    for size in setting.label_sizes:
        plan = _drawn(replace(bench, size=size))
        if not plan.partial:
            return plan
    ticked = replace(bench, axis=ticked_axis(reach_of(strands, chart), chart.axis))
    most = max(setting.category, setting.least)
    plans = [
        _drawn(replace(ticked, size=size)) for size in setting.label_sizes if size <= most or size == setting.least
    ]
    return max(plans, key=_told)


def _told(plan: Plan) -> float:
    """How much the labels of a plan tell: many small ones as much as fewer large ones."""
    return sum(label.size for trace in plan.traces for label in trace.labels)


def _bench(chart: Chart, setting: PlotSetting, strands: tuple[Strand, ...], width: float, height: float) -> Bench:
    lanes = 1 + max((strand.lane for strand in strands), default=0)
    key = key_of(tuple(_entries(chart, setting)), setting, width, height)
    if chart.kind == "stacked-100":
        axis = Axis(Decimal(0), Decimal(100))
    else:
        axis = bare_axis(reach_of(strands, chart), chart.axis)
    if chart.kind == "combined":
        axis = ticked_axis(reach_of(strands, chart), chart.axis)
    return Bench(chart, setting, strands, lanes, key, axis, setting.label, width, height)


def _entries(chart: Chart, setting: PlotSetting) -> Iterator[Entry]:
    if len(chart.series) < 2:
        return
    for number, series in enumerate(chart.series):
        if series.drawn == "line" or not any(point.value is not None for point in series.points):
            continue
        if setting.bar(series.status).kind == "leader":
            yield Entry(series_name(chart, series), Look(), None, series)
        else:
            yield Entry(series_name(chart, series), fill_of(chart, number, setting))


def _drawn(bench: Bench) -> Plan:
    frame = lying_frame(bench) if bench.lying else standing_frame(bench)
    chart, setting = bench.chart, bench.setting
    bench = replace(bench, axis=frame.axis)
    texts = (*frame.texts, *_notes(bench, frame))
    crowd = Crowd(
        Box(Pt(0), Pt(0), Pt(bench.width), Pt(frame.height)),
        [label.box for label in (*texts, *bench.key.labels)],
        [],
    )
    lines = _line_traces(bench, frame, crowd)
    traces, complete = bar_traces(bench, frame, crowd)
    return Plan(
        kind=chart.kind,
        width=bench.width,
        height=frame.height,
        plot=frame.plot,
        value=bench.axis,
        traces=(*traces, *lines),
        categories=chart.categories,
        texts=(*texts, *bench.key.labels),
        under=tuple(_grid(bench, frame)),
        over=(_base(bench, frame), *bench.key.marks),
        lying=bench.lying,
        grouping=_grouping(chart),
        gap=round((frame.pitch / frame.thickness - bench.lanes) * 100),
        overlap=100 if _grouping(chart) != "clustered" or bench.lanes == 1 else 0,
        partial=not complete,
        skip=frame.skip,
        loose_names=frame.loose_names,
        base=baseline(setting),
        category_size=frame.category_size,
        tick_size=setting.tick,
    )


def _grouping(chart: Chart) -> Grouping:
    if chart.kind == "stacked-100":
        return "percentStacked"
    return "stacked" if chart.kind in ("stacked", "range", "waterfall") else "clustered"


def _line_traces(bench: Bench, frame: BarFrame, crowd: Crowd) -> tuple[Trace, ...]:
    """Lines over columns."""
    xs = [frame.plot.x + (at + 0.5) * frame.pitch for at in range(len(bench.chart.categories))]
    room = bench.width - frame.plot.right - EDGE - GAP
    return tuple(
        line_trace(bench.chart, number, bench.setting, (xs, frame.extent, room), crowd)
        for number, series in enumerate(bench.chart.series)
        if series.drawn == "line"
    )


def _notes(bench: Bench, frame: BarFrame) -> Iterator[Label]:
    """What is said of each category without any value, on its baseline."""
    setting, chart = bench.setting, bench.chart
    for at in range(len(chart.categories)):
        points = [series.points[at] for series in chart.series]
        said = next((point.label for point in points if point.label), "")
        if not said or any(point.value is not None for point in points):
            continue
        words = setting.words(said, setting.tick, width=0.0 if bench.lying else max(1.0, frame.pitch - NAME_AIR))
        zero = frame.extent.zero
        if bench.lying:
            y = frame.plot.y + (at + 0.5) * frame.pitch - words.height / 2
            yield replace(words.at(zero + GAP, y, 0.0, "grey"), role="note", index=at)
        else:
            x = frame.plot.x + (at + 0.5) * frame.pitch
            yield replace(words.at(x, zero - GAP - words.height, 0.5, "grey"), role="note", index=at)


def _grid(bench: Bench, frame: BarFrame) -> Iterator[Mark]:
    look, plot = hairline(bench.setting), frame.plot
    for tick in bench.axis.ticks:
        place = frame.extent.at(tick.value)
        if bench.lying:
            yield Shape(((place, plot.y), (place, plot.bottom)), look, closed=False)
        else:
            yield Shape(((plot.x, place), (plot.right, place)), look, closed=False)


def _base(bench: Bench, frame: BarFrame) -> Shape:
    look, plot, zero = baseline(bench.setting), frame.plot, frame.extent.zero
    if bench.lying:
        return Shape(((zero, plot.y), (zero, plot.bottom)), look, closed=False)
    return Shape(((plot.x, zero), (plot.right, zero)), look, closed=False)
