"""Dates as the content writes them: 2026, 2026-02-10, 2026-02-18/19, early-2026, 2026-Q3."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
PART = re.compile(r"(early|mid|end)-(\d{4})|(\d{4})-([QH]\d|W\d\d)")
BOUND = re.compile(r"(by|since|before|after)-(.*)")


def parse_date(notation: str) -> tuple[Day, Day, str]:
    """First and last day of a partial date, and the part of the year meant. Raises ValueError."""
    if match := BOUND.fullmatch(notation):
        day = _day(match[2])
        return day, day, match[1]
    if match := PART.fullmatch(notation):
        day = Day(int(match[2] or match[3]))
        return day, day, match[1] or match[4]
    first, _, last = notation.partition("/")
    start = _day(first)
    return start, _day(first[: len(first) - len(last)] + last) if last else start, ""


def _day(notation: str) -> Day:
    match = DATE.fullmatch(notation)
    if not match:
        raise ValueError(notation)
    return Day(*(int(part or 0) for part in match.groups()))


class Reading(Struct, frozen=True):
    """A quantity read in a text.

    `low` and `high` are in `unit` (`EUR`, `W`, `Wh`, `percent`, `year`, `ordinal`, ...; empty for a bare number or a
    count of things), equal for a single value. `step` is the worth of the last digit printed (1E8 for "2,6 Md€").
    `qualifier` is a key such as `more-than`, empty for none. `certain` is False for words that only may be a number
    ("un", "neuf"). `start` and `end` delimit the figure with its unit, without the qualifier; `scope` is where the
    qualifier starts.
    """

    low: Decimal
    high: Decimal
    unit: str
    qualifier: str
    step: Decimal
    scope: int
    start: int
    end: int
    text: str
    certain: bool = True


class Day(Struct, frozen=True):
    """A date as far as it is given: each of year, month and day may be missing (0)."""

    year: int = 0
    month: int = 0
    day: int = 0


class DateReading(Struct, frozen=True):
    """A date, or a span of days, read in a text.

    `last` equals `first` for a single date. `part` says which part of it is meant: `early`, `mid`, `end`, `by`,
    `by-end`, `since`, `before`, `after`, `Q1` to `Q4`, `W01` to `W53`, `H1`, `H2`; empty for the whole.
    """

    first: Day
    last: Day
    part: str
    start: int
    end: int
    text: str
