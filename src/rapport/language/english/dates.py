"""English dates: 10 February 2026, 18 and 19 February 2026, 28 February to 2 March 2026."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import Struct

from rapport.language.date_writers import DateWriters
from rapport.language.locales import day_name, month_name
from rapport.language.typography.rule import NO_BREAK_SPACE
from rapport.model.partial_date import PartialDate, Precision

_VAGUE: Final = {
    Precision.EARLY: ("early {}", "in early {}"),
    Precision.MID: ("mid-{}", "in mid-{}"),
    Precision.END: ("end of {}", "at the end of {}"),
}
_RANKS: Final = ("", "first", "second", "third", "fourth")


class _Order(Struct, frozen=True):
    """How a country orders the parts of a day."""

    month_first: bool = False
    before_year: str = NO_BREAK_SPACE
    after_weekday: str = ""
    numeric: str = "%d/%m/%Y"


_ORDERS: Final = {
    "en_GB": _Order(),
    "en_US": _Order(month_first=True, before_year=f",{NO_BREAK_SPACE}", after_weekday=",", numeric="%m/%d/%Y"),
}


def write(partial: PartialDate, form: str, locale: str) -> str:
    """`partial` in one of the forms of `dates.write_date`."""
    if form == "numeric" and partial.precision is Precision.DAY:
        return f"{partial.first:{_ORDERS[locale].numeric}}"
    return _WRITERS[partial.precision](partial, "short" if form == "numeric" else form, locale)


def _year(partial: PartialDate, form: str, locale: str) -> str:
    return f"in {partial.year}" if form == "in" else str(partial.year)


def _vague(partial: PartialDate, form: str, locale: str) -> str:
    return _VAGUE[partial.precision][form == "in"].format(partial.year)


def _bound(partial: PartialDate, form: str, locale: str) -> str:
    """By 2030, by December 2026, since 9 May 2026, before 2027, after June 2026."""
    named = partial.bound
    words = _WRITERS[named.precision](named, "long" if form in ("in", "weekday") else form, locale)
    return f"{partial.precision} {words}"


def _week(partial: PartialDate, form: str, locale: str) -> str:
    year, number, _ = partial.first.isocalendar()
    if form == "short":
        return f"W{number:02d}{NO_BREAK_SPACE}{year}"
    words = f"week{NO_BREAK_SPACE}{number} of{NO_BREAK_SPACE}{year}"
    return f"in {words}" if form == "in" else words


def _month(partial: PartialDate, form: str, locale: str) -> str:
    words = f"{_month_name(partial.first, form, locale)}{NO_BREAK_SPACE}{partial.year}"
    return f"in {words}" if form == "in" else words


def _part_of_year(partial: PartialDate, form: str, locale: str) -> str:
    letter, name = ("Q", "quarter") if partial.precision is Precision.QUARTER else ("H", "half")
    if form == "short":
        return f"{letter}{partial.number}{NO_BREAK_SPACE}{partial.year}"
    words = f"{_RANKS[partial.number]} {name} of {partial.year}"
    return f"in the {words}" if form == "in" else words


def _day(partial: PartialDate, form: str, locale: str) -> str:
    words = _day_words(partial.first, _Parts(form, locale, year=form != "day-month"))
    return f"on {words}" if form == "in" else words


def _years(partial: PartialDate, form: str, locale: str) -> str:
    return _range(str(partial.first.year), str(partial.last.year), form)


def _months(partial: PartialDate, form: str, locale: str) -> str:
    same_year = partial.first.year == partial.last.year
    start = _month_name(partial.first, form, locale) + ("" if same_year else f"{NO_BREAK_SPACE}{partial.first.year}")
    return _range(start, f"{_month_name(partial.last, form, locale)}{NO_BREAK_SPACE}{partial.last.year}", form)


def _days(partial: PartialDate, form: str, locale: str) -> str:
    same_year = partial.first.year == partial.last.year
    same_month = same_year and partial.first.month == partial.last.month
    dated = form != "day-month"
    month_first = _ORDERS[locale].month_first
    start = _day_words(partial.first, _Parts(form, locale, month_first or not same_month, dated and not same_year))
    stop = _day_words(partial.last, _Parts(form, locale, not (month_first and same_month), dated))
    if same_month and (partial.last - partial.first).days == 1:
        return f"on {start} and {stop}" if form == "in" else f"{start} and {stop}"
    return _range(start, stop, form)


def _range(start: str, stop: str, form: str) -> str:
    return f"from {start} to {stop}" if form == "in" else f"{start} to {stop}"


class _Parts(Struct, frozen=True):
    """What is said of a day beside its number."""

    form: str
    locale: str
    month: bool = True
    year: bool = True


def _day_words(day: date, parts: _Parts) -> str:
    order = _ORDERS[parts.locale]
    month = _month_name(day, parts.form, parts.locale) if parts.month else ""
    dated = (month, str(day.day)) if order.month_first else (str(day.day), month)
    words = NO_BREAK_SPACE.join(filter(None, dated)) + (f"{order.before_year}{day.year}" if parts.year else "")
    return f"{day_name(day, parts.locale)}{order.after_weekday} {words}" if parts.form == "weekday" else words


def _month_name(day: date, form: str, locale: str) -> str:
    return month_name(day, locale, "abbreviated" if form == "short" else "wide")


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
