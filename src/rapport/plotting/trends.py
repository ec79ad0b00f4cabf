"""The small line of a row of figures: no axis, no words; its last point is marked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rapport.look.geometry import Box
from rapport.plots import Look, Shape

WEIGHT, DOT = 0.14, 0.26
"""Of the line, and of half the mark on its last point, as shares of its height."""


def trend_shapes(shares: Sequence[float | None], area: Box) -> tuple[Shape, ...]:
    """Lines through neighbours that are known, and the mark on the last of these; nothing for no shares."""
    if len(shares) < 2:
        return ()
    dot = DOT * area.height
    width = (area.width - 2 * dot) / (len(shares) - 1)
    placed = [
        None if share is None else (area.x + dot + at * width, area.bottom - share * area.height)
        for at, share in enumerate(shares)
    ]
    look = Look(None, "accent", WEIGHT * area.height)
    runs = (tuple(point for point in run if point) for known, run in groupby(placed, bool) if known)
    lines = tuple(Shape(run, look, closed=False) for run in runs if len(run) > 1)
    x, y = next(point for point in reversed(placed) if point)
    corners = ((x - dot, y), (x, y - dot), (x + dot, y), (x, y + dot))
    return *lines, Shape(corners, Look("accent"))
