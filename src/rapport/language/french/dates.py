"""French dates (Lexique, « dates »): 1er of the month, no capitals, no comma, two days joined by « et »."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import Struct

from rapport.language.date_writers import DateWriters
from rapport.language.french.grammar import de_before, ordinal
from rapport.language.locales import day_name, month_name
from rapport.language.typography.rule import NO_BREAK_SPACE
from rapport.model.partial_date import PartialDate, Precision

_VAGUE: Final = {
    Precision.EARLY: "début {}",
    Precision.MID: "mi-{}",
    Precision.END: "fin {}",
}


_BOUNDS: Final = {Precision.SINCE: "depuis", Precision.BEFORE: "avant", Precision.AFTER: "après"}
_NUMERIC: Final = {"fr_CH": "%d.%m.%Y"}
"""Where it is not 10/02/2026."""


def write(partial: PartialDate, form: str, locale: str) -> str:
    """`partial` in one of the forms of `dates.write_date`."""
    if form == "numeric" and partial.precision is Precision.DAY:
        return f"{partial.first:{_NUMERIC.get(locale, '%d/%m/%Y')}}"
    return _WRITERS[partial.precision](partial, "short" if form == "numeric" else form, locale)


def _year(partial: PartialDate, form: str, locale: str) -> str:
    return f"en {partial.year}" if form == "in" else str(partial.year)


def _vague(partial: PartialDate, form: str, locale: str) -> str:
    return _VAGUE[partial.precision].format(partial.year)


def _bound(partial: PartialDate, form: str, locale: str) -> str:
    """« D’ici 2030 », « d’ici décembre 2026 », « depuis le 9 mai 2026 », « avant 2027 », « après juin 2026 »."""
    named = partial.bound
    words = _WRITERS[named.precision](named, "long" if form in ("in", "weekday") else form, locale)
    day = named.precision is Precision.DAY
    if partial.precision is Precision.BY:
        return f"d’ici au {words}" if day else f"d’ici {words}"
    return f"{_BOUNDS[partial.precision]} {'le ' if day else ''}{words}"


def _week(partial: PartialDate, form: str, locale: str) -> str:
    year, number, _ = partial.first.isocalendar()
    if form == "short":
        return f"S{number:02d}{NO_BREAK_SPACE}{year}"
    words = f"semaine{NO_BREAK_SPACE}{number} de{NO_BREAK_SPACE}{year}"
    return f"la {words}" if form == "in" else words


def _month(partial: PartialDate, form: str, locale: str) -> str:
    words = _month_words(partial.first, form, locale)
    return f"en {words}" if form == "in" else words


def _part_of_year(partial: PartialDate, form: str, locale: str) -> str:
    letter, name = ("T", "trimestre") if partial.precision is Precision.QUARTER else ("S", "semestre")
    if form == "short":
        return f"{letter}{partial.number}{NO_BREAK_SPACE}{partial.year}"
    words = f"{ordinal(partial.number)}{NO_BREAK_SPACE}{name}{NO_BREAK_SPACE}{partial.year}"
    return f"au {words}" if form == "in" else words


def _day(partial: PartialDate, form: str, locale: str) -> str:
    words = _day_words(partial.first, _Parts(form, locale, year=form != "day-month"))
    return f"le {words}" if form == "in" else words


def _years(partial: PartialDate, form: str, locale: str) -> str:
    return f"de {partial.first.year} à {partial.last.year}"


def _months(partial: PartialDate, form: str, locale: str) -> str:
    start = _month_words(partial.first, form, locale)
    if partial.first.year == partial.last.year:
        start = start.rpartition(NO_BREAK_SPACE)[0]
    return f"{de_before(start)} à {_month_words(partial.last, form, locale)}"


def _days(partial: PartialDate, form: str, locale: str) -> str:
    """Two days running are joined by « et »; longer, or across months, it is « du … au … »."""
    same_year = partial.first.year == partial.last.year
    same_month = same_year and partial.first.month == partial.last.month
    dated = form != "day-month"
    start = _day_words(partial.first, _Parts(form, locale, month=not same_month, year=dated and not same_year))
    stop = _day_words(partial.last, _Parts(form, locale, year=dated))
    if same_month and (partial.last - partial.first).days == 1:
        return f"les {start} et {stop}" if form == "in" else f"{start} et {stop}"
    return f"du {start} au {stop}"


class _Parts(Struct, frozen=True):
    """What is said of a day beside its number."""

    form: str
    locale: str
    month: bool = True
    year: bool = True


def _day_words(day: date, parts: _Parts) -> str:
    number = ordinal(1) if day.day == 1 else str(day.day)
    month = _month_name(day, parts.form, parts.locale) if parts.month else ""
    year = str(day.year) if parts.year else ""
    words = NO_BREAK_SPACE.join(filter(None, (number, month, year)))
    return f"{day_name(day, parts.locale)} {words}" if parts.form == "weekday" else words


def _month_words(day: date, form: str, locale: str) -> str:
    return f"{_month_name(day, form, locale)}{NO_BREAK_SPACE}{day.year}"


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
