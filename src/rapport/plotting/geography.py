"""Where the names of a map's places stand: in columns beside it, none near another, each with a line to its place."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.surroundings import Map
from rapport.edition.picture import Point, Ring
from rapport.plots import Look, Shape
from rapport.plotting.placing import CLEAR, spread

GAP = 12.0
"""Points between a name and the map."""
DOT = 2.4
"""Half the diameter of the mark on a place, in points."""
LAND = Look("tint", "context", 0.5)  # half a point, as all hairlines
LEADER = Look(None, "grey", 0.5)
MARK = Look("accent")


class MapSpot(Struct, frozen=True):
    """A place: whether its name stands at the right of the map, and the top of its name."""

    at: Point
    right: bool
    top: float


class Laid(Struct, frozen=True):
    """A map in its frame: outlines, lines to the names and marks, in the order of painting; and its places."""

    shapes: tuple[Shape, ...]
    spots: tuple[MapSpot, ...]
    before: float
    """Where names before the map end."""
    after: float
    """Where names after it begin."""


class MapFrame(Struct, frozen=True):
    """The frame of a map, the width of a column of names, and where in a name its line begins, from its top."""

    width: float
    height: float
    column: float
    anchor: float


def lay_out(subject: Map, frame: MapFrame, heights: Sequence[float]) -> Laid:
    """The map as large as its frame and the columns allow; `heights` are those of the names."""
    right = _sides(subject, heights, frame.height)
    taken = [frame.column + GAP if side in right else 0.0 for side in (False, True)]
    scale = max(1.0, min(frame.height, (frame.width - sum(taken)) / subject.width))
    left, top = taken[0], (frame.height - scale) / 2
    outlines = [tuple((left + x * scale, top + y * scale) for x, y in ring) for ring in subject.outlines]
    points = [(left + place.x * scale, top + place.y * scale) for place in subject.places]
    tops = _tops(points, right, heights, frame)
    spots = tuple(MapSpot(*each) for each in zip(points, right, tops, strict=True))
    edge = left + subject.width * scale
    lines = [Shape(_leader(spot, left, edge, frame.anchor), LEADER, closed=False) for spot in spots]
    marks = [Shape(_mark(spot.at), MARK) for spot in spots]
    return Laid((*(Shape(ring, LAND) for ring in outlines), *lines, *marks), spots, left - GAP, edge + GAP)


def fitted(subject: Map, frame: MapFrame, heights: Sequence[float]) -> MapFrame:
    """The frame no higher than the map and its names need."""
    right = _sides(subject, heights, frame.height)
    room = frame.width - sum(frame.column + GAP for side in (False, True) if side in right)
    return replace(frame, height=max(min(frame.height, room / subject.width), *_columns(heights, right)))


def holds(subject: Map, heights: Sequence[float], most: float) -> bool:
    """Whether the names have room beside a map so high: none would meet another."""
    return max(_columns(heights, _sides(subject, heights, most))) - CLEAR <= most


def _columns(heights: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """How high the names before and after the map are together."""
    before, after = (
        sum(height + CLEAR for height, own in zip(heights, right, strict=True) if own == side) for side in (False, True)
    )
    return before, after


def _sides(subject: Map, heights: Sequence[float], most: float) -> tuple[bool, ...]:
    """Whether each name stands at the right: on the side of its place, unless that side is full."""
    middle = subject.width / 2
    order = sorted(range(len(heights)), key=lambda at: abs(subject.places[at].x - middle), reverse=True)
    used = {False: 0.0, True: 0.0}
    found = [True] * len(heights)
    for at in order:
        side = subject.places[at].x >= middle
        if used[side] + heights[at] > most and used[not side] + heights[at] <= most:
            side = not side
        used[side] += heights[at] + CLEAR
        found[at] = side
    return tuple(found)


def _tops(
    points: Sequence[Point], right: Sequence[bool], heights: Sequence[float], frame: MapFrame
) -> tuple[float, ...]:
    tops = [0.0] * len(points)
    for side in (False, True):
        own = [at for at in range(len(points)) if right[at] == side]
        wanted = [points[at][1] - frame.anchor + heights[at] / 2 for at in own]
        middles = spread(wanted, [heights[at] for at in own], 0.0, frame.height)
        for at, middle in zip(own, middles, strict=True):
            tops[at] = middle - heights[at] / 2
    return tuple(tops)


def _leader(spot: MapSpot, left: float, edge: float, anchor: float) -> tuple[Point, ...]:
    """From the name level to the map's edge, then to the place."""
    y = spot.top + anchor
    near, bend = (edge + GAP - CLEAR, edge) if spot.right else (left - GAP + CLEAR, left)
    return (near, y), (bend, y), spot.at


def _mark(at: Point) -> Ring:
    """An octagon, which is as round as needs be."""
    x, y, half = *at, 0.414 * DOT
    near, far = ((-half, -DOT), (half, -DOT)), ((half, DOT), (-half, DOT))
    sides = (*near, (DOT, -half), (DOT, half), *far, (-DOT, half), (-DOT, -half))
    return tuple((x + dx, y + dy) for dx, dy in sides)
