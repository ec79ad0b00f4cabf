"""A vector picture: shapes painted one over the other."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Point = tuple[float, float]
Ring = tuple[Point, ...]
"""A closed line round a piece of land."""
Cap = Literal["butt", "round", "square"]
Join = Literal["miter", "round", "bevel"]


class Contour(Struct, frozen=True):
    """A line from `start` by steps: one point for a straight one, three for a cubic curve (two controls, its end)."""

    start: Point
    steps: tuple[tuple[Point, ...], ...]
    closed: bool = False


class PictureShape(Struct, frozen=True):
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


class Picture(Struct, frozen=True):
    """An image file: its bytes, their SHA-256, its media type and its size in pixels.

    A vector picture has `shapes`, in the same units as its size; they are empty for one made of pixels.
    """

    name: str
    data: bytes
    digest: str
    media_type: str
    width: int
    height: int
    shapes: tuple[PictureShape, ...] = ()


class Preview(Struct, frozen=True):
    """A page or slide in small: its number from 1, its title (may be empty) and its picture."""

    number: int
    title: str
    picture: Picture
