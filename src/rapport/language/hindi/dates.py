"""Hindi dates: 10 फ़रवरी 2026, 18 और 19 फ़रवरी 2026, 28 फ़रवरी से 2 मार्च 2026; postpositions follow them."""

from __future__ import annotations

from datetime import date
from typing import Final

from rapport.language.date_writers import DateWriters
from rapport.language.locales import day_name, month_name
from rapport.language.typography.rule import NO_BREAK_SPACE
from rapport.model.partial_date import PartialDate, Precision

_RANKS: Final = ("", "पहली", "दूसरी", "तीसरी", "चौथी")
_VAGUE: Final = {Precision.EARLY: "के आरंभ", Precision.MID: "के मध्य", Precision.END: "के अंत"}
_BOUNDS: Final = {
    Precision.BY: "तक",
    Precision.SINCE: "से",
    Precision.BEFORE: "से पहले",
    Precision.AFTER: "के बाद",
}


def write(partial: PartialDate, form: str, locale: str) -> str:
    """`partial` in one of the forms of `dates.write_date`."""
    if form == "numeric" and partial.precision is Precision.DAY:
        return f"{partial.first:%d/%m/%Y}"
    said = "short" if form == "numeric" else form
    words = _WRITERS[partial.precision](partial, said, locale)
    if form != "in":
        return words
    if partial.precision is Precision.DAYS:
        return words + (" को" if " और " in words else " तक")
    return words + _POSTPOSITIONS.get(partial.precision, " में")


def write_time(hour: int, minute: int) -> str:
    """18:30."""
    return f"{hour}:{minute:02d}"


def _year(partial: PartialDate, form: str, locale: str) -> str:
    return str(partial.year)


def _vague(partial: PartialDate, form: str, locale: str) -> str:
    return f"{partial.year}{NO_BREAK_SPACE}{_VAGUE[partial.precision]}"


def _bound(partial: PartialDate, form: str, locale: str) -> str:
    named = partial.bound
    words = _WRITERS[named.precision](named, "long" if form in ("in", "weekday") else form, locale)
    return f"{words} {_BOUNDS[partial.precision]}"


def _week(partial: PartialDate, form: str, locale: str) -> str:
    year, number, _ = partial.first.isocalendar()
    return f"{year} का सप्ताह{NO_BREAK_SPACE}{number}"


def _month(partial: PartialDate, form: str, locale: str) -> str:
    return f"{_month_name(partial.first, form, locale)}{NO_BREAK_SPACE}{partial.year}"


def _part_of_year(partial: PartialDate, form: str, locale: str) -> str:
    name = "तिमाही" if partial.precision is Precision.QUARTER else "छमाही"
    return f"{partial.year} की {_RANKS[partial.number]} {name}"


def _day(partial: PartialDate, form: str, locale: str) -> str:
    return _day_words(partial.first, form, locale, year=form != "day-month")


def _years(partial: PartialDate, form: str, locale: str) -> str:
    return f"{partial.first.year} से {partial.last.year}"


def _months(partial: PartialDate, form: str, locale: str) -> str:
    same_year = partial.first.year == partial.last.year
    start = _month_name(partial.first, form, locale) + ("" if same_year else f"{NO_BREAK_SPACE}{partial.first.year}")
    return f"{start} से {_month_name(partial.last, form, locale)}{NO_BREAK_SPACE}{partial.last.year}"


def _days(partial: PartialDate, form: str, locale: str) -> str:
    first, last, dated = partial.first, partial.last, form != "day-month"
    same_month = (first.year, first.month) == (last.year, last.month)
    stop = _day_words(last, form, locale, year=dated)
    if same_month and form != "weekday":
        return f"{first.day} {'और' if (last - first).days == 1 else 'से'} {stop}"
    return f"{_day_words(first, form, locale, year=dated and first.year != last.year)} से {stop}"


def _day_words(day: date, form: str, locale: str, *, year: bool) -> str:
    words = f"{day.day}{NO_BREAK_SPACE}{_month_name(day, form, locale)}"
    dated = f"{words}{NO_BREAK_SPACE}{day.year}" if year else words
    return f"{day_name(day, locale)}, {dated}" if form == "weekday" else dated


def _month_name(day: date, form: str, locale: str) -> str:
    return month_name(day, locale, "abbreviated" if form == "short" else "wide")


_POSTPOSITIONS: Final = {
    Precision.DAY: " को",
    **dict.fromkeys(_BOUNDS, ""),
    **dict.fromkeys((Precision.YEARS, Precision.MONTHS), " तक"),
}
_WRITERS: Final = DateWriters(
    year=_year,
    month=_month,
    day=_day,
    week=_week,
    part_of_year=_part_of_year,
    vague=_vague,
    bound=_bound,
    years=_years,
    months=_months,
    days=_days,
)
