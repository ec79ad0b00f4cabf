"""Dates as the content writes them, and dates in a line of text, as precise as they are written."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from rapport.figures.lexicon import SPACE, alternation

# Dates as the content writes them: 2026, 2026-02-10, 2026-02-18/19, early-2026, 2026-Q3.

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
    first, _, last = notation.partition("T")[0].partition("/")
    start = _day(first)
    return start, _day(first[: len(first) - len(last)] + last) if last else start, ""


def _day(notation: str) -> Day:
    match = DATE.fullmatch(notation)
    if not match:
        raise ValueError(notation)
    return Day(*(int(part or 0) for part in match.groups()))


class FigureReading(Struct, frozen=True):
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


# Dates in a line of text, as precise as they are written.

YEAR = r"(?:1[5-9]|2[01])\d\d"
LONGEST_BOUND = 14
"""Characters before a date among which the words that bound it are looked for: « depuis le », with room for spaces."""
DIGIT = re.compile(r"\d")
EDGE = r"(?![\w€%])(?![,.]\d)"
NO_UNIT = rf"(?!{SPACE}(?:[kMGT]?Wh?|[kM]?d?€|%|€)(?!\w))"


class Calendar(Struct, frozen=True):
    """How one language writes dates: the pattern of a day's number, of its parts of a year, and what they mean.

    `bounds` are the words before a date that say what is meant of it, `after` those that follow it.
    """

    language: str
    months: tuple[tuple[str, int], ...]
    day: str
    ranks: tuple[tuple[str, int], ...]
    join: str
    part: tuple[tuple[str, str], ...]
    period: str
    week: str
    bounds: tuple[tuple[str, str], ...]
    numeric: str
    month_first: bool = False
    after: tuple[tuple[str, str], ...] = ()

    @property
    def month(self) -> str:
        return alternation(word for word, _ in self.months)

    def rank(self, word: str) -> int:
        return dict(self.ranks).get(word.casefold()) or int(re.sub(r"\D", "", word))


def read_dates(text: str, calendar: Calendar) -> tuple[DateReading, ...]:
    """All dates of a text, in order; where two forms could hold, the longer one does."""
    if not DIGIT.search(text):  # every form holds one: most lines need no search for months
        return ()
    return tuple(_bounded(_reading(match, calendar), text, calendar) for match in _pattern(calendar).finditer(text))


@cache
def _pattern(calendar: Calendar) -> re.Pattern[str]:
    """One alternative per form, the longest first; groups are named by what they hold and the form's number."""
    month, day, s = calendar.month, calendar.day, SPACE
    part = "|".join(pattern for pattern, _ in calendar.part)
    forms = (
        r"(?P<iso>\d{4}-\d\d-\d\d)",
        calendar.numeric,
        rf"(?P<d1>{day}){s}(?P<m1>{month})(?:{s}(?P<y1>{YEAR}))?{s}(?:{calendar.join}){s}(?P<e1>{day}){s}(?P<n1>{month})(?:{s}(?P<z1>{YEAR}))?",
        rf"(?P<d2>{day})(?:{s}(?:{calendar.join}){s}|[-–])(?P<e2>{day}){s}(?P<m2>{month})(?:{s}(?P<y2>{YEAR}))?",
        rf"(?P<d3>{day}){s}(?P<m3>{month})(?:{s}(?P<y3>{YEAR}))?",
        rf"(?P<part>{part})(?:{s}|(?<=-))(?P<y4>{YEAR})",
        calendar.period,
        calendar.week,
        rf"(?P<m5>{month})(?:{s}(?P<y5>{YEAR}))?{s}(?:{calendar.join}){s}(?P<n5>{month}){s}(?P<z5>{YEAR})",
        *(_american(calendar) if calendar.month_first else ()),
        rf"(?P<m6>{month})(?:{s}(?P<y6>{YEAR}))",
        rf"(?P<y7>{YEAR})[-–/](?P<z7>{YEAR})",
        rf"(?P<y9>{YEAR}){s}(?:à|to|से){s}(?P<z9>{YEAR})",
        rf"(?P<y8>{YEAR}){NO_UNIT}",
    )
    return re.compile(rf"(?<![\w,.])(?:{'|'.join(forms)}){EDGE}", re.IGNORECASE)


def _american(calendar: Calendar) -> tuple[str, ...]:
    """February 28 to March 2, 2026; February 18 and 19, 2026; February 10, 2026."""
    month, day, s = calendar.month, rf"{calendar.day}(?!\d)", SPACE
    return (
        rf"(?P<m10>{month}){s}(?P<d10>{day})(?:,{s}(?P<y10>{YEAR}))?{s}(?:{calendar.join}){s}"
        rf"(?P<n10>{month}){s}(?P<e10>{day}),{s}(?P<z10>{YEAR})",
        rf"(?P<m11>{month}){s}(?P<d11>{day}){s}(?:{calendar.join}){s}(?P<e11>{day}),{s}(?P<y11>{YEAR})",
        rf"(?P<m12>{month}){s}(?P<d12>{day}),{s}(?P<y12>{YEAR})",
    )


def _reading(match: re.Match[str], calendar: Calendar) -> DateReading:
    found = {name: value for name, value in match.groupdict().items() if value}
    first, last, part = _days(found, calendar)
    return DateReading(first, last, part, match.start(), match.end(), match[0])


def _bounded(reading: DateReading, text: str, calendar: Calendar) -> DateReading:
    """The date with what the words before it make of it: « depuis le 9 mai », "before 2027"."""
    if reading.part:
        return reading
    before = text[max(0, reading.start - LONGEST_BOUND) : reading.start]
    for pattern, part in calendar.bounds:
        if re.search(rf"(?<!\w)(?:{pattern}){SPACE}\Z", before, re.IGNORECASE):
            return replace(reading, part=part)
    for pattern, part in calendar.after:
        if re.compile(rf"{SPACE}(?:{pattern})(?!\w)").match(text, reading.end):
            return replace(reading, part=part)
    return reading


def _days(found: dict[str, str], calendar: Calendar) -> tuple[Day, Day, str]:
    """First and last day, and the part of it that is meant."""
    if "iso" in found:
        return _same(Day(*(int(number) for number in found["iso"].split("-"))))
    if "part" in found:
        return *_same(Day(int(found["y4"])))[:2], _part(found["part"], calendar)
    if "yw" in found:
        number = int(found.get("week") or found["shortweek"])
        return *_same(Day(int(found["yw"])))[:2], f"W{number:02d}"
    if "rank" in found or "short" in found:
        letter = "Q" if _quarterly(found) else "H"
        rank = calendar.rank(found.get("rank", "") or found["short"])
        return *_same(Day(int(found.get("yp") or found["yq"])))[:2], f"{letter}{rank}"
    fields = {name[0]: value for name, value in found.items()}
    month, year = _month(fields.get("m", ""), calendar), int(fields.get("y", 0))
    last = Day(
        int(fields.get("z", year)),
        _month(fields.get("n", ""), calendar) or month,
        _number(fields.get("e", fields.get("d", ""))),
    )
    return Day(year or last.year, month, _number(fields.get("d", ""))), last, ""


def _same(day: Day) -> tuple[Day, Day, str]:
    return day, day, ""


def _quarterly(found: dict[str, str]) -> bool:
    return found.get("kind", found.get("short", ""))[:1].casefold() in ("t", "q", "त")


def _part(words: str, calendar: Calendar) -> str:
    return next(key for pattern, key in calendar.part if re.fullmatch(pattern, words, re.IGNORECASE))


def _month(word: str, calendar: Calendar) -> int:
    return int(word) if word.isdecimal() else dict(calendar.months).get(word.casefold(), 0)


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day) or 0)
