"""Basic shapes (SVG 1.1, 9) and path data -> the curves that draw them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapport.edition.picture import Contour, Point
from rapport.read.pictures import SIMPLIFY, SvgError

NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_CALL = re.compile(r"[ \t\r\n,]*(\w+)[ \t\r\n]*\(([^)]*)\)")


class Matrix(NamedTuple):
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def times(self, inner: Matrix) -> Matrix:
        """What applies `inner` first, then this one."""
        (x, y), (horizontal, vertical) = self.at((inner.e, inner.f)), (inner[:2], inner[2:4])
        a, b = self.turned(horizontal)
        c, d = self.turned(vertical)
        return Matrix(a, b, c, d, x, y)

    def turned(self, vector: tuple[float, ...]) -> Point:
        """A direction, which does not move with the origin."""
        x, y = vector
        return self.a * x + self.c * y, self.b * x + self.d * y

    def at(self, point: Point) -> Point:
        """A point of the drawing where it stands in the picture."""
        x, y = self.turned(point)
        return x + self.e, y + self.f

    @property
    def scale(self) -> float:
        """By how much lengths grow, on average of both directions."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))


def matrix_of(text: str) -> Matrix:
    """All functions of the attribute, the last applied first; the identity for an empty one. Raises SvgError."""
    matrix, position = Matrix(), 0
    while call := _CALL.match(text, position):
        matrix = matrix.times(_function(call[1], tuple(map(float, NUMBER.findall(call[2])))))
        position = call.end()
    if text[position:].strip(" \t\r\n,"):
        raise SvgError(f"transformation illisible\u00a0: «\u00a0{text[position:][:40]}\u00a0»", SIMPLIFY)
    return matrix


def _function(name: str, values: tuple[float, ...]) -> Matrix:
    if len(values) not in _ARGUMENTS.get(name, ()):
        raise SvgError(f"transformation illisible\u00a0: «\u00a0{name}\u00a0»", SIMPLIFY)
    match name:
        case "matrix":
            return Matrix(*values)
        case "translate":
            return Matrix(e=values[0], f=values[1] if len(values) > 1 else 0)
        case "scale":
            return Matrix(a=values[0], d=values[-1])
        case "rotate":
            x, y = values[1:] or (0.0, 0.0)
            cosine, sine = math.cos(math.radians(values[0])), math.sin(math.radians(values[0]))
            return Matrix(e=x, f=y).times(Matrix(cosine, sine, -sine, cosine)).times(Matrix(e=-x, f=-y))
    slope = math.tan(math.radians(values[0]))
    return Matrix(c=slope) if name == "skewX" else Matrix(b=slope)


_ARGUMENTS: Mapping[str, tuple[int, ...]] = {
    "matrix": (6,),
    "translate": (1, 2),
    "scale": (1, 2),
    "rotate": (1, 3),
    "skewX": (1,),
    "skewY": (1,),
}
"""How many numbers each function takes."""


# Basic shapes (SVG 1.1, 9) and path data -> the curves that draw them.

# Basic shapes (SVG 1.1, 9) -> the path data that draws them.

Attributes = Mapping[str, str]
_LENGTH = re.compile(rf"[ \t\r\n]*({NUMBER.pattern})(?:px)?[ \t\r\n]*")


def length(attributes: Attributes, name: str, otherwise: float = 0.0) -> float:
    """A length in user units. Raises SvgError for other units."""
    text = attributes.get(name, "")
    if not text:
        return otherwise
    found = _LENGTH.fullmatch(text)
    if not found:
        raise SvgError(f"«\u00a0{name}\u00a0» vaut «\u00a0{text}\u00a0»", "donnez les longueurs en pixels, sans unité")
    return float(found[1])


def _path(attributes: Attributes) -> str:
    return attributes.get("d", "")


def _rectangle(attributes: Attributes) -> str:
    x, y, width, height = (length(attributes, name) for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return ""
    rx, ry = length(attributes, "rx", -1), length(attributes, "ry", -1)
    rx, ry = (max(0.0, one if one >= 0 else other) for one, other in ((rx, ry), (ry, rx)))
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if not rx or not ry:
        return f"M{x} {y}h{width}v{height}h{-width}z"
    turn = f"a{rx} {ry} 0 0 1"
    across, down = width - 2 * rx, height - 2 * ry
    right, left = f"h{across}{turn} {rx} {ry}", f"h{-across}{turn} {-rx} {-ry}"
    return f"M{x + rx} {y}{right}v{down}{turn} {-rx} {ry}{left}v{-down}{turn} {rx} {-ry}z"


def _circle(attributes: Attributes) -> str:
    return _oval(attributes, length(attributes, "r"), length(attributes, "r"))


def _ellipse(attributes: Attributes) -> str:
    return _oval(attributes, length(attributes, "rx"), length(attributes, "ry"))


def _oval(attributes: Attributes, rx: float, ry: float) -> str:
    if rx <= 0 or ry <= 0:
        return ""
    half = f"a{rx} {ry} 0 0 1"
    return f"M{length(attributes, 'cx') - rx} {length(attributes, 'cy')}{half} {2 * rx} 0{half} {-2 * rx} 0z"


def _line(attributes: Attributes) -> str:
    x1, y1, x2, y2 = (length(attributes, name) for name in ("x1", "y1", "x2", "y2"))
    return f"M{x1} {y1}L{x2} {y2}"


def _polyline(attributes: Attributes) -> str:
    numbers = NUMBER.findall(attributes.get("points", ""))
    return f"M{' '.join(numbers[: len(numbers) // 2 * 2])}" if len(numbers) >= 4 else ""


def _polygon(attributes: Attributes) -> str:
    drawn = _polyline(attributes)
    return f"{drawn}z" if drawn else ""


OUTLINES: Mapping[str, Callable[[Attributes], str]] = {
    "path": _path,
    "rect": _rectangle,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}
"""What each element draws; a shape without extent draws nothing."""


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


_COMMAND = re.compile(r"[ \t\r\n,]*([MmZzLlHhVvCcSsQqTtAa])")
_GAP = re.compile(r"[ \t\r\n,]*")
_FLAG = re.compile(r"[01]")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_FLAGS = (3, 4)
"""Places among the seven values of an arc that are flags: they need no space after them."""


def contours_of(data: str) -> tuple[Contour, ...]:
    """The contours of path data, arcs and quadratic curves as cubic ones. Raises SvgError."""
    pen = _Pen()
    for command, values in _commands(data):
        pen.draw(command, values)
    pen.lift()
    return tuple(pen.contours)


def _commands(data: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each command with its values, repeated values under the command that they repeat."""
    position = 0
    while position < len(data.rstrip(" \t\r\n,")):
        found = _COMMAND.match(data, position)
        if not found:
            raise SvgError(f"tracé illisible\u00a0: «\u00a0{data[position : position + 20]}\u00a0»", SIMPLIFY)
        command, position = found[1], found.end()
        count, first = _COUNTS[command.upper()], True
        while first or (count and not _COMMAND.match(data, position) and data[position:].strip(" \t\r\n,")):
            values, position = _values(data, position, count)
            yield command if first else {"M": "L", "m": "l"}.get(command, command), values
            first = False


def _values(data: str, position: int, count: int) -> tuple[tuple[float, ...], int]:
    values = []
    for index in range(count):
        start = _GAP.match(data, position)
        position = start.end() if start else position
        found = (_FLAG if count == 7 and index in _FLAGS else NUMBER).match(data, position)
        if not found:
            raise SvgError(f"tracé illisible\u00a0: «\u00a0{data[position : position + 20]}\u00a0»", SIMPLIFY)
        values.append(float(found[0]))
        position = found.end()
    return tuple(values), position


class _Pen:
    """Where the path has come to, and what it has drawn."""

    def __init__(self) -> None:
        self.contours: list[Contour] = []
        self._start = self._here = self._control = (0.0, 0.0)
        self._steps: list[tuple[Point, ...]] = []
        self._last = ""

    def draw(self, command: str, values: tuple[float, ...]) -> None:
        kind, origin = command.upper(), self._here if command.islower() else (0.0, 0.0)
        if kind == "Z":
            self.lift(closed=True)
        elif kind == "A":
            end = (origin[0] + values[5], origin[1] + values[6])
            for step in arc(self._here, values[:5], end):
                self._step(*step)
        elif kind in "HV":
            x, y = self._here
            self._step((origin[0] + values[0], y) if kind == "H" else (x, origin[1] + values[0]))
        else:
            points = [(origin[0] + x, origin[1] + y) for x, y in zip(values[::2], values[1::2], strict=True)]
            self._move(points[0]) if kind == "M" else self._curve(kind, points)
        self._last = kind

    def _curve(self, kind: str, points: list[Point]) -> None:
        if kind in "ST":
            family = "CS" if kind == "S" else "QT"
            points.insert(0, self._mirrored() if self._last and self._last in family else self._here)
        control = points[-2] if len(points) > 1 else points[0]
        if len(points) == 2:
            start, (_, end) = self._here, points
            points = [_between(start, control), _between(end, control), end]
        self._step(*points)
        self._control = control

    def _mirrored(self) -> Point:
        return 2 * self._here[0] - self._control[0], 2 * self._here[1] - self._control[1]

    def _step(self, *points: Point) -> None:
        self._steps.append(points)
        self._here = points[-1]

    def _move(self, point: Point) -> None:
        self.lift()
        self._start = self._here = point

    def lift(self, closed: bool = False) -> None:
        """The contour is done; the next begins where it began."""
        if self._steps:
            self.contours.append(Contour(self._start, tuple(self._steps), closed))
        self._steps = []
        if closed:
            self._here = self._start


def _between(end: Point, control: Point) -> Point:
    """The control of a cubic curve near `end` that draws a quadratic one."""
    return end[0] + 2 / 3 * (control[0] - end[0]), end[1] + 2 / 3 * (control[1] - end[1])
