"""What the content claims, as plain values; and numbers without a fact, which nothing in it stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from rapport.figures.dates import FigureReading
from rapport.figures.naming import Naming, is_claim, names_in, share_before
from rapport.figures.reader import dates_in, is_counting, reader_of, scan

# Numbers without a fact: what a text says in figures that nothing in the content stands behind.

DASHES = ("–", "−", "-")
DECIMALS = re.compile(r"[^,.]*\d[,.](\d+)")


class Allowed(Struct, frozen=True):
    """What may stand without a figure's evidence.

    `names` hold a number and are no figure ("G7"); `exceptions` are texts an author marked, or a fact's own words.
    """

    names: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()


NOTHING = Allowed()


class Stray(Struct, frozen=True):
    """A figure that no fact stands behind: its place, with the whole it is a part of ("17 sur 27"), and its reading."""

    start: int
    end: int
    text: str
    reading: FigureReading


REMEMBERED = 1 << 12
"""Texts whose figures are kept: both documents say most of them, and few change from save to save."""


@lru_cache(REMEMBERED)
def strays(text: str, allowed: Allowed, language: str = "fr") -> tuple[Stray, ...]:
    """The figures of a text that claim something and that nothing allows, in order, each with its qualifier aside.

    What only names, dates or places is no claim: hours, articles, rooms, « les Vingt-Sept », « trois messages ».
    """
    if not is_counting(text, language):
        return ()
    return _strays(text, tuple(_spans(_typed(text), allowed)), language)


@lru_cache(REMEMBERED)
def _strays(text: str, let_through: tuple[tuple[int, int], ...], language: str) -> tuple[Stray, ...]:
    """The same, by what is allowed of the text itself: a word more that is allowed elsewhere changes little."""
    typed, reader = _typed(text), reader_of(language)
    naming = reader.naming()
    masked = _blanked(typed, (*let_through, *names_in(typed, naming, reader.lexicon)))
    masked = _blanked(masked, ((date.start, date.end) for date in dates_in(masked, language)))
    if not is_counting(masked, language):
        return ()
    figures = [figure for figure in scan(masked, language).figures if is_claim(figure, masked, naming)]
    found = _merged((_whole(figure, masked, naming) for figure in figures), masked)
    return tuple(replace(stray, text=text[stray.start : stray.end]) for stray in found)


def _whole(figure: FigureReading, text: str, naming: Naming) -> Stray:
    """A figure with the whole that it is a part of, « 17 États membres sur 27 », and the sign that a dash is."""
    whole = naming.whole_of.match(text, figure.end)
    start = figure.start - len(share_before(text, figure, naming))
    end = whole.end() if whole else figure.end
    if text[start - 1 : start] in DASHES and not text[max(0, start - 2) : start - 1].strip(" (:;/"):
        start, figure = start - 1, replace(figure, low=-figure.high, high=-figure.low)
    return Stray(start, end, text[start:end], figure)


def _merged(found: Iterable[Stray], text: str) -> Iterator[Stray]:
    """One that begins within the one before is left out, and both ends of a range are one: 40-45."""
    pending: Stray | None = None
    for stray in found:
        between = text[pending.end : stray.start] if pending else ""
        if pending and (stray.start < pending.end or between in ("-", "–")):
            end = max(stray.end, pending.end)
            reading = _range(pending.reading, stray.reading) if between else pending.reading
            pending = Stray(pending.start, end, text[pending.start : end], reading)
            continue
        if pending:
            yield pending
        pending = stray
    if pending:
        yield pending


def _range(first: FigureReading, second: FigureReading) -> FigureReading:
    """Both ends of a range as one reading; the unit that the second alone bears is that of both."""
    scale = 1 if first.unit or not first.step else second.step / place_of(second.text)
    low = first.low * scale
    return replace(second, low=low) if low < second.low else first


def place_of(text: str) -> Decimal:
    """The worth of the last digit of a number as it is written, before its scale and its unit."""
    decimals = DECIMALS.match(text)
    return Decimal(1).scaleb(-len(decimals[1])) if decimals else Decimal(1)


def orphans(text: str, allowed: Allowed, language: str = "fr") -> tuple[str, ...]:
    """The same as they are written."""
    return tuple(stray.text for stray in strays(text, allowed, language))


def _spans(typed: str, allowed: Allowed) -> Iterable[tuple[int, int]]:
    for phrases in (allowed.exceptions, allowed.names):
        yield from (match.span() for match in _pattern(phrases).finditer(typed))


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with these parts blanked out, at the same length."""
    for start, end in spans:
        text = text[:start] + "\x00" * (end - start) + text[end:]
    return text


@lru_cache(64)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases in a text as a keyboard types it; matches nothing where there are none."""
    ordered = sorted(filter(None, phrases), key=len, reverse=True)
    either = "|".join(re.sub(r"(?:\\ )+", " +", re.escape(_typed(phrase))) for phrase in ordered)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else r"(?!)", re.IGNORECASE)


def _typed(text: str) -> str:
    """The text with one kind of space and of apostrophe, at the same length."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'").replace("\u2011", "-")


# What the content claims: facts as plain values, given by the caller, which the documents are held to.


class FactClaim(Struct, frozen=True):
    """One fact as the content states it.

    `low` and `high` are in base units of `unit` as the content writes it (`EUR`, `gigawatt`, `percent`),
    equal for a single value, None for a fact that is no quantity. `date` is a partial date in the content's notation
    (`2026-02-18/19`, `end-2027`), `period` the date the fact holds for; `words` is the fixed wording printed in place
    of a figure, or the name of a fact that is no figure; `status_word` is the briefing's own. Each is empty where
    absent.
    """

    key: str
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    qualifier: str = ""
    status: str = ""
    date: str = ""
    period: str = ""
    words: str = ""
    status_word: str = ""
    named: str = ""


Claims = Mapping[str, FactClaim]
"""All facts of the content by key."""


class Claimed(Struct, frozen=True):
    """What documents are held to: the facts, what may stand without one, and whether other numbers may stand yet."""

    claims: Claims
    allowed: Allowed = NOTHING
    draft: bool = False
