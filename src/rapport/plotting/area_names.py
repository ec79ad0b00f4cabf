"""Names written on the areas they belong to, where each has the room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart
from rapport.plots import Label, Shape, Trace
from rapport.plotting.curves import Ground
from rapport.plotting.dress import series_name, text_on
from rapport.plotting.setting import GAP, PlotSetting, Words

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
