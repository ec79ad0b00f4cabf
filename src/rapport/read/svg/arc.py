"""Elliptical arcs as cubic curves (SVG 1.1, F.6)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from rapport.edition.drawing import Point


def arc(start: Point, shape: Sequence[float], end: Point) -> Iterator[tuple[Point, ...]]:
    """The steps of an arc; `shape` is both radii, the turn in degrees and both flags.

    Radii that cannot reach are enlarged; none make a straight step; an arc to where it starts is left out.
    """
    horizontal, vertical, turn, large, sweep = shape
    if start == end:
        return
    if not horizontal or not vertical:
        yield (end,)
        return
    angle = math.radians(turn)
    (x1, y1), (x2, y2) = _turned(start, -angle), _turned(end, -angle)
    rx, ry = abs(horizontal), abs(vertical)
    half = math.hypot((x2 - x1) / 2 / rx, (y2 - y1) / 2 / ry)
    grown = max(1.0, half)
    rx, ry = rx * grown, ry * grown
    # on a circle of radius 1, half the chord and the distance of its middle from the centre
    chord = min(1.0, half / grown)
    distance = math.sqrt(1 - chord * chord) * (1 if large != sweep else -1)
    dx, dy = (x2 - x1) / 2 / rx, (y2 - y1) / 2 / ry
    centre = (x1 / rx + dx - dy / chord * distance, y1 / ry + dy + dx / chord * distance)
    first = math.atan2(y1 / ry - centre[1], x1 / rx - centre[0])
    span = (math.atan2(y2 / ry - centre[1], x2 / rx - centre[0]) - first) % math.tau
    span -= 0 if sweep else math.tau
    for step in _quarters(first, span):
        points = [_turned(((centre[0] + x) * rx, (centre[1] + y) * ry), angle) for x, y in step]
        yield tuple(points)


def _quarters(first: float, span: float) -> Iterator[tuple[Point, ...]]:
    """An arc of the unit circle in steps of a quarter at most."""
    count = max(1, math.ceil(abs(span) / (math.pi / 2) - 1e-9))
    reach = 4 / 3 * math.tan(span / count / 4)
    for index in range(count):
        one, two = first + span * index / count, first + span * (index + 1) / count
        (x1, y1), (x2, y2) = (math.cos(one), math.sin(one)), (math.cos(two), math.sin(two))
        yield (x1 - reach * y1, y1 + reach * x1), (x2 + reach * y2, y2 - reach * x2), (x2, y2)


def _turned(point: Point, angle: float) -> Point:
    cosine, sine = math.cos(angle), math.sin(angle)
    return point[0] * cosine - point[1] * sine, point[0] * sine + point[1] * cosine
