"""Dots in rows: values of two dates for each category, values against an aim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Point
from rapport.look.geometry import Box, Pt
from rapport.plots import Axis, Dot, Label, Look, Mark, Marker, Plan, Shape, SignAt, Trace
from rapport.plotting.dress import Entry, key_of, series_name, stroke_of, text_colour
from rapport.plotting.extent import Extent, thinned_across, ticked_axis
from rapport.plotting.names import Shelf, names_beside, row_names
from rapport.plotting.placing import Crowd, Spot, Wish, around, moved, settle
from rapport.plotting.setting import AXIS_GAP, EDGE, GAP, PlotSetting, baseline, hairline
from rapport.plotting.strands import Names

ROWS = {"dots": 1.3, "lollipop": 2.4}
"""Least height of a row, in labels."""


DOT = 1.15
"""Diameter of a dot, in sizes of the smallest words."""


FARTHER = 3.0
"""Points by which a label stands off its dot where another is close."""


class Rows(Struct, frozen=True):
    """The rows of categories: their names, the plot beside them and its scale."""

    plot: Box
    extent: Extent
    axis: Axis
    pitch: float
    texts: tuple[Label, ...]
    height: float
    size: float
    skip: int

    def middle(self, at: int) -> float:
        """The ordinate of a row."""
        return self.plot.y + (at + 0.5) * self.pitch


def plan_rows(chart: Chart, setting: PlotSetting, width: float, height: float, names: Names) -> Plan:
    """Dots in rows, with the largest labels that all have room, else with a scale."""
    sizes = [size for size in setting.label_sizes if size <= 1.25 * setting.category] or [setting.least]
    for size, ticked in (*((size, False) for size in sizes), (sizes[-1], True)):
        plan = _rows_plan(chart, setting, Box(Pt(0), Pt(0), Pt(width), Pt(height)), (size, ticked, names))
        if not plan.partial:
            break
    return plan


def _rows_plan(chart: Chart, setting: PlotSetting, frame: Box, how: tuple[float, bool, Names]) -> Plan:
    size, ticked, names = how
    key = key_of(tuple(_entries(chart, setting)) if len(chart.series) > 1 else (), setting, frame.width, frame.height)
    rows = _rows(chart, setting, frame, (key.height, size, ticked))
    edge = Box(Pt(0), Pt(0), frame.width, Pt(rows.height))
    crowd = Crowd(edge, [label.box for label in (*rows.texts, *key.labels)], [])
    ties = _ties(chart, setting, rows, names)
    for trace in ties:
        crowd.lines += [(mark.points[0], mark.points[-1]) for mark in trace.marks if isinstance(mark, Shape)]
    dots = [_dots(chart, number, setting, rows) for number in range(len(chart.series))]
    crowd.boxes += [core(mark) for trace in dots for mark in trace.marks if not isinstance(mark, Shape)]
    traces, complete = [], True
    for number, trace in enumerate(dots):
        labels, done = settle(_wishes(chart, number, setting, (rows, size)), crowd)
        complete = complete and done
        traces.append(replace(trace, labels=tuple(labels[at] for at in sorted(labels))))
    return Plan(
        kind=chart.kind,
        width=frame.width,
        height=rows.height,
        plot=rows.plot,
        value=rows.axis,
        traces=(*ties, *traces),
        categories=chart.categories,
        texts=(*rows.texts, *_notes(chart, setting, rows), *key.labels),
        under=tuple(_lines(rows, setting)),
        over=key.marks,
        lying=True,
        grouping="standard",
        across=Axis(Decimal(0), Decimal(max(1, len(chart.categories)))),
        skip=rows.skip,
        partial=not complete,
        base=baseline(setting),
        category_size=rows.size,
        tick_size=setting.tick,
    )


def _entries(chart: Chart, setting: PlotSetting) -> Iterator[Entry]:
    for number, series in enumerate(chart.series):
        if _is_aim(chart, number, setting):
            yield Entry(series_name(chart, series), Look(), None, series)
        else:
            yield Entry(series_name(chart, series), Look(), _marker(chart, number, setting))


def _marker(chart: Chart, number: int, setting: PlotSetting) -> Marker:
    _, marker = stroke_of(chart, number, setting)
    return replace(marker, diameter=DOT * setting.tick, outline=marker.outline if number > 1 else "circle")


def _is_aim(chart: Chart, number: int, setting: PlotSetting) -> bool:
    """Whether the points of a series are signs: the aims of a chart of values against them."""
    is_second = chart.kind == "lollipop" and number == len(chart.series) - 1 and number > 0
    return is_second or setting.bar(chart.series[number].status).kind == "leader"


def _rows(chart: Chart, setting: PlotSetting, frame: Box, how: tuple[float, float, bool]) -> Rows:
    above, size, ticked = how
    values = [point.value for series in chart.series for point in series.points]
    axis = ticked_axis(values, chart.axis, from_zero=chart.kind == "lollipop" or chart.axis is None)
    axis = axis if ticked else Axis(axis.low, axis.high)
    count = max(1, len(chart.categories))
    top = above + (AXIS_GAP if above else 0.0)
    foot = setting.ruler.pitch(setting.tick) + AXIS_GAP if axis.ticks else 0.0
    given = (frame.height - top - foot) / count if frame.height else 0.0
    names = row_names(chart.categories, setting, frame.width, given)
    least = ROWS[chart.kind] * setting.ruler.pitch(size, bold=True) + 3.0
    pitch = given or max(least, *(name.height + 4.0 for name in names))
    pitch = min(pitch, (setting.tallest - top - foot) / count)
    side = max(setting.ruler.width(point.label, size, bold=True) for series in chart.series for point in series.points)
    side += GAP + DOT * setting.tick + EDGE
    left = max((name.width for name in names), default=0.0) + AXIS_GAP
    start = left + max(EDGE, _room_before(values, axis, side, frame.width - side - left))
    plot = Box(Pt(start), Pt(top), Pt(max(20.0, frame.width - side - start)), Pt(pitch * count))
    extent = Extent(float(axis.low), float(axis.high), plot.x, plot.width)
    axis = thinned_across(axis, plot.width, [setting.ruler.width(tick.label, setting.tick) for tick in axis.ticks])
    texts = list(
        names_beside(
            names, Shelf(left - AXIS_GAP, top, pitch, (above, plot.bottom + (AXIS_GAP - EDGE if axis.ticks else foot)))
        )
    )
    skip = 1 if len(texts) == len(names) else 2
    for tick in axis.ticks:
        words = setting.words(tick.label, setting.tick)
        texts.append(replace(words.at(extent.at(tick.value), plot.bottom + AXIS_GAP, 0.5, "grey"), role="tick"))
    written = names[0].size if names else setting.category
    return Rows(plot, extent, axis, pitch, tuple(texts), plot.bottom + foot, written, skip)


def _room_before(values: Sequence[Decimal | None], axis: Axis, side: float, room: float) -> float:
    """What a label at the left of the lowest dot needs before the plot: nothing where zero leaves it enough."""
    known = [value for value in values if value is not None]
    share = float((min(known) - axis.low) / (axis.high - axis.low)) if known else 0.0
    return (side - share * room) / max(0.05, 1 - share)


def _rank(chart: Chart, at: int) -> Decimal:
    """How high a row stands on its axis, which counts from the foot."""
    return Decimal(len(chart.categories) - at) - Decimal("0.5")


def _ties(chart: Chart, setting: PlotSetting, rows: Rows, names: Names) -> tuple[Trace, ...]:
    """The lines of the rows: between the dots of each; from the axis to a value that has an aim."""
    across: list[Decimal | None] = []
    values: list[Decimal | None] = []
    marks: list[Mark] = []
    look = Look(None, "context" if chart.kind == "dots" else "accent", 2.0)
    for at in range(len(chart.categories)):
        ends = _tie(chart, rows, at)
        if ends is None:
            continue
        y = rows.middle(at)
        marks.append(Shape(((rows.extent.at(ends[0]), y), (rows.extent.at(ends[1]), y)), look, closed=False))
        across += [*ends, None]
        values += [_rank(chart, at), _rank(chart, at), None]
    if not marks:
        return ()
    return (Trace(names.base, "dots", tuple(values), look, across=tuple(across), marks=tuple(marks), own=False),)


def _tie(chart: Chart, rows: Rows, at: int) -> tuple[Decimal, Decimal] | None:
    known = [series.points[at].value for series in chart.series]
    found = [value for value in known if value is not None]
    if chart.kind == "lollipop":
        return (max(rows.axis.low, Decimal(0)), known[0]) if known and known[0] is not None else None
    return (min(found), max(found)) if len(found) > 1 else None


def _dots(chart: Chart, number: int, setting: PlotSetting, rows: Rows) -> Trace:
    series, marker = chart.series[number], _marker(chart, number, setting)
    is_aim = _is_aim(chart, number, setting)
    bar = setting.bar(series.status)
    dash = bar.dash if bar.kind == "leader" else (1.5, 2.5)
    leader = Look(None, "accent", setting.measures.leader_weight, dash) if is_aim else None
    diameter = setting.measures.target_diameter * 0.8
    marks: list[Mark] = []
    for at, point in enumerate(series.points):
        if point.value is None:
            continue
        x, y = rows.extent.at(point.value), rows.middle(at)
        if leader:
            marks.append(Shape(((rows.extent.zero, y), (x, y)), leader, closed=False))
            marks.append(SignAt(series.status, x, y, diameter))
        else:
            marks.append(Dot(x, y, marker.diameter, marker.outline, marker.look))
    known = [point.value is not None for point in series.points]
    return Trace(
        name=series.name,
        form="dots",
        values=tuple(_rank(chart, at) if there else None for at, there in enumerate(known)),
        across=tuple(point.value for point in series.points),
        status=series.status,
        marker=None if leader else marker,
        marks=tuple(marks),
        words=tuple(point.label if there else "" for point, there in zip(series.points, known, strict=True)),
        leader=leader,
        series=number,
    )


def core(mark: Mark) -> Box:
    """A dot as an obstacle, a little smaller than it is."""
    if isinstance(mark, Shape):
        raise TypeError("a shape has no core")
    side = max(0.0, mark.diameter - 2.0)
    return Box(Pt(mark.x - side / 2), Pt(mark.y - side / 2), Pt(side), Pt(side))


def _wishes(chart: Chart, number: int, setting: PlotSetting, how: tuple[Rows, float]) -> Iterator[Wish]:
    rows, size = how
    series = chart.series[number]
    is_aim = _is_aim(chart, number, setting)
    colour = "accent" if is_aim else text_colour(_marker(chart, number, setting).look)
    radius = setting.measures.target_diameter * 0.4 if is_aim else DOT * setting.tick / 2
    for at, point in enumerate(series.points):
        if point.value is None or not point.label:
            continue
        words = setting.words(point.label, size, bold=True)
        places = _places(chart, number, at)
        spots = around(words, rows.extent.at(point.value), rows.middle(at), radius, places)  # type: ignore[arg-type]
        if is_aim:  # a sign is no marker, which native labels would keep clear of
            spots = tuple(replace(spot, shift=_outwards(spot, radius)) for spot in spots)
        yield Wish(words, _tried(spots, words.width), at, 0.0 if point.highlighted else 1.0, colour, point.evidence)


def _tried(spots: Sequence[Spot], width: float) -> Iterator[Spot]:
    """The spots, then those beside them."""
    yield from spots
    for spot in spots:
        if spot.place in "tb":
            yield from _aside(spot, width)


def _aside(spot: Spot, width: float) -> Iterator[Spot]:
    """Above or below its dot, a little off it, then to one side, where another dot stands close."""
    off = -FARTHER if spot.place == "t" else FARTHER
    for share in (0.0, 0.5, -0.5):
        yield moved(spot, share * width, off)


def _outwards(spot: Spot, radius: float) -> tuple[float, float]:
    steps = {"r": (radius, 0.0), "l": (-radius, 0.0), "t": (0.0, -radius), "b": (0.0, radius)}
    return steps.get(spot.place, (0.0, 0.0))


def _places(chart: Chart, number: int, at: int) -> tuple[str, ...]:
    """Outside of the dots of its row; a value that has not reached its aim stands above its dot."""
    values = [series.points[at].value for series in chart.series]
    known = [value for value in values if value is not None]
    here = values[number]
    if here is None:
        return ()
    if chart.kind == "lollipop":
        return ("r", "t") if here == max(known) and (number or len(known) == 1) else ("t", "b")
    if here == min(known) and (here != max(known) or number == 0) and len(known) > 1:
        return ("l", "t", "b")
    return ("r", "t", "b") if here == max(known) else ("t", "b")


def _notes(chart: Chart, setting: PlotSetting, rows: Rows) -> Iterator[Label]:
    for at in range(len(chart.categories)):
        points: list[Point] = [series.points[at] for series in chart.series]
        said = next((point.label for point in points if point.label), "")
        if said and all(point.value is None for point in points):
            words = setting.words(said, setting.tick)
            y = rows.middle(at) - words.height / 2
            yield replace(words.at(rows.plot.x + GAP, y, 0.0, "grey"), role="note", index=at)


def _lines(rows: Rows, setting: PlotSetting) -> Iterator[Mark]:
    """Gridlines, or the line of the axis where there is no scale."""
    look = hairline(setting)
    for tick in rows.axis.ticks:
        x = rows.extent.at(tick.value)
        yield Shape(((x, rows.plot.y), (x, rows.plot.bottom)), look, closed=False)
    if not rows.axis.ticks and rows.axis.low == 0:
        x = rows.plot.x
        yield Shape(((x, rows.plot.y), (x, rows.plot.bottom)), baseline(setting), closed=False)
