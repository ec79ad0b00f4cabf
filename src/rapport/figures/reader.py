"""A line of text -> the quantities and dates it states, read without any rule of the program that wrote them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from msgspec import Struct

from rapport.figures.amounts import ONE, ReadAmount, read_amount, read_count
from rapport.figures.dates import DIGIT, Calendar, DateReading, FigureReading, read_dates
from rapport.figures.english import ENGLISH, ENGLISH_CALENDAR
from rapport.figures.english_naming import english_naming
from rapport.figures.english_words import ENGLISH_WORDS
from rapport.figures.french import FRENCH, FRENCH_CALENDAR
from rapport.figures.french_naming import french_naming
from rapport.figures.french_words import FRENCH_WORDS
from rapport.figures.hindi import HINDI, HINDI_CALENDAR, HINDI_WORDS, hindi_naming
from rapport.figures.lexicon import SPACE, FigureLexicon, alternation
from rapport.figures.naming import Naming
from rapport.figures.words import JudgedWords


class FigureReader(NamedTuple):
    """What reads the figures of a language: how it writes them, its dates, numbers that name things (patterns that
    take time: made when they are first needed), and the words around them.
    """

    lexicon: FigureLexicon
    calendar: Calendar
    naming: Callable[[], Naming]
    words: JudgedWords


LANGUAGES: Mapping[str, FigureReader] = {
    "fr": FigureReader(FRENCH, FRENCH_CALENDAR, french_naming, FRENCH_WORDS),
    "en": FigureReader(ENGLISH, ENGLISH_CALENDAR, english_naming, ENGLISH_WORDS),
    "hi": FigureReader(HINDI, HINDI_CALENDAR, hindi_naming, HINDI_WORDS),
}
ORDINAL = re.compile(r"(?<![\w,.])(\d+)(?:ers?|res?|e|es|d|nde?|st|rd|th)(?!\w)")

ROUND = (
    rf"100(?![\d,\u00a0\u202f.]|[ ]\d)|10{{0,3}}[,\u00a0\u202f ]?000|mille|cent{SPACE}mille|un{SPACE}million|"
    rf"a{SPACE}million"
)
COIN = r"(?:euros?|dollars?|livres?|francs?|yens?|yuans?|roupies?|pounds?|rupees?)(?!\w)"
RATIO = re.compile(
    rf"(?<!\w)(?:pour|per){SPACE}(?:{ROUND})(?:{SPACE}de|{SPACE}d['’])?{SPACE}?(?!{COIN})[^\W\d_]+", re.IGNORECASE
)
"""What a ratio is counted by: a round number of something; a sum of money is no ratio's."""


class Scan(Struct, frozen=True):
    """All figures and dates of a text, each in order of place; they do not overlap."""

    figures: tuple[FigureReading, ...]
    dates: tuple[DateReading, ...]


@lru_cache(1 << 10)
def scan(text: str, language: str) -> Scan:
    """What the text states. `language` is a BCP 47 tag; a language without a reader raises KeyError."""
    reader = reader_of(language)
    text = _without_ratios(text)
    dates = read_dates(text, reader.calendar)
    figures = tuple(_ordinals(text, dates)) + tuple(_figures(text, dates, reader.lexicon))
    return Scan(tuple(sorted(figures, key=lambda reading: reading.start)), dates)


def _without_ratios(text: str) -> str:
    """The text with « pour 1 000 habitants » blanked out, at the same length: it counts nothing by itself."""
    return RATIO.sub(lambda match: "\x00" * len(match[0]), text) if "pour" in text or "per" in text else text


def dates_in(text: str, language: str) -> tuple[DateReading, ...]:
    """The dates of a text, in order; languages are those of `scan`."""
    return read_dates(text, reader_of(language).calendar)


@lru_cache(1 << 10)
def is_counting(text: str, language: str) -> bool:
    """Whether a text holds a digit or a number in letters that is one for certain; languages are those of `scan`."""
    lexicon = reader_of(language).lexicon
    starts = (match.start() for match in _start_pattern(lexicon).finditer(text))
    counts = (read_count(text, start, lexicon) for start in starts)
    return bool(DIGIT.search(text)) or any(count is not None and count.certain for count in counts)


def reader_of(language: str) -> FigureReader:
    """What reads a language; languages are those of `scan`."""
    return LANGUAGES[language.replace("_", "-").split("-")[0]]


def _ordinals(text: str, dates: tuple[DateReading, ...]) -> Iterator[FigureReading]:
    for match in ORDINAL.finditer(text):
        if not _date_at(match.start(), dates):
            value = Decimal(match[1])
            start, end = match.span()
            yield FigureReading(value, value, "ordinal", "", ONE, start, start, end, match[0])


def _figures(text: str, dates: tuple[DateReading, ...], lexicon: FigureLexicon) -> Iterator[FigureReading]:
    place, start_pattern = 0, _start_pattern(lexicon)
    while match := start_pattern.search(text, place):
        date = _date_at(match.start(), dates)
        if date or ORDINAL.match(text, match.start()):
            place = date.end if date else match.end()
            continue
        first = read_amount(text, match.start(), lexicon)
        if first is None:
            place = match.end()
            continue
        reading = _reading(text, first, lexicon)
        yield reading
        place = reading.end


def _date_at(place: int, dates: tuple[DateReading, ...]) -> DateReading | None:
    index = bisect_right(dates, place, key=lambda date: date.start) - 1
    return dates[index] if index >= 0 and place < dates[index].end else None


@cache
def _start_pattern(lexicon: FigureLexicon) -> re.Pattern[str]:
    """Where a figure may begin: digits, or a word that numbers in letters begin with."""
    words = {words[0] for words in lexicon.small} | lexicon.hundred | lexicon.thousand
    letters = rf"(?<!\w)(?:{'|'.join(sorted(words))})(?!\w)"
    return re.compile(rf"{lexicon.figure.pattern}|{letters}", re.IGNORECASE)


def _reading(text: str, first: ReadAmount, lexicon: FigureLexicon) -> FigureReading:
    before, opened = _opening(text, first.start, lexicon)
    second = _second(text, first, opened, lexicon)
    qualifier, scope = _leading(text, before if second else first.start, lexicon)
    start = before if second and opened else first.start
    last = second or first
    trailing, end = ("", last.end) if qualifier else _trailing(text, last.end, lexicon)
    approximate = "about" if last.approximate else ""
    low = (first.value if second else last.value) * last.scale * last.factor
    if second and first.has_measure and not _is_said_once(first, second):
        low = first.value * first.scale * first.factor
    return FigureReading(
        low=low,
        high=last.value * last.scale * last.factor,
        unit=last.unit,
        qualifier=qualifier or trailing or approximate,
        step=last.place * last.scale * last.factor,
        scope=scope if qualifier else start,
        start=start,
        end=end,
        text=text[start:end],
        certain=first.certain or last.certain,
    )


def _goes_on(first: ReadAmount, second: ReadAmount) -> bool:
    """Whether the unit of a lower end is that of the upper one, which may say what both are counted by."""
    return second.unit == first.unit or second.unit.startswith(f"{first.unit}/")


def _is_said_once(first: ReadAmount, second: ReadAmount) -> bool:
    """Whether the scale of "€1 to €2 million" is that of both."""
    return _goes_on(first, second) and first.scale == ONE != second.scale and first.value < second.value


def _opening(text: str, start: int, lexicon: FigureLexicon) -> tuple[int, str]:
    """Where "de" or "entre" starts before a place, and that word; the place itself where there is none."""
    match = _opening_pattern(lexicon).search(text[max(0, start - 12) : start])
    return (max(0, start - 12) + match.start(1), match[1].casefold()) if match else (start, "")


def _second(text: str, first: ReadAmount, opened: str, lexicon: FigureLexicon) -> ReadAmount | None:
    """The upper end of a range that begins with `first`; None where it is a single value."""
    join = _join_pattern(lexicon, opened not in ("", "de")).match(text, first.end)
    second = read_amount(text, join.end(), lexicon) if join else None
    if second is None or (first.unit and not _goes_on(first, second)):
        return None
    inherited = second.scale * second.factor
    low = first.value * (first.scale * first.factor if first.has_measure else inherited)
    return second if low < second.value * inherited else None


def _leading(text: str, start: int, lexicon: FigureLexicon) -> tuple[str, int]:
    head = text[max(0, start - 40) : start]
    match = _qualifier_pattern(lexicon).search(head)
    if not match:
        return "", start
    words = re.sub(r"[ \u00a0\u202f]+", " ", match[1].casefold().replace("’", "'"))
    return lexicon.qualifiers[words], start - len(head) + match.start(1)


def _trailing(text: str, end: int, lexicon: FigureLexicon) -> tuple[str, int]:
    match = _trailing_pattern(lexicon).match(text, end)
    return (lexicon.trailing[match[1].casefold()], match.end()) if match else ("", end)


@cache
def _opening_pattern(lexicon: FigureLexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({lexicon.opening}){SPACE}?$", re.IGNORECASE)


@cache
def _join_pattern(lexicon: FigureLexicon, opened: bool) -> re.Pattern[str]:
    words = f"{lexicon.joins}|{lexicon.opened_join}" if opened else lexicon.joins
    return re.compile(rf"(?:{SPACE}(?:{words}){SPACE}|–)", re.IGNORECASE)


@cache
def _qualifier_pattern(lexicon: FigureLexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({alternation(lexicon.qualifiers)}){SPACE}?$", re.IGNORECASE)


@cache
def _trailing_pattern(lexicon: FigureLexicon) -> re.Pattern[str]:
    return re.compile(rf"{SPACE}({alternation(lexicon.trailing)})(?!\w)", re.IGNORECASE)
