"""Path data (SVG 1.1, 8.3) -> contours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.edition.drawing import Contour, Point
from rapport.read.svg.arc import arc
from rapport.read.svg.refusal import SIMPLIFY, SvgError
from rapport.read.svg.transform import NUMBER

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
