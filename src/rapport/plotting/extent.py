"""From values to lengths: where the scale of a chart begins and ends."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from rapport.edition.blocks.figures import ValueAxis
from rapport.plots.plan import Axis

TICK_AIR = 1.35
"""Least distance between the values of a scale, in heights of their words."""


class Extent(Struct, frozen=True):
    """Values from `low` to `high` over `length` points from `start`; `turned` where they grow towards the start."""

    low: float
    high: float
    start: float
    length: float
    turned: bool = False

    def at(self, value: float | Decimal) -> float:
        """The place of a value."""
        share = (float(value) - self.low) / (self.high - self.low)
        return self.start + self.length * (1 - share if self.turned else share)

    @property
    def zero(self) -> float:
        """The place of zero, or of the end that is nearest to it."""
        return self.at(min(max(0.0, self.low), self.high))


def bare_axis(values: Iterable[Decimal | None], given: ValueAxis | None = None, *, from_zero: bool = True) -> Axis:
    """An axis as long as its values, without round values; an author's own ends hold."""
    known = [value for value in values if value is not None] or [Decimal(0)]
    low, high = min(known), max(known)
    if from_zero:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if given is not None and given.fixed:
        low, high = given.low, given.high
    return Axis(low, high if high > low else low + 1)


def ticked_axis(values: Iterable[Decimal | None], given: ValueAxis | None, *, from_zero: bool = True) -> Axis:
    """The axis with its round values; without any, the bare one."""
    if given is None or not given.ticks:
        return bare_axis(values, given, from_zero=from_zero)
    return Axis(given.low, given.high, given.ticks)


def thinned(axis: Axis, length: float, word: float) -> Axis:
    """The axis with no more values than stand clear of each other along its length, in even steps from its low end."""
    count = len(axis.ticks)
    for skip in range(1, count):
        kept = axis.ticks[::skip]
        if length / (count - 1) * skip >= TICK_AIR * word and (kept[-1] == axis.ticks[-1] or skip == count - 1):
            return Axis(axis.low, axis.high, kept)
    return Axis(axis.low, axis.high, (axis.ticks[0], axis.ticks[-1])) if count > 1 else axis


def thinned_across(axis: Axis, length: float, widths: Iterable[float]) -> Axis:
    """The same for values side by side, whose widest word decides."""
    return thinned(axis, length, max(widths, default=0.0))
