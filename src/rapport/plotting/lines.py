"""Lines over time or categories, slopes between two dates, areas on one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Point, Series
from rapport.look.geometry import Box, Pt
from rapport.plots import Label, Mark, Plan, Shape, Trace
from rapport.plotting.curves import (
    Curve,
    Ground,
    PanelRoom,
    Try,
    curve_of,
    dot_box,
    labels_between,
    labels_of_ends,
    trace_of,
)
from rapport.plotting.dress import ChartKey, Entry, fill_of, key_of, series_name, stroke_of, text_on
from rapport.plotting.ground import Kept, ground_of, is_at_edges
from rapport.plotting.placing import Crowd
from rapport.plotting.setting import EDGE, GAP, PlotSetting, Words, baseline, hairline

Edge = Sequence[tuple[float, float]]
INK = 0.8
"""What letters fill of the height of their line, and a little white."""
STEPS = 24
"""Places tried across the plot."""


def names_on_areas(
    chart: Chart, setting: PlotSetting, ground: Ground, traces: Sequence[Trace]
) -> tuple[Label, ...] | None:
    """A name on each area, where it is highest, all of one size; None where one of them has no room."""
    for size in sorted({setting.category, setting.tick, setting.least}, reverse=True):
        names = [setting.words(series_name(chart, series), size, bold=True) for series in chart.series]
        labels = [_placed(words, trace, ground) for words, trace in zip(names, traces, strict=True)]
        if all(labels):
            return tuple(label for label in labels if label)
    return None


def _placed(words: Words, trace: Trace, ground: Ground) -> Label | None:
    (shape,) = (mark for mark in trace.marks if isinstance(mark, Shape))
    count = len(shape.points) // 2
    tops, feet = shape.points[:count], shape.points[count:][::-1]
    half = words.width / 2 + GAP
    least, most = ground.plot.x + half, ground.plot.right - half
    if least > most:
        return None
    tried = (least + (most - least) * step / STEPS for step in range(STEPS + 1))
    room, top, x = max((*_room(tops, feet, place - half, place + half), place) for place in tried)
    if room < INK * words.height:
        return None
    label = words.at(x, top + (room - words.height) / 2, 0.5, text_on(trace.look.fill))
    return replace(label, role="name")


def _room(tops: Edge, feet: Edge, left: float, right: float) -> tuple[float, float]:
    """The height that an area has all the way between two places, and where it begins."""
    places = [left, right, *(x for x, _ in tops if left < x < right)]
    top, bottom = max(_at(tops, x) for x in places), min(_at(feet, x) for x in places)
    return bottom - top, top


def _at(edge: Edge, x: float) -> float:
    """The height of an edge at a place."""
    for (left, one), (right, other) in pairwise(edge):
        if left <= x <= right:
            return one + (other - one) * (x - left) / (right - left) if right > left else one
    return edge[0][1] if x < edge[0][0] else edge[-1][1]


# Lines over time or categories, slopes between two dates, areas on one another.

END_SHARE = 0.32
"""Most of the width that the names at the ends of lines may take."""


DOT_RADIUS = 2.5
"""Half a marker, which a label over it keeps clear of."""

LABEL_STEPS = (1.25, 1.1, 1.0, 0.9, 0.8)
"""Sizes tried for the labels of lines, in sizes of a category's name."""


def panel_room(chart: Chart, setting: PlotSetting, width: float) -> PanelRoom:
    """The room that the panels of a chart share."""
    names = [setting.words(series.name, setting.tick, bold=True, width=width) for series in chart.series]
    lasts = [[point.label for point in series.points if point.value is not None][-1:] for series in chart.series]
    known = [point.value for series in chart.series for point in series.points if point.value is not None]
    ends = [setting.ruler.width(label, setting.tick, bold=True) for labels in lasts for label in labels]
    return PanelRoom(
        max((name.height for name in names), default=0.0), max(ends, default=0.0), max(known, default=None)
    )


def plan_lines(chart: Chart, setting: PlotSetting, width: float, height: float, panel: PanelRoom | None = None) -> Plan:
    """The first way in which every line has its name and its last value; a panel bears its name above."""
    frame = Box(Pt(0), Pt(0), Pt(width), Pt(height))
    if panel:
        return _finished(chart, setting, _draft(chart, setting, frame, Try(setting.tick, named=False, panel=panel)))
    several = len(chart.series) > 1
    sizes = sorted({max(setting.least, round(2 * share * setting.category) / 2) for share in LABEL_STEPS}, reverse=True)
    *ways, last = (Try(size, named) for named in ((True, False) if several else (False,)) for size in sizes)
    fitting = (way for way in ways if _end_room(_end_words(chart, setting, way)) <= END_SHARE * width)
    drafts = (_draft(chart, setting, frame, way) for way in fitting)
    draft = next((draft for draft in drafts if draft.complete), None)
    return _finished(chart, setting, draft or _draft(chart, setting, frame, last))


def _end_room(ends: Mapping[int, Words]) -> float:
    """The width of what stands at the ends of lines."""
    return max((words.width for words in ends.values()), default=0.0)


class LineDraft(Struct, frozen=True):
    """Lines on their ground in one way, their ends labelled; `complete` where each end has its words."""

    way: Try
    key: ChartKey
    ground: Ground
    curves: list[Curve]
    crowd: Crowd
    labels: list[dict[int, Label]]
    complete: bool


def _draft(chart: Chart, setting: PlotSetting, frame: Box, way: Try) -> LineDraft:
    key = _key(chart, setting, frame, way)
    ends = _end_words(chart, setting, way)
    room = way.panel.end if way.panel else _end_room(ends)
    left = _slope_room(chart, setting, way)
    label = setting.ruler.pitch(way.size, bold=True) + DOT_RADIUS
    highest = way.panel.highest if way.panel else None
    end = min(room, END_SHARE * frame.width) + 3 * GAP + EDGE
    ground = ground_of(chart, setting, frame, Kept(key.height, label, end, left, highest))
    curves = [curve_of(chart, at, setting, ground.xs, ground.extent) for at in range(len(chart.series))]
    crowd = _crowd(frame, ground, key, curves)
    labels, complete = labels_of_ends(chart, curves, setting, (way, ends, ground), crowd)
    return LineDraft(way, key, ground, curves, crowd, labels, complete)


def _finished(chart: Chart, setting: PlotSetting, draft: LineDraft) -> Plan:
    """The draft with what is said between its ends."""
    labels = labels_between(chart, draft.curves, setting, (draft.way.size, draft.labels), draft.crowd)
    traces = tuple(trace_of(curve, labels[at]) for at, curve in enumerate(draft.curves))
    return line_plan(chart, setting, draft.ground, draft.key, traces)


def _key(chart: Chart, setting: PlotSetting, frame: Box, way: Try) -> ChartKey:
    """The names of lines above the plot, where they do not stand at their ends."""
    if way.panel:
        words = setting.words(chart.series[0].name, setting.category, bold=True, width=frame.width)
        return ChartKey((), (replace(words.at(0.0, 0.0), role="key"),), way.panel.name)
    return key_of(
        tuple(_line_entries(chart, setting)) if len(chart.series) > 1 and not way.named else (),
        setting,
        frame.width,
        frame.height,
    )


def _line_entries(chart: Chart, setting: PlotSetting) -> Iterator[Entry]:
    for number, series in enumerate(chart.series):
        look, marker = stroke_of(chart, number, setting)
        yield Entry(series_name(chart, series), look, marker)


def _end_words(chart: Chart, setting: PlotSetting, way: Try) -> dict[int, Words]:
    """What stands at the end of each line: the name where names stand there, and the last value."""
    found = {}
    for number, series in enumerate(chart.series):
        known = [point for point in series.points if point.value is not None]
        if known:
            name = series_name(chart, series) if way.named else ""
            text = f"{name} {known[-1].label}".strip(" ")
            found[number] = setting.words(text, way.size, bold=True)
    return found


def _slope_room(chart: Chart, setting: PlotSetting, way: Try) -> float:
    """The width kept at the left of a slope for its first values."""
    if chart.kind != "slope":
        return 0.0
    firsts = [series.points[0].label for series in chart.series if series.points]
    return max((setting.ruler.width(text, way.size, bold=True) for text in firsts), default=0.0) + 3 * GAP


def _crowd(frame: Box, ground: Ground, key: ChartKey, curves: Sequence[Curve]) -> Crowd:
    edge = Box(Pt(0), Pt(0), frame.width, Pt(ground.height))
    lines = [segment for curve in curves for segment in curve.segments]
    dots = [dot_box(point, curve.marker.diameter) for curve in curves for point in curve.points if point]
    base = ground.extent.zero
    lines.append(((ground.plot.x, base), (ground.plot.right, base)))
    return Crowd(edge, [*(label.box for label in (*ground.texts, *key.labels)), *dots], lines)


def line_plan(chart: Chart, setting: PlotSetting, ground: Ground, key: ChartKey, traces: tuple[Trace, ...]) -> Plan:
    """The plan of lines or areas on their ground."""
    look = hairline(setting)
    notes = tuple(_gap_notes(chart, setting, ground))
    under: list[Mark] = [
        Shape(((ground.plot.x, y), (ground.plot.right, y)), look, closed=False)
        for tick in ground.axis.ticks
        for y in (ground.extent.at(tick.value),)
    ]
    if chart.kind == "slope":
        under += [Shape(((x, ground.plot.y), (x, ground.plot.bottom)), look, closed=False) for x in ground.xs]
    base = ground.extent.zero
    line = Shape(((ground.plot.x, base), (ground.plot.right, base)), baseline(setting), closed=False)
    days = ground.days
    return Plan(
        kind=chart.kind,
        width=ground.width,
        height=ground.height,
        plot=ground.plot,
        value=ground.axis,
        traces=traces,
        categories=chart.categories,
        texts=(*ground.texts, *notes, *key.labels),
        under=tuple(under),
        over=(line, *key.marks),
        grouping="standard",
        dates=chart.dates if days else (),
        first=str(int(days.first)) if days else "",
        last=chart.dates[-1] if days else "",
        years=days.step if days else 0,
        edges=is_at_edges(chart),
        skip=ground.names.skip,
        loose_names=ground.names.loose,
        partial=any(len(trace.labels) < sum(map(bool, trace.words)) for trace in traces),
        base=baseline(setting),
        category_size=ground.names.size,
        tick_size=setting.tick,
    )


def _gap_notes(chart: Chart, setting: PlotSetting, ground: Ground) -> Iterator[Label]:
    """What is said, on the baseline, of a category without any value."""
    edge = float(ground.plot.x)
    for at, x in enumerate(ground.xs):
        points: list[Point] = [series.points[at] for series in chart.series]
        said = next((point.label for point in points if point.label), "")
        if said and all(point.value is None for point in points):
            words = setting.words(said, setting.tick)
            left = min(max(x - words.width / 2, ground.plot.x), ground.plot.right - words.width)
            if left < edge:  # said once for neighbours that have no room for it each
                continue
            edge = left + words.width + GAP
            yield replace(words.at(left, ground.extent.zero - GAP - words.height, 0.0, "grey"), role="note", index=at)


# Areas on one another.


def plan_areas(chart: Chart, setting: PlotSetting, width: float, height: float) -> Plan:
    """Areas on one another, from the first series up; names on them, or a key, say whose they are."""
    entries = [Entry(series_name(chart, series), fill_of(chart, at, setting)) for at, series in enumerate(chart.series)]
    if len(entries) < 2:
        return _area_plan(chart, setting, width, height, ChartKey())[0]
    plan, ground = _area_plan(chart, setting, width, height, ChartKey())
    if names := names_on_areas(chart, setting, ground, plan.traces):
        return replace(plan, texts=(*plan.texts, *names))
    return _area_plan(chart, setting, width, height, key_of(entries, setting, width, height))[0]


def _area_plan(chart: Chart, setting: PlotSetting, width: float, height: float, key: ChartKey) -> tuple[Plan, Ground]:
    """The areas under a key, on their ground."""
    frame = Box(Pt(0), Pt(0), Pt(width), Pt(height))
    totals = tuple(
        Point(sum((series.points[at].value or Decimal(0) for series in chart.series), Decimal(0)), "")
        for at in range(len(chart.categories))
    )
    zero = tuple(Point(Decimal(0), "") for _ in chart.categories)
    reach = replace(
        chart, series=(Series("", chart.series[0].status, totals), Series("", chart.series[0].status, zero))
    )
    ground = ground_of(reach, setting, frame, Kept(key.height, end=setting.tick + EDGE))
    traces = tuple(_areas(chart, setting, ground))
    plan = replace(
        line_plan(replace(chart, series=()), setting, ground, key, traces),
        grouping="stacked",
        width=width,
        edges=True,
        partial=True,
    )
    return plan, ground


def _areas(chart: Chart, setting: PlotSetting, ground: Ground) -> Iterator[Trace]:
    below = [Decimal(0)] * len(chart.categories)
    for number, series in enumerate(chart.series):
        above = [low + (point.value or Decimal(0)) for low, point in zip(below, series.points, strict=True)]
        tops = [(x, ground.extent.at(value)) for x, value in zip(ground.xs, above, strict=True)]
        feet = [(x, ground.extent.at(value)) for x, value in zip(ground.xs, below, strict=True)]
        look = fill_of(chart, number, setting)
        yield Trace(
            name=series.name,
            form="area",
            values=tuple(point.value for point in series.points),
            look=look,
            status=series.status,
            marks=(Shape((*tops, *reversed(feet)), look),),
            words=tuple(point.label if point.value is not None else "" for point in series.points),
            series=number,
        )
        below = above
