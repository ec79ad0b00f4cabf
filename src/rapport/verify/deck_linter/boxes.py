"""Places of shapes, in English Metric Units."""

from __future__ import annotations

from functools import lru_cache

from lxml.etree import _Element as Element
from msgspec import Struct

from rapport.verify.deck.package import NAMES, attribute

ROUNDING = 2
"""Units by which edges may miss each other."""


class Box(Struct, frozen=True):
    """A rectangle by its edges, y growing downwards."""

    left: int
    top: int
    right: int
    bottom: int

    def holds(self, other: Box) -> bool:
        """Whether the other box lies within this one."""
        return (
            other.left >= self.left - ROUNDING
            and other.top >= self.top - ROUNDING
            and other.right <= self.right + ROUNDING
            and other.bottom <= self.bottom + ROUNDING
        )

    def shares_column(self, other: Box) -> bool:
        """Whether half of the narrower one's width is common to both."""
        common = min(self.right, other.right) - max(self.left, other.left)
        return 2 * common > min(self.right - self.left, other.right - other.left)


@lru_cache(4096)
def box_of(shape: Element) -> Box | None:
    """A shape's own place; None where it takes its layout's. Most rules ask for it."""
    frame = shape.find("p:xfrm", NAMES)
    if frame is None:
        frame = shape.find("*/a:xfrm", NAMES)
    if frame is None:
        return None
    offset, size = frame.find("a:off", NAMES), frame.find("a:ext", NAMES)
    left, top = int(attribute(offset, "x") or 0), int(attribute(offset, "y") or 0)
    return Box(left, top, left + int(attribute(size, "cx") or 0), top + int(attribute(size, "cy") or 0))


def slide_box(presentation: Element) -> Box:
    """The slide from edge to edge."""
    size = presentation.find("p:sldSz", NAMES)
    return Box(0, 0, int(attribute(size, "cx") or 0), int(attribute(size, "cy") or 0))
