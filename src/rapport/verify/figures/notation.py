"""Dates as the content writes them: 2026, 2026-02-10, 2026-02-18/19, early-2026, 2026-Q3."""

from __future__ import annotations

import re

from rapport.verify.figures.reading import Day

DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
PART = re.compile(r"(early|mid|end|by)-(\d{4})|(\d{4})-([QH]\d)")


def parse_date(notation: str) -> tuple[Day, Day, str]:
    """First and last day of a partial date, and the part of the year meant. Raises ValueError."""
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
