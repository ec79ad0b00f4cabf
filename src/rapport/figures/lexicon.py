"""The words a language writes figures with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

SPACES = " \u00a0\u202f"
SPACE = r"[^\S\t-\r\x85]"
"""A space inside a line, whatever its width: patterns are prepared faster with it than with the three above."""


class Lexicon(Struct, frozen=True, eq=False):
    """How one language writes figures and dates. Patterns are matched at a place, without regard to case.

    `small` maps the words of each number below 100 ("vingt", "et", "un") to its value; `hundred` and `thousand` are the
    words for those. `doubtful` words may be no number, nor what `both` matches before its end ("les deux": those
    already named). `collective` are words for about so many ("centaine"). `scales` are words that multiply, `units`
    what may follow a number, with its canonical unit and factor. `qualifiers` stand before a figure, `trailing` after
    it; `joins` tie the two ends of a range, the second of which follow an opening word such as "entre".
    """

    language: str
    figure: re.Pattern[str]
    group: str
    decimal: str
    small: dict[tuple[str, ...], int]
    hundred: frozenset[str]
    thousand: frozenset[str]
    doubtful: frozenset[str]
    both: re.Pattern[str]
    collective: dict[str, int]
    scales: dict[str, Decimal]
    units: dict[str, tuple[str, Decimal]]
    prefixes: dict[str, str]
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


WATTS = {"W": 0, "kW": 3, "MW": 6, "GW": 9, "TW": 12}
SYMBOLS: dict[str, tuple[str, Decimal]] = {
    "%": ("percent", power(0)),
    "‰": ("percent", power(-1)),
    **{symbol: ("W", power(exponent)) for symbol, exponent in WATTS.items()},
    **{f"{symbol}h": ("Wh", power(exponent)) for symbol, exponent in WATTS.items()},
    **{
        prefix + sign: (code, power(exponent))
        for sign, code in (("€", "EUR"), ("$", "USD"), ("£", "GBP"), ("₹", "INR"))
        for prefix, exponent in (("", 0), ("k", 3), ("M", 6), ("Md", 9), ("Mds", 9))
    },
    "m²": ("m²", power(0)),
    "km²": ("m²", power(6)),
    "ha": ("m²", power(4)),
    "m³": ("m³", power(0)),
    "km": ("m", power(3)),
    "m": ("m", power(0)),
    "t": ("kg", power(3)),
    "l": ("l", power(0)),
    "j": ("day", power(0)),
    "s": ("second", power(0)),
    "pt": ("point", power(0)),
    "Go": ("byte", power(9)),
    "To": ("byte", power(12)),
    "Po": ("byte", power(15)),
    "exaflop/s": ("op/s", power(18)),
    "pétaflop/s": ("op/s", power(15)),
    "kg": ("kg", power(0)),
    "°C": ("°C", power(0)),
    "min": ("minute", power(0)),
    "h": ("hour", power(0)),
    "EFLOPS": ("op/s", power(18)),
    "PFLOPS": ("op/s", power(15)),
}
"""Symbols are the same in every language, and their case tells (mW is not MW)."""
