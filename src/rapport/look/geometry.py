"""Lengths, places on a page or a slide, drawn lines. Lengths are points; no bare number is a length."""

from __future__ import annotations

from typing import NewType

from msgspec import Struct
from msgspec.structs import replace

from rapport.look.palette import ColourName

Pt = NewType("Pt", float)
"""A length in PostScript points (1/72 inch)."""

EMU_PER_POINT = 12_700
"""English Metric Units per point (ECMA-376 part 1, 20.1.2.1)."""


def mm(value: float) -> Pt:
    """Millimetres as points."""
    return Pt(value * 72 / 25.4)


def emu(length: Pt | float) -> int:
    """A length in whole English Metric Units, as Office documents want it."""
    return round(length * EMU_PER_POINT)


class Box(Struct, frozen=True, gc=False):
    """A rectangle in points: origin at the top left of the page or slide, y growing downwards.

    PDF counts from the bottom left: there, its lower edge is the page height minus `bottom`.
    """

    x: Pt
    y: Pt
    width: Pt
    height: Pt

    @property
    def right(self) -> Pt:
        return Pt(self.x + self.width)

    @property
    def bottom(self) -> Pt:
        return Pt(self.y + self.height)

    @property
    def centre(self) -> tuple[Pt, Pt]:
        return Pt(self.x + self.width / 2), Pt(self.y + self.height / 2)

    def inset(self, horizontal: float, vertical: float) -> Box:
        """What is left inside equal margins on facing sides."""
        return self.within(Padding(Pt(horizontal), Pt(vertical), Pt(horizontal), Pt(vertical)))

    def within(self, padding: Padding) -> Box:
        """What is left once the padding is taken off; never of negative size."""
        return Box(
            Pt(self.x + padding.left),
            Pt(self.y + padding.top),
            Pt(max(0.0, self.width - padding.left - padding.right)),
            Pt(max(0.0, self.height - padding.top - padding.bottom)),
        )

    def moved(self, dx: float = 0, dy: float = 0) -> Box:
        return replace(self, x=Pt(self.x + dx), y=Pt(self.y + dy))

    def below(self, gap: float, height: float) -> Box:
        """A box of the same x and width, `gap` under this one."""
        return Box(self.x, Pt(self.bottom + gap), self.width, Pt(height))

    def holds(self, other: Box, tolerance: float = 0.01) -> bool:
        """Whether the other box lies within this one, up to rounding."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )

    def overlaps(self, other: Box, tolerance: float = 0.01) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.right - tolerance
            and other.x < self.right - tolerance
            and self.y < other.bottom - tolerance
            and other.y < self.bottom - tolerance
        )


class Padding(Struct, frozen=True, gc=False):
    """White kept inside the edges of a box (or, as margins, of a page), in points."""

    left: Pt = Pt(0)
    top: Pt = Pt(0)
    right: Pt = Pt(0)
    bottom: Pt = Pt(0)


class Rule(Struct, frozen=True):
    """A line: its weight in points and the role of its colour."""

    weight: Pt
    colour: ColourName


class Rules(Struct, frozen=True):
    """The lines of one medium."""

    opening: Rule
    """Above a title."""
    strong: Rule
    """Top and bottom of a table, above a key figure, baseline of a chart."""
    table_head: Rule
    hairline: Rule
    """Between rows, gridlines."""
    cut_off: Rule
    """The date at which the data stop, on a timeline."""
    timeline: Rule
    callout_bar: Rule
    """Inside the left edge of a callout."""
