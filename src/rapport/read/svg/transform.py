"""The `transform` attribute (SVG 1.1, 7.6) -> a matrix."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import NamedTuple

from rapport.edition.picture import Point
from rapport.read.pictures.refusal import SIMPLIFY, SvgError

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
    if len(values) not in _COUNTS.get(name, ()):
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


_COUNTS: Mapping[str, tuple[int, ...]] = {
    "matrix": (6,),
    "translate": (1, 2),
    "scale": (1, 2),
    "rotate": (1, 3),
    "skewX": (1,),
    "skewY": (1,),
}
"""How many numbers each function takes."""
