"""A line in its place, and the labels along it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Series
from rapport.look.geometry import Box, Pt
from rapport.look.palette import TextColour
from rapport.plots import Axis, Dot, Label, Look, Marker, Shape, Trace
from rapport.plotting.dress import series_name, stroke_of, text_colour
from rapport.plotting.extent import Days, Extent
from rapport.plotting.names import Under
from rapport.plotting.placing import Crowd, Segment, Spot, Wish, around, labelled, moved, settle, spread
from rapport.plotting.setting import EDGE, PlotSetting, Words


class Curve(Struct, frozen=True):
    """A line in its place: its points (None where a value is missing), look and marker."""

    number: int
    series: Series
    values: tuple[Decimal | None, ...]
    points: tuple[tuple[float, float] | None, ...]
    look: Look
    marker: Marker

    @property
    def segments(self) -> Iterator[Segment]:
        for before, after in pairwise(self.points):
            if before and after:
                yield before, after

    @property
    def own(self) -> tuple[int, ...]:
        """The places of its own values."""
        return tuple(at for at, point in enumerate(self.series.points) if point.value is not None)


class Ground(Struct, frozen=True):
    """The plot of lines: its area, scales, the places of categories, and the words of its axes."""

    plot: Box
    axis: Axis
    extent: Extent
    xs: tuple[float, ...]
    texts: tuple[Label, ...]
    days: Days | None
    names: Under
    width: float
    height: float


class Try(Struct, frozen=True):
    """One way to set a chart of lines: the size of labels, and whether names stand at the ends or in a key."""

    size: float
    named: bool
    panel: PanelRoom | None = None


class PanelRoom(Struct, frozen=True):
    """What all panels of small multiples share.

    That is the height of the highest name, the width of the widest end label, and the highest value.
    """

    name: float
    end: float
    highest: Decimal | None


DENSE = 2.0
"""Distance between points, in markers, below which markers are no larger than the line."""
SMALLEST_MARKER = 2.0
"""Points: the least that native charts know."""


def curve_of(chart: Chart, number: int, setting: PlotSetting, xs: Sequence[float], extent: Extent) -> Curve:
    """A series as a line in its place."""
    series = chart.series[number]
    values = joined_values(chart, number)
    points = tuple(None if value is None else (x, extent.at(value)) for value, x in zip(values, xs, strict=True))
    look, marker = stroke_of(chart, number, setting)
    if len(xs) > 1 and (xs[-1] - xs[0]) / (len(xs) - 1) < DENSE * marker.diameter:  # markers would hide the line
        marker = replace(marker, diameter=max(SMALLEST_MARKER, look.weight))
    return Curve(number, series, values, points, look, marker)


def joined_values(chart: Chart, number: int) -> tuple[Decimal | None, ...]:
    """The values of a line; one that continues another under a new status begins where that one ends."""
    series = chart.series[number]
    values = [point.value for point in series.points]
    known = [at for at, value in enumerate(values) if value is not None]
    if not known or known[0] == 0 or not _continues(chart, number):
        return tuple(values)
    before = known[0] - 1
    said = any(each.points[before].label and each.points[before].value is None for each in chart.series)
    others = [each.points[before].value for each in chart.series[:number] if same_line(chart, each, series)]
    if not said:
        values[before] = next((value for value in others if value is not None), None)
    return tuple(values)


def _continues(chart: Chart, number: int) -> bool:
    """Whether an earlier series is the same line under another status."""
    return any(same_line(chart, each, chart.series[number]) for each in chart.series[:number])


def same_line(chart: Chart, one: Series, other: Series) -> bool:
    """Whether series differ in status alone: by their name, or where none has another than its status."""
    unnamed = all(each.name.lower() in ("", each.status.word.lower()) for each in chart.series)
    return unnamed or one.name == other.name


def line_trace(
    chart: Chart, number: int, setting: PlotSetting, place: tuple[Sequence[float], Extent, float], crowd: Crowd
) -> Trace:
    """A line among other marks; `place` has the room beside them for its name and last value."""
    xs, extent, room = place
    curve = curve_of(chart, number, setting, xs, extent)
    crowd.lines += curve.segments
    known = curve.own
    labels: dict[int, Label] = {}
    goes_on = any(same_line(chart, each, curve.series) for each in chart.series[number + 1 :])
    if known and not goes_on:
        for size in (setting.category, setting.label_sizes[-1]):
            name = setting.words(series_name(chart, curve.series), size, bold=True, width=max(1.0, room))
            text = "\n".join((*name.lines, curve.series.points[known[-1]].label))
            words = setting.words(text, size, bold=True)
            if words.width > room:
                continue
            wish = _end_wish(curve, known[-1], words, crowd.frame.right - EDGE - room)
            labels, done = settle((wish,), crowd)
            if done:
                break
    return trace_of(curve, labels)


def _end_wish(curve: Curve, at: int, words: Words, left: float) -> Wish:
    """Beside the last column, on a level with the line's end, or a little above or below it."""
    x, y = curve.points[at] or (0.0, 0.0)
    (spot,) = around(words, x, y, curve.marker.diameter / 2, ("r",))
    beside = moved(spot, max(0.0, left - spot.box.x), 0.0)
    steps = (0.0, *(sign * share * words.pitch for share in (0.5, 1.0, 1.5, 2.0) for sign in (-1, 1)))
    return Wish(words, tuple(moved(beside, 0.0, step) for step in steps), at, 0.0, colour_of(curve), None)


def dot_box(point: tuple[float, float], diameter: float) -> Box:
    """A marker as an obstacle, a little smaller than it is, since its own label stands close to it."""
    side = max(0.0, diameter - 2.0)
    return Box(Pt(point[0] - side / 2), Pt(point[1] - side / 2), Pt(side), Pt(side))


def colour_of(curve: Curve) -> TextColour:
    """The colour of the words that stand for a line."""
    return text_colour(curve.look)


def trace_of(curve: Curve, labels: dict[int, Label]) -> Trace:
    """A line as planned: its strokes between gaps, its markers, the labels that have room."""
    lines = [Shape(tuple(run), curve.look, closed=False) for run in _runs(curve.points)]
    dots = [
        Dot(point[0], point[1], curve.marker.diameter, curve.marker.outline, curve.marker.look)
        for point in curve.points
        if point
    ]
    words = tuple(point.label if point.value is not None else "" for point in curve.series.points)
    return Trace(
        name=curve.series.name,
        form="line",
        values=curve.values,
        look=curve.look,
        status=curve.series.status,
        marker=curve.marker,
        marks=(*lines, *dots),
        labels=tuple(labels[at] for at in sorted(labels)),
        words=words,
        series=curve.number,
    )


def _runs(points: Sequence[tuple[float, float] | None]) -> Iterator[list[tuple[float, float]]]:
    """The points of a line between its gaps."""
    run: list[tuple[float, float]] = []
    for point in (*points, None):
        if point:
            run.append(point)
        else:
            if len(run) > 1:
                yield run
            run = []


# Labels of a line: at its ends, at its peaks, where they have room.

Found = list[dict[int, Label]]
"""The labels of each line, by the place of their value."""


def labels_of_ends(
    chart: Chart, curves: Sequence[Curve], setting: PlotSetting, way: tuple[Try, dict[int, Words], Ground], crowd: Crowd
) -> tuple[Found, bool]:
    """The labels of the lines' ends, spread where they meet, of slopes those of both ends; whether all have room."""
    how, ends, ground = way
    found, complete = _ends(curves, ends, ground, crowd)
    if chart.kind == "slope":
        complete = _starts(curves, setting, (how.size, ground), crowd, found) and complete
    return found, complete


def labels_between(
    chart: Chart, curves: Sequence[Curve], setting: PlotSetting, way: tuple[float, Found], crowd: Crowd
) -> Found:
    """The same with those of the first, highest and lowest values and of those asked for, where they have room."""
    size, ends = way
    found = [dict(labels) for labels in ends]
    wishes: list[tuple[int, Wish]] = []
    for curve in curves:
        for at, rank in _wanted(chart, curve):
            if at not in found[curve.number]:
                words = setting.words(curve.series.points[at].label, size, bold=True)
                wishes.append((curve.number, _wish(curve, at, words, rank)))
    for number, wish in sorted(wishes, key=lambda each: (each[1].rank, each[0], each[1].index)):
        placed, _ = settle((wish,), crowd)
        found[number].update(placed)
    return found


def _ends(curves: Sequence[Curve], ends: dict[int, Words], ground: Ground, crowd: Crowd) -> tuple[Found, bool]:
    """The labels of ends at the right edge, spread where they meet; then of lines that end before."""
    found: Found = [{} for _ in curves]
    last = [(curve, curve.own[-1]) for curve in curves if curve.own]
    final = max((at for _, at in last), default=-1)
    right = [(curve, at) for curve, at in last if at == final]
    complete = True
    for curve, at, spots in (*_at_edge(right, ends, ground), *_before_edge(last, final, ends)):
        spot = next((spot for spot in spots if crowd.has_room(spot.box)), None)
        complete = complete and spot is not None
        if spot:
            crowd.boxes.append(spot.box)
            wish = Wish(ends[curve.number], spots, at, 0.0, colour_of(curve), curve.series.points[at].evidence)
            found[curve.number][at] = labelled(wish, spot)
    return found, complete


def _starts(
    curves: Sequence[Curve],
    setting: PlotSetting,
    how: tuple[float, Ground],
    crowd: Crowd,
    found: Found,
) -> bool:
    """The first values of slopes at the left of their points, spread where they meet; whether all have room."""
    size, ground = how
    first = [curve for curve in curves if curve.points[0] and curve.series.points[0].label]
    words = [setting.words(curve.series.points[0].label, size, bold=True) for curve in first]
    middles = [(curve.points[0] or (0.0, 0.0))[1] for curve in first]
    heights = [each.height for each in words]
    settled = spread(middles, heights, max(EDGE, ground.plot.y - max(heights, default=0.0) / 2), ground.plot.bottom)
    wishes = []
    for curve, each, before, after in zip(first, words, middles, settled, strict=True):
        x, y = curve.points[0] or (0.0, 0.0)
        (spot,) = around(each, x, y, curve.marker.diameter / 2, ("l",))
        evidence = curve.series.points[0].evidence
        wishes.append(Wish(each, (moved(spot, 0.0, after - before),), curve.number, 0.0, colour_of(curve), evidence))
    placed, complete = settle(wishes, crowd)
    for number, label in placed.items():
        found[number][0] = replace(label, index=0)
    return complete


Ended = tuple[Curve, int, tuple[Spot, ...]]


def _at_edge(right: Sequence[tuple[Curve, int]], ends: dict[int, Words], ground: Ground) -> Iterator[Ended]:
    if not right:
        return
    middles = [(curve.points[at] or (0.0, 0.0))[1] for curve, at in right]
    heights = [ends[curve.number].height for curve, _ in right]
    settled = spread(middles, heights, max(EDGE, ground.plot.y - heights[0] / 2), ground.plot.bottom)
    for (curve, at), before, after in zip(right, middles, settled, strict=True):
        x, y = curve.points[at] or (0.0, 0.0)
        (spot,) = around(ends[curve.number], x, y, curve.marker.diameter / 2, ("r",))
        yield curve, at, (moved(spot, 0.0, after - before),)


def _before_edge(last: Sequence[tuple[Curve, int]], final: int, ends: dict[int, Words]) -> Iterator[Ended]:
    for curve, at in last:
        if at != final:
            x, y = curve.points[at] or (0.0, 0.0)
            yield curve, at, around(ends[curve.number], x, y, curve.marker.diameter / 2, ("r", "t", "b"))


def _wanted(chart: Chart, curve: Curve) -> Iterator[tuple[int, float]]:
    """The places of a line that are labelled, with their rank."""
    known = curve.own
    points = curve.series.points
    if not known:
        return
    asked = [at for at in known if points[at].highlighted]
    value = {at: points[at].value or Decimal(0) for at in known}
    ranked = [*((at, 1.0) for at in asked), (known[0], 2.0)]
    ranked.append((max(known, key=lambda at: (value[at], -at)), 3.0))
    ranked.append((min(known, key=lambda at: (value[at], at)), 3.5))
    seen: set[int] = {known[-1]} if len(known) > 1 else set()
    for at, rank in ranked:
        if at not in seen:
            seen.add(at)
            yield at, rank
    yield known[-1], 4.0


def _around_point(curve: Curve, at: int) -> tuple[str, ...]:
    """Above a summit, below a hollow, else where the line leaves room."""
    here = curve.values[at] or Decimal(0)
    near = [
        value for value in (*curve.values[max(0, at - 1) : at], *curve.values[at + 1 : at + 2]) if value is not None
    ]
    return ("b", "t", "r", "l") if near and here < min(near) else ("t", "b", "r", "l")


ASIDE = (0.35, -0.35, 0.55, -0.55)
"""How far a label above or below its point may stand aside, in its own width."""
AWAY = (4.0, 8.0, 13.0)
"""How far it may stand off its point, in points."""


def _wish(curve: Curve, at: int, words: Words, rank: float) -> Wish:
    evidence = curve.series.points[at].evidence
    return Wish(words, _spots(curve, at, words), at, rank, colour_of(curve), evidence)


def _spots(curve: Curve, at: int, words: Words) -> Iterator[Spot]:
    """Close to its point, then farther off, then aside."""
    x, y = curve.points[at] or (0.0, 0.0)
    spots = around(words, x, y, curve.marker.diameter / 2, _around_point(curve, at))  # type: ignore[arg-type]
    yield from spots
    best = spots[0]
    away = [moved(best, 0.0, step if best.place == "b" else -step) for step in AWAY]
    yield from away
    for spot in (*spots, *away):
        if spot.place in "tb":
            yield from (moved(spot, words.width * share, 0.0) for share in ASIDE)
