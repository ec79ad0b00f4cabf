"""A date as precise as its source: a day, a month, a quarter, "end of 2027".

The notation is what authors type; printing it in words belongs to a language.

    2026                    a year              end-2027, mid-2026, early-2026   a part of a year, unbounded
    2026-06                 a month             by-2030                          at the latest in that year
    2026-02-10              a day               2026-Q1, 2026-H1                 a quarter, a half-year
    2026-02-18/19           days that follow    2026-02-28/2026-03-02            from a day to another
    2026-06/2026-09         from a month to another                  2024/2026   from a year to another
    2026-W12                a week (ISO 8601)                        by-2026-12  at the latest in that month
    2026-02-10T18:30        an hour of a day, as the clocks of the place say it
    since-2024, before-2027, after-2026-05-09   what has one end: it may be a day, a month or a year
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering

from msgspec import Struct
from msgspec.structs import replace


class Precision(StrEnum):
    """What a partial date says of the year, month and day."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    QUARTER = "quarter"
    HALF = "half"
    EARLY = "early"
    MID = "mid"
    END = "end"
    BY = "by"
    WEEK = "week"
    SINCE = "since"
    BEFORE = "before"
    AFTER = "after"
    YEARS = "years"
    MONTHS = "months"
    DAYS = "days"


RANGES = {
    Precision.YEARS: Precision.YEAR,
    Precision.MONTHS: Precision.MONTH,
    Precision.DAYS: Precision.DAY,
}
"""The precision of both ends of a range."""

# First and last month of what has no fixed bounds; they serve only to put dates in order.
_VAGUE_MONTHS = {
    Precision.EARLY: (1, 4),
    Precision.MID: (5, 8),
    Precision.END: (9, 12),
}
_VAGUE = re.compile(r"(early|mid|end)-(\d{4})")
_BOUND = re.compile(r"(by|since|before|after)-(\d{4}(?:-\d\d){0,2})")
_BOUNDED = (Precision.BY, Precision.SINCE, Precision.BEFORE, Precision.AFTER)
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_PERIOD = re.compile(r"(\d{4})-([QH])([1-4])")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d)")
_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SAME_MONTH = re.compile(r"(\d\d)")
_SAME_YEAR = re.compile(r"(\d\d)-(\d\d)")


_LONGEST_MONTH = 31
_LAST = "24:00"
"""What comes after any hour of a day."""


class PartialDateError(ValueError):
    """The notation says no date: unknown form, month 13, 30 February, an end before its start."""


@total_ordering
class PartialDate(Struct, frozen=True):
    """A date of some precision, ordered by its first day, then by its last.

    `first` and `last` are the days it spans, both included. For `early`, `mid` and `end` they are conventions that
    serve ordering alone (a third of the year). `by`, `since`, `before` and `after` span the day, month or year they
    name, which is their `bound`: never compute from them. `time` is the hour of a day, `18:30`, empty for none.
    """

    precision: Precision
    first: date
    last: date
    time: str = ""

    @classmethod
    def parse(cls, notation: str) -> PartialDate:
        """The date that `notation` (see the module) stands for. Raises PartialDateError."""
        try:
            return _parse(notation.strip())
        except PartialDateError:
            raise
        except ValueError as error:
            raise PartialDateError(f"{notation!r}: {error}") from error

    @property
    def year(self) -> int:
        """The year it starts in."""
        return self.first.year

    @property
    def number(self) -> int:
        """The rank of a quarter (1 to 4) or half-year (1 or 2) in its year; 0 for any other precision."""
        months = {Precision.QUARTER: 3, Precision.HALF: 6}.get(self.precision)
        return (self.first.month - 1) // months + 1 if months else 0

    @property
    def start(self) -> PartialDate:
        """Where a range starts; the date itself when it is not a range."""
        precision = RANGES.get(self.precision)
        return _point(precision, self.first) if precision else self

    @property
    def stop(self) -> PartialDate:
        """Where a range stops; the date itself when it is not a range."""
        precision = RANGES.get(self.precision)
        return _point(precision, self.last) if precision else self

    @property
    def bound(self) -> PartialDate:
        """What `by`, `since`, `before` and `after` name: a day, a month or a year; the date itself for any other."""
        if self.precision not in _BOUNDED:
            return self
        days = (self.last - self.first).days
        precision = Precision.DAY if not days else Precision.MONTH if days < _LONGEST_MONTH else Precision.YEAR
        return PartialDate(precision, self.first, self.last)

    @property
    def chronology(self) -> tuple[date, date, str]:
        """What a calendar goes by: the latest day it may be, so that the end of 2025 comes after 30 October 2025.

        What is known to have begun goes by its first day, what comes after a day follows all of it; equals keep their
        author's order.
        """
        latest = self.first if self.precision in (Precision.SINCE, Precision.AFTER) else self.last
        return latest, self.first, _LAST if self.precision is Precision.AFTER else self.time

    def __lt__(self, other: PartialDate) -> bool:
        return (self.first, self.last, self.precision, self.time) < (
            other.first,
            other.last,
            other.precision,
            other.time,
        )

    def __str__(self) -> str:
        """The canonical notation: `parse(str(date)) == date`."""
        match self.precision:
            case Precision.YEAR:
                return f"{self.year:04d}"
            case Precision.MONTH:
                return f"{self.year:04d}-{self.first.month:02d}"
            case Precision.DAY:
                return f"{self.first.isoformat()}T{self.time}" if self.time else self.first.isoformat()
            case Precision.QUARTER:
                return f"{self.year:04d}-Q{self.number}"
            case Precision.HALF:
                return f"{self.year:04d}-H{self.number}"
            case Precision.YEARS | Precision.MONTHS | Precision.DAYS:
                return f"{self.start}/{self.stop}"
            case Precision.WEEK:
                year, week, _ = self.first.isocalendar()
                return f"{year:04d}-W{week:02d}"
            case Precision.BY | Precision.SINCE | Precision.BEFORE | Precision.AFTER:
                return f"{self.precision}-{self.bound}"
            case vague:
                return f"{vague}-{self.year:04d}"


def _parse(notation: str) -> PartialDate:
    if vague := _VAGUE.fullmatch(notation):
        return _months(Precision(vague[1]), int(vague[2]), *_VAGUE_MONTHS[Precision(vague[1])])
    if bound := _BOUND.fullmatch(notation):
        named = _parse_point(bound[2])
        return PartialDate(Precision(bound[1]), named.first, named.last)
    if week := _WEEK.fullmatch(notation):
        first = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return PartialDate(Precision.WEEK, first, first + timedelta(days=6))
    if period := _PERIOD.fullmatch(notation):
        return _parse_period(int(period[1]), period[2], int(period[3]))
    if moment := _MOMENT.fullmatch(notation):
        return replace(_parse_point(moment[1]), time=moment[2])
    if "/" in notation:
        return _parse_range(*notation.split("/", 1))
    return _parse_point(notation)


def _parse_point(notation: str) -> PartialDate:
    found = _POINT.fullmatch(notation)
    if not found:
        raise PartialDateError(f"{notation!r} is no date")
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if day or found[3]:
        return _point(Precision.DAY, date(year, month, day))
    if month or found[2]:
        return _point(Precision.MONTH, date(year, month, 1))
    return _point(Precision.YEAR, date(year, 1, 1))


def _parse_period(year: int, letter: str, number: int) -> PartialDate:
    precision, months = (Precision.QUARTER, 3) if letter == "Q" else (Precision.HALF, 6)
    if number * months > 12:
        raise PartialDateError(f"a year has two half-years, not {number}")
    return _months(precision, year, (number - 1) * months + 1, number * months)


def _parse_range(start: str, stop: str) -> PartialDate:
    first = _parse_point(start)
    if _SAME_MONTH.fullmatch(stop):
        stop = f"{start.rpartition('-')[0]}-{stop}"
    elif _SAME_YEAR.fullmatch(stop):
        stop = f"{start[:4]}-{stop}"
    last = _parse_point(stop)
    if first.precision != last.precision:
        raise PartialDateError(f"{start} and {stop} are not of the same precision")
    if first.first >= last.first:
        raise PartialDateError(f"{stop} does not come after {start}")
    precision = next(range_ for range_, of in RANGES.items() if of == first.precision)
    return PartialDate(precision, first.first, last.last)


def is_date(notation: str) -> bool:
    """Whether the calendar has such a date, as it has no 30 February."""
    try:
        PartialDate.parse(notation)
    except PartialDateError:
        return False
    return True


def _point(precision: Precision, day: date) -> PartialDate:
    match precision:
        case Precision.YEAR:
            return _months(precision, day.year, 1, 12)
        case Precision.MONTH:
            return _months(precision, day.year, day.month, day.month)
        case _:
            return PartialDate(precision, day, day)


def _months(precision: Precision, year: int, first: int, last: int) -> PartialDate:
    return PartialDate(precision, date(year, first, 1), date(year, last, monthrange(year, last)[1]))
