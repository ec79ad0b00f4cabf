"""Dates along an axis, true to time."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
WASTE = 0.12
"""Most of the axis that may stay empty so that it begins at a round year."""
MOST_TICKS = 9


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
