"""Numbers without a fact: what a text says in figures that nothing in the content stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from msgspec import Struct

from rapport.figures.english_naming import ENGLISH_NAMING
from rapport.figures.french_naming import FRENCH_NAMING
from rapport.figures.naming import Naming, is_claim, names_in
from rapport.figures.reader import dates_in, is_counting, lexicon_of, scan
from rapport.figures.reading import Reading

NAMINGS: Mapping[str, Naming] = MappingProxyType({"fr": FRENCH_NAMING, "en": ENGLISH_NAMING})


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
    reading: Reading


def strays(text: str, allowed: Allowed, language: str = "fr") -> tuple[Stray, ...]:
    """The figures of a text that claim something and that nothing allows, in order, each with its qualifier aside.

    What only names, dates or places is no claim: hours, articles, rooms, « les Vingt-Sept », « trois messages ».
    """
    if not is_counting(text, language):
        return ()
    typed, naming = _typed(text), NAMINGS[language[:2]]
    masked = _blanked(typed, (*_spans(typed, allowed), *names_in(typed, naming, lexicon_of(language))))
    masked = _blanked(masked, ((date.start, date.end) for date in dates_in(masked, language)))
    if not is_counting(masked, language):
        return ()
    figures = [figure for figure in scan(masked, language).figures if is_claim(figure, masked, naming)]
    readings = {figure.start: figure for figure in reversed(figures)}
    spans = _merged(((figure.start, _end(figure, masked, naming)) for figure in figures), masked)
    return tuple(Stray(start, end, text[start:end], readings[start]) for start, end in spans)


def _end(figure: Reading, text: str, naming: Naming) -> int:
    """Where a figure ends with the whole that it is a part of: 17 États membres sur 27."""
    whole = naming.whole_of.match(text, figure.end)
    return whole.end() if whole else figure.end


def _merged(spans: Iterable[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """The spans; one that begins within the one before is left out, and both ends of a range are one: 40-45."""
    pending: tuple[int, int] | None = None
    for start, end in spans:
        if pending and (start < pending[1] or text[pending[1] : start] in ("-", "–")):
            pending = pending[0], max(end, pending[1])
            continue
        if pending:
            yield pending
        pending = start, end
    if pending:
        yield pending


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


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases in a text as a keyboard types it; matches nothing where there are none."""
    ordered = sorted(filter(None, phrases), key=len, reverse=True)
    either = "|".join(re.sub(r"(?:\\ )+", " +", re.escape(_typed(phrase))) for phrase in ordered)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else r"(?!)", re.IGNORECASE)


def _typed(text: str) -> str:
    """The text with one kind of space and of apostrophe, at the same length."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'").replace("\u2011", "-")
