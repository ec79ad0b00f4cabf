"""The labels along lines: their ends first, then first, highest and lowest values and those the author asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart
from rapport.plots import Label
from rapport.plotting.curves import Curve, Ground, Try, colour_of
from rapport.plotting.placing import Crowd, Spot, Wish, around, labelled, moved, settle, spread
from rapport.plotting.setting import EDGE, PlotSetting, Words

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
