"""Status signs: drawn shapes, never characters of a font."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from rapport.look.geometry import Box, Pt
from rapport.look.palette import ColourName

Outline = Literal["circle", "diamond", "square", "triangle"]
Fill = Literal["none", "half", "full"]


class Sign(Struct, frozen=True):
    """A shape and how much of it is filled; `half` fills the left half. The triangle points down."""

    outline: Outline
    fill: Fill = "none"


class Bar(Struct, frozen=True):
    """The mark of a status in a chart.

    A `bar` has a fill and an outline, dashed where `dash` is not empty (lengths on and off, in points).
    A `leader` is a dashed line that ends on the status sign: an aim has no area.
    """

    kind: Literal["bar", "leader"]
    fill: ColourName
    outline: ColourName
    dash: tuple[Pt, ...] = ()


class StatusLook(Struct, frozen=True):
    """How a status is recognised: its sign beside the word, its mark in a chart."""

    sign: Sign
    bar: Bar


class SignMeasures(Struct, frozen=True):
    """Proportions of a sign to the size of the word beside it; weights in points."""

    diameter: float
    gap: float
    stroke: float
    """Share of the diameter."""
    stroke_minimum: Pt
    drop: Pt
    """How far under the baseline the sign reaches."""
    colour: ColourName
    colour_on_accent: ColourName

    def placed(self, word_size: float) -> PlacedSign:
        """The measures of a sign beside a word of this size."""
        diameter = self.diameter * word_size
        return PlacedSign(Pt(diameter), Pt(self.gap * word_size), self.stroke_of(diameter), self.drop)

    def stroke_of(self, diameter: float) -> Pt:
        return Pt(max(self.stroke_minimum, self.stroke * diameter))


class PlacedSign(Struct, frozen=True):
    """Diameter of a sign, its gap to the word, its line weight, its reach under the baseline; in points."""

    diameter: Pt
    gap: Pt
    stroke: Pt
    drop: Pt

    @property
    def advance(self) -> Pt:
        """From the left of the sign to the left of the word."""
        return Pt(self.diameter + self.gap)


def half_corners(outline: Outline, box: Box) -> tuple[tuple[Pt, Pt], ...]:
    """The corners of the left half of an outline that has corners; empty for a circle."""
    x, y = box.centre
    if outline == "square":
        return (box.x, box.y), (x, box.y), (x, box.bottom), (box.x, box.bottom)
    if outline == "diamond":
        return (x, box.y), (x, box.bottom), (box.x, y)
    return ((box.x, box.y), (x, box.y), (x, box.bottom)) if outline == "triangle" else ()


def corners(outline: Outline, box: Box) -> tuple[tuple[Pt, Pt], ...]:
    """The corners of an outline that fills a box, from the top (left) clockwise; empty for a circle."""
    x, y = box.centre
    if outline == "diamond":
        return (x, box.y), (box.right, y), (x, box.bottom), (box.x, y)
    if outline == "square":
        return (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)
    if outline == "triangle":
        return (box.x, box.y), (box.right, box.y), (x, box.bottom)
    return ()
