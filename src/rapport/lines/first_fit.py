"""Filling one line after the other, for ragged text and where no even paragraph exists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapport.lines.points import HYPHENATED, Breakpoint
from rapport.lines.total_fit import MOST_HYPHENS, ROUNDING


class Fill(NamedTuple):
    """`measure` in points; a hyphen is taken where the line without it would leave more than `zone` points empty.

    `forced` gives a part that fits no line one of its own all the same.
    """

    measure: float
    zone: float = 0.0
    forced: bool = False


def first_fit(points: Sequence[Breakpoint], fill: Fill) -> tuple[Breakpoint, ...]:
    """The points to break at, the text's start first and its end last; empty where some part fits no line, unless
    forced.
    """
    chosen = [0]
    hyphens = 0
    while chosen[-1] < len(points) - 1:
        reached = _line_end(points, chosen[-1], fill, hyphens < MOST_HYPHENS)
        if not reached and fill.forced:
            reached = _next_plain(points, chosen[-1])
        if not reached:
            return ()
        hyphens = hyphens + 1 if points[reached].kind in HYPHENATED else 0
        chosen.append(reached)
    return tuple(points[index] for index in chosen)


def _line_end(points: Sequence[Breakpoint], start: int, fill: Fill, hyphen_allowed: bool) -> int:
    """The point at which the line from a point ends; 0 where even the first part is too wide."""
    limit = fill.measure + points[start].next_width + ROUNDING
    plain = hyphen = cut = 0
    for index in range(start + 1, len(points)):
        point = points[index]
        if point.width + point.extra > limit:
            if point.kind == "space":
                break
        elif point.kind == "cut":
            cut = index
        elif point.kind in HYPHENATED:
            hyphen = index if hyphen_allowed else hyphen
        else:
            plain = index
    roomy = plain and limit - points[plain].width - points[plain].extra <= fill.zone
    return plain if roomy or hyphen < plain else hyphen or plain or cut


def _next_plain(points: Sequence[Breakpoint], start: int) -> int:
    """The nearest point that adds no hyphen to those of the lines before."""
    return next(index for index in range(start + 1, len(points)) if points[index].kind not in HYPHENATED)
