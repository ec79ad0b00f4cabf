"""Dates, times of day and durations in words: « du 28 février au 2 mars 2026 », « 18 h 30 », « d’ici 2030 »."""

from __future__ import annotations

from typing import Final

from babel.core import get_global
from msgspec.structs import replace

from rapport.language.languages import fill, language_at
from rapport.language.locales import babel_locale, language_of
from rapport.language.typography.rule import NO_BREAK_SPACE
from rapport.model.partial_date import PartialDate

# A partial date in words: « 10 février 2026 », « du 28 février au 2 mars 2026 », « fin 2027 », « d’ici 2030 ».

DATE_FORMS: Final = ("long", "short", "weekday", "in", "day-month", "numeric")


class UnknownDateFormError(KeyError):
    """The form is none of `DATE_FORMS`."""


def write_date(date: PartialDate, form: str, locale: str) -> str:
    """`date` in `form`, in the language of `locale`. Day and month, month and year are bound by U+00A0.

    long        10 février 2026       18 et 19 février 2026     1er trimestre 2026     fin 2027
    short       10 févr. 2026         18 et 19 févr. 2026       T1 2026                fin 2027     for tables
    weekday     mardi 10 février 2026                           as long where no day is known
    in          le 10 février 2026    les 18 et 19 février 2026 au 1er trimestre 2026  en juin 2026
    day-month   10 février            18 et 19 février          as long where no day is known
    numeric     10/02/2026            as short where no single day is known

    Raises UnknownDateFormError, UnknownLocaleError.
    """
    if form not in DATE_FORMS:
        raise UnknownDateFormError(f"{form!r} is none of {', '.join(DATE_FORMS)}")
    dating = language_at(locale).dating
    if date.time:
        hour, _, minute = date.time.partition(":")
        day = dating.date(replace(date, time=""), form, locale)
        return fill(dating.moment, day, write_time(int(hour), int(minute), locale))
    return dating.date(date, form, locale)


def is_zone(name: str) -> bool:
    """Whether CLDR knows a zone of this name: "Europe/Paris", "Asia/Kolkata", "UTC"."""
    return name in get_global("zone_territories") or name in get_global("zone_aliases")


def write_zone(name: str, locale: str) -> str:
    """A zone by the town that names it, in the language of `locale`: « São Paulo », « Londres »; UTC itself."""
    town = babel_locale(locale).time_zones.get(name, {}).get("city")
    return str(town or name.rpartition("/")[2].replace("_", " "))


# Times of day and durations: « 18 h 30 », « mardi 10 février 2026 à 19 h 30 », « 1 h 30 min ».


def write_time(hour: int, minute: int, locale: str) -> str:
    """A time on the 24-hour clock: « 18 h 30 », « 18 h » on the hour; 18:30 in English.

    Raises ValueError outside 0:00 to 23:59, UnknownLocaleError.
    """
    if not (0 <= hour < 24 and 0 <= minute < 60):
        raise ValueError(f"{hour}:{minute:02d} is no time of day")
    return language_at(locale).dating.time(hour, minute)


WORDS_A_MINUTE = 130
"""How fast a speech is read before an audience; news readers are at 150 and more."""


def spoken_words(text: str) -> int:
    """The words of a text as a speaker says them: what stands between spaces and holds a letter or a figure."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


def reading_minutes(text: str) -> int:
    """How many minutes it takes to say a text, one at least."""
    return max(1, round(spoken_words(text) / WORDS_A_MINUTE))


def write_moment(day: PartialDate, time: tuple[int, int], locale: str) -> str:
    """A day with its weekday, and a time: « mardi 10 février 2026 à 19 h 30 »."""
    return fill(language_at(locale).dating.moment, write_date(day, "weekday", locale), write_time(*time, locale))


def write_duration(minutes: int, locale: str) -> str:
    """Hours and minutes by their symbols, in any locale: « 45 min », « 1 h 30 min », « 2 h ».

    Raises ValueError below 0, UnknownLocaleError.
    """
    language_of(locale)
    if minutes < 0:
        raise ValueError("a duration is not negative")
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours}{NO_BREAK_SPACE}h"] if hours else []
    if rest or not hours:
        parts.append(f"{rest}{NO_BREAK_SPACE}min")
    return NO_BREAK_SPACE.join(parts)
