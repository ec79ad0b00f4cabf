"""A line in its place, and the labels along it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from rapport.edition.blocks.figures import Chart, Series
from rapport.look.geometry import Box, Pt
from rapport.look.palette import TextColour
from rapport.plots.plan import Axis, Dot, Label, Look, Marker, Shape, Trace
from rapport.plotting.dress import stroke_of, text_colour
from rapport.plotting.extent import Extent
from rapport.plotting.keys import series_name
from rapport.plotting.placing import Crowd, Segment, Spot, Wish, around, labelled, moved, settle, spread
from rapport.plotting.setting import EDGE, Setting, Words
from rapport.plotting.time import Days


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
    skip: int
    size: float
    width: float
    height: float


class Try(Struct, frozen=True):
    """One way to set a chart of lines: the size of labels, and whether names stand at the ends or in a key."""

    size: float
    named: bool
    panel: PanelRoom | None = None


class PanelRoom(Struct, frozen=True):
    """What all panels of small multiples keep: the height of the highest name, the width of the widest end label."""

    name: float
    end: float


def curve_of(chart: Chart, number: int, setting: Setting, xs: Sequence[float], extent: Extent) -> Curve:
    """A series as a line in its place."""
    series = chart.series[number]
    values = joined_values(chart, number)
    points = tuple(None if value is None else (x, extent.at(value)) for value, x in zip(values, xs, strict=True))
    look, marker = stroke_of(chart, number, setting)
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
    others = [each.points[before].value for each in chart.series[:number]]
    if not said:
        values[before] = next((value for value in others if value is not None), None)
    return tuple(values)


def _continues(chart: Chart, number: int) -> bool:
    """Whether series differ in status alone: they are one curve."""
    return number > 0 and all(each.name.lower() in ("", each.status.word.lower()) for each in chart.series)


def line_trace(
    chart: Chart, number: int, setting: Setting, place: tuple[Sequence[float], Extent], crowd: Crowd
) -> Trace:
    """A line among other marks, with its name and last value at its end where they have room."""
    curve = curve_of(chart, number, setting, *place)
    crowd.lines += curve.segments
    known = curve.own
    labels: dict[int, Label] = {}
    if known:
        text = f"{series_name(chart, curve.series)}\n{curve.series.points[known[-1]].label}"
        for size in (setting.category, setting.label_sizes[-1]):
            words = setting.words(text, size, bold=True)
            wish = _end_wish(curve, known[-1], words, crowd.frame.right)
            labels, done = settle((wish,), crowd)
            if done:
                break
    return trace_of(curve, labels)


def _end_wish(curve: Curve, at: int, words: Words, right: float) -> Wish:
    """Beside the last column, on a level with the line's end, or a little above or below it."""
    x, y = curve.points[at] or (0.0, 0.0)
    (spot,) = around(words, x, y, curve.marker.diameter / 2, ("r",))
    beside = moved(spot, right - EDGE - spot.box.right, 0.0)
    steps = (0.0, -words.pitch / 2, words.pitch / 2, -words.pitch, words.pitch)
    return Wish(words, tuple(moved(beside, 0.0, step) for step in steps), at, 0.0, _colour(curve), None)


def dot_box(point: tuple[float, float], diameter: float) -> Box:
    """A marker as an obstacle, a little smaller than it is, since its own label stands close to it."""
    side = max(0.0, diameter - 2.0)
    return Box(Pt(point[0] - side / 2), Pt(point[1] - side / 2), Pt(side), Pt(side))


def labels_of_curves(
    chart: Chart, curves: Sequence[Curve], setting: Setting, way: tuple[Try, dict[int, Words], Ground], crowd: Crowd
) -> tuple[list[dict[int, Label]], bool]:
    """The labels of each line: its end first, spread where ends meet; then first, highest, lowest and those asked."""
    how, ends, ground = way
    found, complete = _ends(curves, ends, ground, crowd)
    wishes: list[tuple[int, Wish]] = []
    for curve in curves:
        for at, rank in _wanted(chart, curve):
            if at not in found[curve.number]:
                words = setting.words(curve.series.points[at].label, how.size, bold=True)
                wishes.append((curve.number, _wish(curve, at, words, _around_point(chart, curve, at), rank)))
    for number, wish in sorted(wishes, key=lambda each: (each[1].rank, each[0], each[1].index)):
        placed, _ = settle((wish,), crowd)
        found[number].update(placed)
    return found, complete


def _ends(
    curves: Sequence[Curve], ends: dict[int, Words], ground: Ground, crowd: Crowd
) -> tuple[list[dict[int, Label]], bool]:
    """The labels of ends at the right edge, spread where they meet; then of lines that end before."""
    found: list[dict[int, Label]] = [{} for _ in curves]
    last = [(curve, curve.own[-1]) for curve in curves if curve.own]
    final = max((at for _, at in last), default=-1)
    right = [(curve, at) for curve, at in last if at == final]
    complete = True
    for curve, at, spots in (*_at_edge(right, ends, ground), *_before_edge(last, final, ends)):
        spot = next((spot for spot in spots if crowd.has_room(spot.box)), None)
        complete = complete and spot is not None
        if spot:
            crowd.boxes.append(spot.box)
            wish = Wish(ends[curve.number], spots, at, 0.0, _colour(curve), curve.series.points[at].evidence)
            found[curve.number][at] = labelled(wish, spot)
    return found, complete


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


def _around_point(chart: Chart, curve: Curve, at: int) -> tuple[str, ...]:
    """Above a summit, below a hollow, else where the line leaves room."""
    if chart.kind == "slope" and at == 0:
        return ("l",)
    here = curve.values[at] or Decimal(0)
    near = [
        value for value in (*curve.values[max(0, at - 1) : at], *curve.values[at + 1 : at + 2]) if value is not None
    ]
    return ("b", "t", "r", "l") if near and here < min(near) else ("t", "b", "r", "l")


def _wish(curve: Curve, at: int, words: Words, places: Sequence[str], rank: float) -> Wish:
    x, y = curve.points[at] or (0.0, 0.0)
    spots = around(words, x, y, curve.marker.diameter / 2, places)  # type: ignore[arg-type]
    point = curve.series.points[at]
    near = [moved(spot, dx, 0.0) for spot in spots for dx in _slides(words, spot)]
    return Wish(words, (*spots, *near), at, rank, _colour(curve), point.evidence)


def _slides(words: Words, spot: Spot) -> tuple[float, ...]:
    """How far a label above or below its point may slide sideways."""
    return (words.width * 0.35, -words.width * 0.35) if spot.place in ("t", "b") else ()


def _colour(curve: Curve) -> TextColour:
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
