"""Numbers without a fact: what a text says in figures that nothing in the content stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from rapport.figures.reader import dates_in, is_counting, scan
from rapport.figures.reading import DateReading, Day, parse_date

LOCATOR = re.compile(r"(?:§|p\.|art\.|n°|chap\.|fig\.) ?\d+(?:(?:, | et | and |–|-)\d+)*", re.IGNORECASE)
"""A place in a source, in a text as a keyboard types it."""
WORD_WITH_DIGIT = re.compile(r"[\w.,/:-]*\d[\w.,/:-]*")


class Allowed(Struct, frozen=True):
    """What may stand without a figure's evidence.

    `names` hold a number and are no figure ("G7"); `exceptions` are texts an author marked, or a fact's own words;
    `dates`, in the content's notation, are the event's, the document's, and those of the facts. A date is allowed that
    says no more than one of them ("2026" for 2026-02-10), whatever part of it is meant.
    """

    names: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


NOTHING = Allowed()


def orphans(text: str, allowed: Allowed, language: str = "fr") -> tuple[str, ...]:
    """The figures, dates and other words with digits of a text that nothing allows, in order, as they are written.

    Words that only may be a number ("un", "neuf") do not count.
    """
    if not is_counting(text, language):
        return ()
    masked = _masked(text, allowed)
    if not is_counting(_without_known_dates(masked, allowed, language), language):
        return ()
    found = scan(masked, language)
    read = [(figure.start, figure.end) for figure in found.figures if figure.certain]
    days = [(date.start, date.end) for date in found.dates]
    unknown = [(date.start, date.end) for date in found.dates if not _is_known(date, allowed.dates)]
    covered = _covered(read + days, len(text))
    words = (match.span() for match in WORD_WITH_DIGIT.finditer(masked))
    strays = [(start, end) for start, end in words if not any(covered[start:end])]
    return tuple(text[start:end] for start, end in sorted(read + unknown + strays))


def _without_known_dates(text: str, allowed: Allowed, language: str) -> str:
    """The text with the dates blanked out that are allowed: most often, nothing is left to be read."""
    for date in dates_in(text, language):
        if _is_known(date, allowed.dates):
            text = text[: date.start] + "\x00" * (date.end - date.start) + text[date.end :]
    return text


def _covered(spans: Iterable[tuple[int, int]], length: int) -> bytearray:
    """A byte for each character, 1 within a span."""
    covered = bytearray(length)
    for start, end in spans:
        covered[start:end] = bytes([1]) * (end - start)
    return covered


def _is_known(date: DateReading, notations: tuple[str, ...]) -> bool:
    known = _days(notations)
    return all(any(_says_no_more(end, day) for day in known) for end in (date.first, date.last))


@cache
def _days(notations: tuple[str, ...]) -> tuple[Day, ...]:
    """The first and last days of dates, each once."""
    return tuple(dict.fromkeys(day for notation in notations for day in parse_date(notation)[:2]))


def _says_no_more(read: Day, known: Day) -> bool:
    pairs = ((read.year, known.year), (read.month, known.month), (read.day, known.day))
    return all(left in (0, right) for left, right in pairs)


def _masked(text: str, allowed: Allowed) -> str:
    """The text with what is allowed blanked out, at the same length."""
    for pattern in (_pattern(allowed.exceptions), _pattern(allowed.names), LOCATOR):
        for match in pattern.finditer(_typed(text)):
            start, end = match.span()
            text = text[:start] + "\x00" * (end - start) + text[end:]
    return text


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases in a text as a keyboard types it; matches nothing where there are none."""
    ordered = sorted(filter(None, phrases), key=len, reverse=True)
    either = "|".join(re.sub(r"(?:\\ )+", " +", re.escape(_typed(phrase))) for phrase in ordered)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else r"(?!)", re.IGNORECASE)


def _typed(text: str) -> str:
    """The text with one kind of space and of apostrophe, at the same length."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")
