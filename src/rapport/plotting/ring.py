"""Parts of a whole on a ring, their names and values beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from math import cos, pi, sin

from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart
from rapport.look.geometry import Box, Pt
from rapport.plots import Axis, Label, Look, Plan, Shape, Trace
from rapport.plotting.dress import SLICES
from rapport.plotting.extent import bare_axis
from rapport.plotting.names import sizes_of
from rapport.plotting.setting import EDGE, PlotSetting, baseline

HOLE = 0.58
"""Diameter of the hole, as a share of the ring's."""
RING_SHARES = (0.42, 0.34, 0.26, 0.18)
"""Of the width, what the ring takes at most; less only where the words beside it would be too high, or one be cut."""
SEPARATOR = 1.5
"""Weight of the white between parts, in points."""
STEP = pi / 90
"""Angle between the points of an arc: two degrees, whose chords are within 0.02 % of it."""

Values = tuple[Decimal | None, ...]


def plan_ring(chart: Chart, setting: PlotSetting, width: float, height: float) -> Plan:
    """The ring at the left, from twelve o'clock on; the parts in words at the right, each after its swatch."""
    series = chart.series[0]
    least = height or 1.3 * setting.measures.plot_height
    for share, size in ((share, size) for share in RING_SHARES for size in sizes_of(setting.category, setting)):
        side = min(least - 2 * EDGE, share * width)
        words, marks, key_height = _parts(chart, setting, (side, width), size)
        if (not height or key_height <= height) and _are_whole(words, chart.categories):
            break
    tall = height or max(least, key_height)
    box = Box(Pt(EDGE), Pt((tall - side) / 2), Pt(side), Pt(side))
    down = (tall - key_height) / 2
    values = tuple(point.value for point in series.points)
    slices = tuple(_slices(values, box))
    trace = Trace(
        name=series.name,
        form="ring",
        values=values,
        look=_look(0),
        status=series.status,
        looks=tuple(_look(at) for at in range(len(values))),
        marks=slices,
        words=tuple(point.label if point.value is not None else "" for point in series.points),
        series=0,
    )
    return Plan(
        kind="doughnut",
        width=width,
        height=tall,
        plot=box,
        value=Axis(*_whole(values)),
        traces=(trace,),
        categories=chart.categories,
        texts=tuple(replace(label, box=label.box.moved(0, down)) for label in words),
        over=tuple(_down(mark, down) for mark in marks),
        base=baseline(setting),
        category_size=setting.category,
        tick_size=setting.tick,
    )


def _are_whole(words: Iterable[Label], names: Sequence[str]) -> bool:
    """Whether no word of the names has been cut where its line was full: lines end at spaces and hyphens."""
    for label in words:
        left = names[label.index] if label.index >= 0 else ""
        for line in label.lines[:-1] if left else ():
            left = left.removeprefix(line)
            if left[:1].strip() and line[-1:] not in HYPHENS:
                return False
            left = left.lstrip()
    return True


HYPHENS = ("-", "\u2010")


def _whole(values: Values) -> tuple[Decimal, Decimal]:
    axis = bare_axis(values)
    return axis.low, axis.high


def _look(at: int) -> Look:
    """The look of a slice; from the sixth on, looks come back but the first, which the last one stands beside."""
    return replace(SLICES[at if at < len(SLICES) else 1 + (at - 1) % (len(SLICES) - 1)], weight=SEPARATOR)


def _slices(values: Values, box: Box) -> Iterator[Shape]:
    known = [float(value) if value is not None and value > 0 else 0.0 for value in values]
    total = sum(known) or 1.0
    start = 0.0
    for at, value in enumerate(known):
        if value:
            yield _slice(box, start, start + value / total, _look(at))
        start += value / total


def _slice(box: Box, start: float, end: float, look: Look) -> Shape:
    x, y = box.centre
    outer, inner = box.width / 2, HOLE * box.width / 2
    first, last = 2 * pi * start, 2 * pi * end
    count = max(1, int((last - first) / STEP) + 1)
    angles = [first + (last - first) * step / count for step in range(count + 1)]
    rim = [(x + outer * sin(angle), y - outer * cos(angle)) for angle in angles]
    hole = [(x + inner * sin(angle), y - inner * cos(angle)) for angle in reversed(angles)]
    return Shape((*rim, *hole), look)


def _parts(
    chart: Chart, setting: PlotSetting, room: tuple[float, float], size: float
) -> tuple[list[Label], list[Shape], float]:
    series, (ring, width) = chart.series[0], room
    left = EDGE + ring + 2 * size
    labels: list[Label] = []
    marks: list[Shape] = []
    y, side = 0.0, 0.8 * size
    known = [setting.words(point.label, size, bold=True) for point in series.points]
    column = max((words.width for words in known), default=0.0)
    for at, (name, point, value) in enumerate(zip(chart.categories, series.points, known, strict=True)):
        start = left + side + 0.5 * size
        labels.append(
            replace(
                value.at(start + column, y, 1.0, "ink" if point.value is not None else "grey"),
                role="key",
                evidence=point.evidence,
            )
        )
        text = setting.words(name, size, width=max(20.0, width - start - column - 0.6 * size - EDGE))
        labels.append(replace(text.at(start + column + 0.6 * size, y), role="key", index=at))
        middle = y + value.pitch / 2
        corners = (
            (left, middle - side / 2),
            (left + side, middle - side / 2),
            (left + side, middle + side / 2),
            (left, middle + side / 2),
        )
        if point.value is not None:
            marks.append(Shape(corners, replace(_look(at), outline="context", weight=0.5)))
        y += text.height + 0.35 * size
    return labels, marks, y - 0.35 * size


def _down(mark: Shape, down: float) -> Shape:
    return replace(mark, points=tuple((x, y + down) for x, y in mark.points))
