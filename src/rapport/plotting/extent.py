"""From values and dates to lengths: where the scale of a chart begins and ends, dates true to time."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from rapport.edition.blocks.figures import ValueAxis
from rapport.plots import Axis

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
    """The same for values side by side, where the widest word decides."""
    return thinned(axis, length, max(widths, default=0.0))


# Dates along an axis, true to time.


YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
WASTE = 0.12
"""Most of the axis that may stay empty so that it begins at a round year."""
MOST_TICKS = 9  # more crowd the narrowest axis


class Days(Struct, frozen=True):
    """An axis from the year `first` to the date `last`, as years and parts of years; ticks `step` years apart."""

    first: float
    last: float
    step: int
    places: tuple[float, ...]

    @property
    def ticks(self) -> tuple[int, ...]:
        """The years that are written, from the first."""
        if not self.step:
            return ()
        start = int(self.first)
        return tuple(range(start, int(self.last + 1e-6) + 1, self.step))


def years_of(day: str) -> float:
    """An ISO date, complete or not, in years: "2024-07" is half way through 2024."""
    year, *rest = (int(part) for part in day.split("-"))
    month = rest[0] if rest else 1
    in_month = (rest[1] - 1) / calendar.monthrange(year, month)[1] if len(rest) > 1 else 0.0
    return year + (month - 1 + in_month) / 12


def days_of(dates: Sequence[str], most: int) -> Days:
    """The axis of dates, with as many round years as there is room for."""
    places = tuple(years_of(day) for day in dates)
    low, high = places[0], places[-1]
    span = max(high - low, 1e-6)
    steps = (step for step in YEAR_STEPS if span / step + 1 <= max(2, min(most, MOST_TICKS)))
    step = next(steps, YEAR_STEPS[-1])
    start = float(int(low // step * step))
    if low - start > WASTE * span:
        start = float(int(low)) if low - int(low) <= WASTE * span else low
    whole = start == int(start)
    return Days(start, high if high > start else start + 1, step if whole else 0, places)


def serial(day: str) -> int:
    """The number that a spreadsheet has for a date (its day 0 is 30 December 1899)."""
    year, *rest = (int(part) for part in day.split("-"))
    month, number = (*rest, 1, 1)[:2]
    return date(year, month, number).toordinal() - date(1899, 12, 30).toordinal()
