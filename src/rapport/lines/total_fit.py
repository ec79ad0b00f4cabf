"""Breaking a whole paragraph at once, after Knuth and Plass (1981), as TeX does.

Differences from TeX: all lines share one measure (the first line's indent is a width before the text), so the places a
line may start from stay sorted and only those that can reach a break are looked at; two hyphens in a row are the most
there may be, not merely costly.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from operator import attrgetter
from typing import NamedTuple

from rapport.lines.opportunities import Kind
from rapport.lines.points import HYPHENATED, Point
from rapport.lines.setting import Costs, Setting

ROUNDING = 1e-6
"""Points by which sums of advances may differ from the true width."""

MOST_HYPHENS = 2
"""Lines in a row that may end with a hyphen."""

EMPTY = 10.0
"""The stretch ratio charged for a line without spaces, and the most charged for any."""

TIGHT, DECENT, LOOSE, VERY_LOOSE = range(4)


class Route(NamedTuple):
    """The best way to end a line at a point: its demerits so far, what its last line is like, and where that began.

    `hyphens` counts the lines in a row that end with a hyphen; `start` is None at the start of the text.
    """

    demerits: float
    fitness: int
    hyphens: int
    point: int
    start: Route | None


class Start(NamedTuple):
    """Where a line may start: the sums of width, stretch and shrink there, and the routes that lead to it."""

    width: float
    stretch: float
    shrink: float
    routes: tuple[Route, ...]


class Candidate(NamedTuple):
    """A line that fits: its badness, its fitness, the routes it may follow."""

    badness: float
    fitness: int
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """What one attempt allows: spaces stretched up to `tolerance` times their stretch, which may be infinite."""

    setting: Setting
    tolerance: float


def total_fit(points: Sequence[Point], fit: Fit) -> tuple[int, ...]:
    """The points to break at, the text's start first and its end last; empty where no way satisfies the fit."""
    tolerance, costs = fit.tolerance, fit.setting.costs
    extras = [point.extra for point in points]
    longest, shortest = fit.setting.measure - min(extras) + ROUNDING, fit.setting.measure - max(extras) - ROUNDING
    starts = deque([_start(points[0], [Route(0.0, DECENT, 0, 0, None)])])
    nearest = -inf
    for index in range(1, len(points) - 1):
        point = points[index]
        if point.width + tolerance * point.stretch < nearest:
            continue
        least = point.width - point.shrink - longest
        while starts and least > starts[0].width - starts[0].shrink:
            starts.popleft()
        if not starts:
            return ()
        nearest = starts[0].width + tolerance * starts[0].stretch + shortest
        candidates = _candidates(point, starts, fit)
        routes = _routes(candidates, index, point.kind, costs) if candidates else []
        if routes:
            starts.append(_start(point, routes))
    return _traced(_last_lines(points, starts, fit.setting), len(points) - 1)


def _start(point: Point, routes: Iterable[Route]) -> Start:
    return Start(point.next_width, point.next_stretch, point.next_shrink, tuple(routes))


def _candidates(point: Point, starts: Iterable[Start], fit: Fit) -> list[Candidate]:
    """The lines that may end at a point, the longest first."""
    ends = fit.setting.measure - point.width - point.extra
    stretch, shrink = point.stretch, point.shrink
    tolerance = fit.tolerance
    found = []
    for start_width, start_stretch, start_shrink, routes in starts:
        slack = ends + start_width
        if slack >= 0.0:
            room = stretch - start_stretch
            ratio = slack / room if room else EMPTY if slack > ROUNDING else 0.0
            if ratio > tolerance:
                break
            fitness = DECENT if ratio <= 0.5 else LOOSE if ratio <= 1.0 else VERY_LOOSE
        else:
            room = shrink - start_shrink
            if slack + room < -ROUNDING:
                continue
            ratio = slack / room if room else 0.0
            fitness = DECENT if ratio >= -0.5 else TIGHT
        found.append(Candidate(100.0 * abs(min(ratio, EMPTY)) ** 3, fitness, routes))
    return found


def _routes(candidates: Iterable[Candidate], point: int, kind: Kind, costs: Costs) -> list[Route]:
    """The best route to a point for each fitness and number of hyphens in a row that may matter later."""
    penalty = _penalty(kind, costs) ** 2
    hyphenated = kind in HYPHENATED
    best: dict[tuple[int, int], Route] = {}
    for badness, fitness, routes in candidates:
        line = (costs.line + badness) ** 2 + penalty
        for route in routes:
            demerits, neighbour, hyphens, _, _ = route
            demerits += line
            if neighbour - fitness > 1 or fitness - neighbour > 1:
                demerits += costs.uneven_neighbours
            if hyphenated:
                if hyphens == MOST_HYPHENS:
                    continue
                if hyphens:
                    demerits += costs.consecutive_hyphens
                hyphens += 1
            else:
                hyphens = 0
            rival = best.get((fitness, hyphens))
            if rival is None or demerits < rival.demerits:
                best[fitness, hyphens] = Route(demerits, fitness, hyphens, point, route)
    return list(best.values())


def _penalty(kind: Kind, costs: Costs) -> float:
    """The penalty of a break; 0 at a space."""
    penalty: float = 0.0 if kind == "space" else getattr(costs, kind)
    return penalty


def _last_lines(points: Sequence[Point], starts: Iterable[Start], setting: Setting) -> list[Route]:
    """The routes to the text's end; the last line is not stretched, so only what it looks like counts."""
    costs, end = setting.costs, points[-1]
    found = []
    for start in starts:
        slack = setting.measure - end.width - end.extra + start.width
        room = end.shrink - start.shrink
        if slack + room < -ROUNDING:
            continue
        tightness = -slack / room if slack < 0.0 and room else 0.0
        short = slack > (1.0 - setting.short_last_line) * setting.measure
        for route in start.routes:
            before = points[route.point]
            stump = short or (before.at > 0 and before.item == end.item - 1)
            demerits = route.demerits + (costs.line + 100.0 * tightness**3) ** 2
            demerits += costs.short_last_line if stump and route.start is not None else 0.0
            demerits += costs.final_hyphen if route.hyphens else 0.0
            found.append(route._replace(demerits=demerits))
    return found


def _traced(routes: Sequence[Route], end: int) -> tuple[int, ...]:
    """The points of the best route, in order, and the end; empty where there is none."""
    if not routes:
        return ()
    route: Route | None = min(routes, key=attrgetter("demerits"))
    points = [end]
    while route is not None:
        points.append(route.point)
        route = route.start
    return tuple(reversed(points))
