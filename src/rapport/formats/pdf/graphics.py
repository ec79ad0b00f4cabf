"""Shapes drawn on a page, in points from its top left corner; the caller says what they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.tags.serial import fill, number, stroke
from rapport.look.geometry import Box
from rapport.look.palette import Colour

_ARC = 0.5522847498
"""Distance of the control points of a quarter circle from its ends, in radii (4/3 of the tangent of 22.5 degrees)."""

Point = tuple[float, float]


class Stroke(Struct, frozen=True):
    """An outline: colour, weight in points, lengths on and off (empty for a full line), round ends for dots."""

    colour: Colour
    weight: float
    dash: tuple[float, ...] = ()
    round: bool = False


class Paint(Struct, frozen=True):
    """What a shape is painted with: a colour inside, an outline, either or both; None for none."""

    inside: Colour | None = None
    outline: Stroke | None = None


def draw_box(canvas: TaggedCanvas, box: Box, paint: Paint) -> None:
    """A rectangle; its outline is centred on the box's edges."""
    place = " ".join(map(number, (box.x, canvas.flip(box.bottom), box.width, box.height)))
    _paint(canvas, f"{place} re", paint)


def draw_line(canvas: TaggedCanvas, start: Point, end: Point, outline: Stroke) -> None:
    """A straight line."""
    _paint(canvas, f"{_point(canvas, start)} m {_point(canvas, end)} l", Paint(outline=outline))


def draw_polygon(canvas: TaggedCanvas, corners: Sequence[Point], paint: Paint) -> None:
    """A closed shape with straight sides (triangle, diamond)."""
    first, *others = (_point(canvas, corner) for corner in corners)
    _paint(canvas, " ".join((f"{first} m", *(f"{corner} l" for corner in others), "h")), paint)


def draw_polyline(canvas: TaggedCanvas, points: Sequence[Point], outline: Stroke) -> None:
    """Straight lines from point to point."""
    first, *others = (_point(canvas, point) for point in points)
    _paint(canvas, " ".join((f"{first} m", *(f"{point} l" for point in others))), Paint(outline=outline))


def draw_circle(canvas: TaggedCanvas, centre: Point, radius: float, paint: Paint) -> None:
    """A circle."""
    _paint(canvas, _arcs(canvas, centre, radius, _QUARTERS) + " h", paint)


def draw_half_disc(canvas: TaggedCanvas, centre: Point, radius: float, paint: Paint) -> None:
    """The left half of a disc."""
    _paint(canvas, _arcs(canvas, centre, radius, _QUARTERS[:2]) + " h", paint)


_Quarter = tuple[tuple[float, float], tuple[float, float]]
_QUARTERS: tuple[_Quarter, ...] = (
    ((0, 1), (-1, 0)),
    ((-1, 0), (0, -1)),
    ((0, -1), (1, 0)),
    ((1, 0), (0, 1)),
)
"""Quarters of the unit circle counter-clockwise from the top, y upwards: start and end."""


def _arcs(canvas: TaggedCanvas, centre: Point, radius: float, quarters: Iterable[_Quarter]) -> str:
    x, y = centre[0], canvas.flip(centre[1])

    def at(horizontal: float, vertical: float) -> str:
        return f"{number(x + radius * horizontal)} {number(y + radius * vertical)}"

    path: list[str] = []
    for (sx, sy), (ex, ey) in quarters:
        if not path:
            path.append(f"{at(sx, sy)} m")
        controls = at(sx + _ARC * ex, sy + _ARC * ey), at(ex + _ARC * sx, ey + _ARC * sy)
        path.append(f"{controls[0]} {controls[1]} {at(ex, ey)} c")
    return " ".join(path)


def _point(canvas: TaggedCanvas, point: Point) -> str:
    return f"{number(point[0])} {number(canvas.flip(point[1]))}"


def _paint(canvas: TaggedCanvas, path: str, paint: Paint) -> None:
    state, operator = [], {(True, True): "B", (True, False): "f", (False, True): "S"}
    if paint.inside:
        state.append(fill(paint.inside))
    if paint.outline:
        state.append(_stroke_state(paint.outline))
    chosen = operator.get((bool(paint.inside), bool(paint.outline)), "n")
    canvas.emit(f"q {' '.join(state)} {path} {chosen} Q")


def _stroke_state(outline: Stroke) -> str:
    state = f"{stroke(outline.colour)} {number(outline.weight)} w"
    if outline.dash:
        state += f" [{' '.join(map(number, outline.dash))}] 0 d"
    return f"{state} 1 J" if outline.round else state
