"""A vector picture: shapes painted one over the other."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Point = tuple[float, float]
Cap = Literal["butt", "round", "square"]
Join = Literal["miter", "round", "bevel"]


class Contour(Struct, frozen=True):
    """A line from `start` by steps: one point for a straight one, three for a cubic curve (two controls, its end)."""

    start: Point
    steps: tuple[tuple[Point, ...], ...]
    closed: bool = False


class Shape(Struct, frozen=True):
    """Contours filled and outlined, in the units of their picture, y downwards; colours are `#RRGGBB`, empty for none.

    `even_odd` says how contours that lie in each other make holes; otherwise their direction does.
    """

    contours: tuple[Contour, ...]
    inside: str = ""
    outline: str = ""
    weight: float = 0.0
    cap: Cap = "butt"
    join: Join = "miter"
    even_odd: bool = False
