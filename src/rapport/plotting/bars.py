"""Bars that lie and columns that stand: abreast, on one another, between two values, step by step; their labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart
from rapport.look.geometry import Box, Pt
from rapport.plots import Axis, Label, Look, Mark, Plan, Shape, SignAt, Trace, rectangle
from rapport.plotting.bar_frames import BarFrame, Bench, lying_frame, reach_of, sign_radius, standing_frame
from rapport.plotting.curves import line_trace
from rapport.plotting.dress import Entry, fill_of, key_of, series_name, text_colour, text_on
from rapport.plotting.extent import bare_axis, ticked_axis
from rapport.plotting.placing import Crowd, Spot, Wish, moved, settle
from rapport.plotting.setting import EDGE, GAP, PlotSetting, Words, baseline, hairline
from rapport.plotting.strands import Names, Strand, strands_of

INSIDE = 4.0
"""White on each side of a label inside its bar."""


def wish_of(bench: Bench, strand: Strand, at: int, box: Box) -> Wish | None:
    """A label beyond the end of its bar, or within; None where it does not fit within."""
    point = strand.points[at]
    if not point.label or not _is_telling(bench, strand, at):
        return None
    look = strand.looks[at] if strand.looks else strand.look
    words = bench.setting.words(point.label, bench.size, bold=True)
    rank = 0.0 if point.highlighted else 1.0
    if strand.place == "ctr":
        if words.width + 2 * INSIDE > box.width or words.height > box.height:
            return None
        x, y = box.centre
        spot = Spot(Box(Pt(x - words.width / 2), Pt(y - words.height / 2), Pt(words.width), Pt(words.height)), "ctr")
        return Wish(words, (spot,), at, rank, text_on(look.fill), point.evidence)
    reach = sign_radius(bench, strand)
    spot = _beyond(bench, words, box, strand, at)
    colour = text_colour(look) if not reach else "accent"
    return Wish(words, (spot, *_aside(bench, spot, box)), at, rank, colour, point.evidence)


def _aside(bench: Bench, spot: Spot, box: Box) -> tuple[Spot, ...]:
    """Over a column that is narrower than its label, the label may begin or end with it."""
    spare = (spot.box.width - box.width) / 2
    if bench.lying or spare <= 0 or not bench.axis.ticks:
        return ()
    return moved(spot, spare, 0.0), moved(spot, -spare, 0.0)


def _is_telling(bench: Bench, strand: Strand, at: int) -> bool:
    """Where a scale is shown, the labels of bars that all have one are too many: the ends and extremes say enough."""
    if not bench.axis.ticks or strand.place == "ctr" or bench.chart.kind == "combined":
        return True
    known = [place for place, value in enumerate(strand.values) if value is not None and strand.points[place].label]
    held = {place: strand.values[place] or Decimal(0) for place in known}
    extremes = (max(known, key=lambda place: held[place]), min(known, key=lambda place: held[place]))
    return at in (known[0], known[-1], *extremes) or strand.points[at].highlighted


def _beyond(bench: Bench, words: Words, box: Box, strand: Strand, at: int) -> Spot:
    span = strand.spans[at] or (Decimal(0), Decimal(0))
    reach = sign_radius(bench, strand)
    gap = GAP + reach
    x, y = box.centre
    if bench.lying:
        left = box.x - gap - words.width if span[1] < 0 else box.right + gap
        place = Box(Pt(left), Pt(y - words.height / 2), Pt(words.width), Pt(words.height))
        return Spot(place, "outEnd", (-reach if span[1] < 0 else reach, 0.0))
    down = span[1] < 0
    top = box.bottom + gap if down else box.y - gap - words.height
    place = Box(Pt(x - words.width / 2), Pt(top), Pt(words.width), Pt(words.height))
    return Spot(place, "outEnd", (0.0, reach if down else -reach))


def step_lines(bench: Bench, frame: BarFrame) -> Iterator[Shape]:
    """A hairline at the level that a bar ends at, from it to the next one; none around what is not known."""
    if bench.chart.kind != "waterfall":
        return
    margin = (frame.pitch - frame.thickness) / 2
    levels = [_level(bench, at) for at in range(len(bench.chart.categories))]
    for at, (level, following) in enumerate(pairwise(levels)):
        if level is not None and following is not None:
            y = frame.extent.at(level)
            left = frame.plot.x + (at + 1) * frame.pitch - margin
            yield Shape(((left, y), (left + 2 * margin, y)), hairline(bench.setting), closed=False)


def _level(bench: Bench, at: int) -> Decimal | None:
    """Where the bar of a category ends."""
    return next((span[1] for strand in bench.strands if (span := strand.spans[at]) is not None), None)


# Bars that lie and columns that stand: abreast, on one another, between two values, step by step; their labels.


def _place(bench: Bench, frame: BarFrame, strand: Strand, at: int) -> Box | None:
    """The rectangle of a bar; None for no bar."""
    span = strand.spans[at]
    if span is None:
        return None
    before = (frame.pitch - bench.lanes * frame.thickness) / 2 + strand.lane * frame.thickness
    one, other = sorted((frame.extent.at(span[0]), frame.extent.at(span[1])))
    if bench.lying:
        top = frame.plot.y + at * frame.pitch + before
        return Box(Pt(one), Pt(top), Pt(other - one), Pt(frame.thickness))
    left = frame.plot.x + at * frame.pitch + before
    return Box(Pt(left), Pt(one), Pt(frame.thickness), Pt(other - one))


def bar_traces(bench: Bench, frame: BarFrame, crowd: Crowd, *, whole: bool) -> tuple[tuple[Trace, ...], bool] | None:
    """Marks first, so that no label stands on one of them; then the labels. None where `whole` and a label lacks."""
    boxes = [[_place(bench, frame, strand, at) for at in range(len(strand.values))] for strand in bench.strands]
    inside = bench.chart.kind in ("stacked", "stacked-100")
    if not inside:
        crowd.boxes += [_shrunk(box) for row in boxes for box in row if box is not None]
    wanted, said = [], True
    for strand, row in zip(bench.strands, boxes, strict=True):
        asked = [(at, box) for at, box in enumerate(row) if box and strand.points[at].label]
        wanted.append([wish for at, box in asked if (wish := wish_of(bench, strand, at, box))])
        said = said and len(wanted[-1]) == len(asked)
        if whole and not said:
            return None
    traces, complete = [], True
    for strand, row, wishes in zip(bench.strands, boxes, wanted, strict=True):
        labels, placed = settle(wishes, crowd)
        complete = complete and placed
        if whole and not complete:
            return None
        traces.append(_trace(bench, frame, strand, row, tuple(labels[at] for at in sorted(labels))))
    return tuple(traces), complete and said


def _shrunk(box: Box) -> Box:
    """A bar as an obstacle: labels stand nearer to their own bar than to anything else."""
    return box.inset(min(1.0, box.width / 2), min(1.0, box.height / 2)) if box.width > 2 and box.height > 2 else box


def _trace(
    bench: Bench, frame: BarFrame, strand: Strand, row: Sequence[Box | None], labels: tuple[Label, ...]
) -> Trace:
    bar = bench.setting.bar(strand.status)
    is_aim = sign_radius(bench, strand) > 0
    leader = Look(None, bar.outline, bench.setting.measures.leader_weight, bar.dash) if is_aim else None
    marks: list[Mark] = []
    for at, box in enumerate(row):
        if box is None:
            continue
        if leader:
            marks += _aim(bench, strand, at, box, leader)
        else:
            marks.append(rectangle(box, strand.looks[at] if strand.looks else strand.look))
    return Trace(
        name=strand.name,
        form="bar",
        values=strand.values,
        look=Look() if leader else strand.look,
        status=strand.status,
        looks=() if leader else strand.looks,
        marks=tuple(marks),
        labels=labels,
        words=tuple(
            point.label if value is not None else "" for point, value in zip(strand.points, strand.values, strict=True)
        ),
        own=strand.own,
        leader=leader,
        series=strand.series,
    )


def _aim(bench: Bench, strand: Strand, at: int, box: Box, leader: Look) -> tuple[Mark, ...]:
    """The dotted line to an aim and the sign of its status at its very value."""
    x, y = box.centre
    span = strand.spans[at] or (Decimal(0), Decimal(0))
    down = span[1] < span[0]
    diameter = bench.setting.measures.target_diameter
    if bench.lying:
        end = box.x if down else box.right
        line = Shape(((box.right if down else box.x, y), (end, y)), leader, closed=False)
        return line, SignAt(strand.status, end, y, diameter)
    end = box.bottom if down else box.y
    line = Shape(((x, box.y if down else box.bottom), (x, end)), leader, closed=False)
    return line, SignAt(strand.status, x, end, diameter)


Grouping = Literal["clustered", "stacked", "percentStacked"]


NAME_AIR = 6.0
"""White between the names of neighbouring columns."""


def plan_bars(chart: Chart, setting: PlotSetting, width: float, height: float, names: Names) -> Plan:
    """The largest labels that all have room; where none do, those that are told best beside a scale."""
    strands = strands_of(chart, setting, names)
    bench = _bench(chart, setting, strands, width, height)
    for size in setting.label_sizes:
        if plan := _drawn(replace(bench, size=size), whole=True):
            return plan
    ticked = replace(bench, axis=ticked_axis(reach_of(strands, chart), chart.axis))
    most = max(setting.category, setting.least)
    sizes = [size for size in setting.label_sizes if size <= most or size == setting.least]
    plans = (_drawn(replace(ticked, size=size)) for size in sizes)
    return max((plan for plan in plans if plan), key=_told)


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


def _drawn(bench: Bench, *, whole: bool = False) -> Plan | None:
    """The plan at one size; None where all labels should have room, the `whole`, and one has none."""
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
    found = bar_traces(bench, frame, crowd, whole=whole)
    if found is None:
        return None
    traces, complete = found
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
        over=(_base(bench, frame), *step_lines(bench, frame), *bench.key.marks),
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
