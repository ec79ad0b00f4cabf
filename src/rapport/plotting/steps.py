"""The lines that tie the bars of a waterfall: each step begins where the one before ended."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from rapport.plots import Shape
from rapport.plotting.bar_frames import BarFrame, Bench
from rapport.plotting.setting import hairline


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
