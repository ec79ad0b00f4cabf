"""The words a language writes figures with, numbers in letters among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

SPACES = " \u00a0\u202f"
SPACE = r"[^\S\t-\r\x85]"
"""A space inside a line, whatever its width: patterns are prepared faster with it than with the three above."""


class FigureLexicon(Struct, frozen=True, eq=False):
    """How one language writes figures and dates. Patterns are matched at a place, without regard to case.

    `small` maps the words of each number below 100 ("vingt", "et", "un") to its value; `hundred` and `thousand` are
    the words for those. `doubtful` words may be no number, nor what `both` matches before its end ("les deux":
    those already named). `collective` are words for about so many ("centaine"). `scales` are words that multiply,
    `units` what may follow a number, with its canonical unit and factor, `symbols` those of this language alone,
    `denominators` what may follow a stroke. `spoken_decimal` is the word for the decimal mark, after which each
    digit is said by itself where `spoken_digits` says so. `signs_before` tells whether signs of money stand before
    a number. `qualifiers` stand before a figure, `trailing` after it; `joins` tie the two ends of a range, the
    second of which follow an opening word such as "entre". `locales` are those of CLDR in which its words for units
    are looked for; the first to have one gives it.
    """

    language: str
    locales: tuple[str, ...]
    figure: re.Pattern[str]
    group: str
    decimal: str
    spoken_decimal: str
    spoken_digits: bool
    small: dict[tuple[str, ...], int]
    hundred: frozenset[str]
    thousand: frozenset[str]
    doubtful: frozenset[str]
    both: re.Pattern[str]
    collective: dict[str, int]
    scales: dict[str, Decimal]
    units: dict[str, tuple[str, Decimal]]
    symbols: dict[str, tuple[str, Decimal]]
    denominators: dict[str, tuple[str, Decimal]]
    signs_before: bool
    linking: str
    qualifiers: dict[str, str]
    trailing: dict[str, str]
    joins: str
    opened_join: str
    opening: str
    months: dict[str, int]


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, each space of which may be of any kind."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", SPACE).replace("'", "['’]") for word in ordered)


def power(exponent: int) -> Decimal:
    """Ten to the power of `exponent`."""
    return Decimal(1).scaleb(exponent)


def prefixed(units: dict[str, tuple[str, int]], prefixes: dict[str, int]) -> dict[str, tuple[str, Decimal]]:
    """Units with their canonical unit and power of ten -> the same with each prefix: k, M, G and more."""
    return {
        prefix + word: (unit, power(exponent + more))
        for word, (unit, exponent) in units.items()
        for prefix, more in prefixes.items()
    }


PREFIXES = {"": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18}
PREFIXED = {"W": ("W", 0), "Wh": ("Wh", 0), "t": ("kg", 3), "tCO2e": ("kgCO2e", 3), "J": ("J", 0), "Hz": ("Hz", 0)}
SYMBOLS: dict[str, tuple[str, Decimal]] = {
    "%": ("percent", power(0)),
    "‰": ("percent", power(-1)),
    **prefixed(PREFIXED, PREFIXES),
    "m²": ("m²", power(0)),
    "km²": ("m²", power(6)),
    "ha": ("m²", power(4)),
    "m³": ("m³", power(0)),
    "mm": ("m", power(-3)),
    "cm": ("m", power(-2)),
    "km": ("m", power(3)),
    "m": ("m", power(0)),
    "l": ("l", power(0)),
    "hl": ("l", power(2)),
    "mg": ("kg", power(-6)),
    "g": ("kg", power(-3)),
    "gCO2e": ("kgCO2e", power(-3)),
    "kgCO2e": ("kgCO2e", power(0)),
    "kg": ("kg", power(0)),
    "q": ("kg", power(2)),
    "bbl": ("barrel", power(0)),
    "mol": ("mol", power(0)),
    "dB": ("dB", power(0)),
    "ppm": ("ppm", power(0)),
    "ppb": ("ppb", power(0)),
    "pt": ("point", power(0)),
    "°C": ("°C", power(0)),
    "s": ("second", power(0)),
    "min": ("minute", power(0)),
    "h": ("minute", Decimal(60)),
    "exaflop/s": ("op/s", power(18)),
    "EFLOPS": ("op/s", power(18)),
    "PFLOPS": ("op/s", power(15)),
}
"""Symbols are the same in every language, and their case tells (mW is not MW)."""


WORD = re.compile(r"[^\W\d_]+")
MOST_WORDS = 20
"""Words looked at: the longest number below a million takes thirteen."""
LONGEST = 4
"""Words in the longest number below 100 (quatre-vingt-dix-neuf)."""


class NumberWords(Struct, frozen=True):
    """A number in letters: its value, where it ends, and how many words it takes."""

    value: int
    end: int
    length: int


def read_letters(text: str, start: int, lexicon: FigureLexicon) -> NumberWords | None:
    """The number below a million written in letters at `start`; None where there is none.

    A number that goes on as another word ("deux-roues") is not one.
    """
    words, ends = _words_from(text, start)
    value, used = _thousands(words, 0, lexicon)
    if not used or _runs_on(text, start, ends[used - 1]):
        return None
    return NumberWords(value, ends[used - 1], used)


def _words_from(text: str, start: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The next words from `start`, joined by hyphens or single spaces, in lower case, and their ends."""
    words: list[str] = []
    ends: list[int] = []
    match = WORD.match(text, start)
    while match and len(words) < MOST_WORDS:
        words.append(match[0].casefold())
        ends.append(match.end())
        joined = match.end() < len(text) and text[match.end()] in f"-‑{SPACES}"
        match = WORD.match(text, match.end() + 1) if joined else None
    return tuple(words), tuple(ends)


def _runs_on(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 2]
    return (before in ("-", "‑", "’", "'") and text[start - 2 : start - 1].casefold() not in ("d", "l")) or bool(
        re.match(r"[-‑]\w|[’']|\d", after)
    )


def _thousands(words: tuple[str, ...], index: int, lexicon: FigureLexicon) -> tuple[int, int]:
    """Deux cent mille trois: (200003, 4). (0, 0) stands for no number."""
    high, used = _hundreds(words, index, lexicon)
    if _at(words, index + used) not in lexicon.thousand:
        return high, used
    joined = index + used + 1
    linked = _at(words, joined) == "and"  # "two thousand and twenty-six"
    low, more = _hundreds(words, joined + linked, lexicon)
    return (high if used else 1) * 1000 + low, used + 1 + (linked + more if more else 0)


def _hundreds(words: tuple[str, ...], index: int, lexicon: FigureLexicon) -> tuple[int, int]:
    """Trois cent vingt: (320, 3)."""
    high, used = _below_hundred(words, index, lexicon)
    if high > 9 or _at(words, index + used) not in lexicon.hundred:
        return high, used
    joined = index + used + 1
    joined += _at(words, joined) == "and"
    low, more = _below_hundred(words, joined, lexicon)
    return (high if used else 1) * 100 + low, (joined - index if more else used + 1) + more


def _below_hundred(words: tuple[str, ...], index: int, lexicon: FigureLexicon) -> tuple[int, int]:
    for length in range(min(LONGEST, len(words) - index), 0, -1):
        value = lexicon.small.get(words[index : index + length])
        if value is not None:
            return value, length
    return 0, 0


def _at(words: tuple[str, ...], index: int) -> str:
    return words[index] if index < len(words) else ""
