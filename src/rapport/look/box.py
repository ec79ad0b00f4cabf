"""Boxes on a page or a slide."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.look.length import Pt


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points: `x`, `y` of its top left corner, y growing downwards from the top of the page or slide."""

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

    def inset(self, horizontal: Pt, vertical: Pt) -> Box:
        """The box that leaves a margin on each side."""
        return Box(
            Pt(self.x + horizontal),
            Pt(self.y + vertical),
            Pt(self.width - 2 * horizontal),
            Pt(self.height - 2 * vertical),
        )
