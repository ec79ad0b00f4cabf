"""British English dates: 10 February 2026, 18 and 19 February 2026, 28 February to 2 March 2026."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from rapport.language.characters import NO_BREAK_SPACE
from rapport.language.locales import BRITISH
from rapport.language.months import day_name, month_name
from rapport.model.partial_date import PartialDate, Precision

_VAGUE: Final = {
    Precision.EARLY: ("early {}", "in early {}"),
    Precision.MID: ("mid-{}", "in mid-{}"),
    Precision.END: ("end of {}", "at the end of {}"),
    Precision.BY: ("by {}", "by {}"),
}
_RANKS: Final = ("", "first", "second", "third", "fourth")


def write(partial: PartialDate, form: str) -> str:
    """`partial` in one of the forms of `dates.write_date`."""
    if form == "numeric" and partial.precision is Precision.DAY:
        return f"{partial.first:%d/%m/%Y}"
    return _WRITERS[partial.precision](partial, "short" if form == "numeric" else form)


def _year(partial: PartialDate, form: str) -> str:
    return f"in {partial.year}" if form == "in" else str(partial.year)


def _vague(partial: PartialDate, form: str) -> str:
    return _VAGUE[partial.precision][form == "in"].format(partial.year)


def _month(partial: PartialDate, form: str) -> str:
    words = f"{_month_name(partial.first, form)}{NO_BREAK_SPACE}{partial.year}"
    return f"in {words}" if form == "in" else words


def _part_of_year(partial: PartialDate, form: str) -> str:
    letter, name = ("Q", "quarter") if partial.precision is Precision.QUARTER else ("H", "half")
    if form == "short":
        return f"{letter}{partial.number}{NO_BREAK_SPACE}{partial.year}"
    words = f"{_RANKS[partial.number]} {name} of {partial.year}"
    return f"in the {words}" if form == "in" else words


def _day(partial: PartialDate, form: str) -> str:
    words = _day_words(partial.first, form, with_month=True, with_year=form != "day-month")
    return f"on {words}" if form == "in" else words


def _years(partial: PartialDate, form: str) -> str:
    return _range(str(partial.first.year), str(partial.last.year), form)


def _months(partial: PartialDate, form: str) -> str:
    same_year = partial.first.year == partial.last.year
    start = _month_name(partial.first, form) + ("" if same_year else f"{NO_BREAK_SPACE}{partial.first.year}")
    return _range(start, f"{_month_name(partial.last, form)}{NO_BREAK_SPACE}{partial.last.year}", form)


def _days(partial: PartialDate, form: str) -> str:
    same_year = partial.first.year == partial.last.year
    same_month = same_year and partial.first.month == partial.last.month
    dated = form != "day-month"
    start = _day_words(partial.first, form, with_month=not same_month, with_year=dated and not same_year)
    stop = _day_words(partial.last, form, with_month=True, with_year=dated)
    if same_month and (partial.last - partial.first).days == 1:
        return f"on {start} and {stop}" if form == "in" else f"{start} and {stop}"
    return _range(start, stop, form)


def _range(start: str, stop: str, form: str) -> str:
    return f"from {start} to {stop}" if form == "in" else f"{start} to {stop}"


def _day_words(day: date, form: str, with_month: bool, with_year: bool) -> str:
    month = _month_name(day, form) if with_month else ""
    year = str(day.year) if with_year else ""
    words = NO_BREAK_SPACE.join(filter(None, (str(day.day), month, year)))
    return f"{day_name(day, BRITISH)} {words}" if form == "weekday" else words


def _month_name(day: date, form: str) -> str:
    return month_name(day, BRITISH, "abbreviated" if form == "short" else "wide")


_WRITERS: Final[dict[Precision, Callable[[PartialDate, str], str]]] = {
    Precision.YEAR: _year,
    Precision.MONTH: _month,
    Precision.DAY: _day,
    Precision.QUARTER: _part_of_year,
    Precision.HALF: _part_of_year,
    Precision.EARLY: _vague,
    Precision.MID: _vague,
    Precision.END: _vague,
    Precision.BY: _vague,
    Precision.YEARS: _years,
    Precision.MONTHS: _months,
    Precision.DAYS: _days,
}
