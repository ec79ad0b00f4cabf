"""Times of day and durations: « 18 h 30 », « mardi 10 février 2026 à 19 h 30 », « 1 h 30 min »."""

from __future__ import annotations

from rapport.language.characters import NO_BREAK_SPACE
from rapport.language.dates import write_date
from rapport.language.furniture import fill
from rapport.language.languages import language_at
from rapport.language.locales import language_of
from rapport.model.partial_date import PartialDate


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
