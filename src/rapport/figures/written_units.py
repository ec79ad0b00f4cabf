"""The unit that follows a number: "2,6 milliards d’euros", "75 €/t", "4,7 Md R$", "120 km par heure"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from msgspec import Struct

from rapport.figures.lexicon import SPACES, SYMBOLS, FigureLexicon
from rapport.figures.units import counted_by, names_in

ONE = Decimal(1)
TIMES = ("times", ONE)
LONGEST_SIGN = 6
LONGEST = 48
"""Characters of the longest name of a unit or a currency, nearly."""
MONEY_SCALES = {"": 0, "k": 3, "M": 6, "Md": 9, "Mds": 9, "m": 6, "bn": 9, "tn": 12}
"""What stands between a number and the sign of a currency."""
BY = re.compile(r"/|[ ](?:(?:et )?par|per)[ ]")
LONGEST_LINK = 8
"""Characters that `BY` takes at the most."""
PLAIN = str.maketrans("\u00a0\u202f’", "  '")


class WrittenUnit(Struct, frozen=True):
    """A unit as it is written: the canonical unit, its worth in it, and where it ends in the text."""

    unit: str = ""
    factor: Decimal = ONE
    end: int = 0


class Signs(Struct, frozen=True, eq=False):
    """What a language writes units with: symbols, whose case tells, and names in lower case; and signs of money."""

    symbols: Mapping[str, tuple[str, Decimal]]
    words: Mapping[str, tuple[str, Decimal]]
    money: Mapping[str, tuple[str, Decimal]]
    longest_symbol: int
    longest_money: int


def read_unit(text: str, start: int, lexicon: FigureLexicon) -> WrittenUnit:
    """The unit at `start`, with what it is counted by; an empty one, ending at `start`, if there is none."""
    found = _symbol(text, start, lexicon) or _name(text, start, lexicon)
    return read_counted_by(text, found, lexicon) if found else WrittenUnit(end=start)


@cache
def signs_of(lexicon: FigureLexicon) -> Signs:
    """CLDR's names, and ours over them."""
    named = names_in(lexicon.locales)
    own = {word: unit for word, unit in SYMBOLS.items() if word not in named.money}
    symbols = {**{word: (unit, ONE) for word, unit in named.symbols.items()}, **own, **lexicon.symbols}
    money = {word: (code, ONE) for word, code in named.money.items()} | MONEY
    words = {**{word: (unit, ONE) for word, unit in named.words.items()}, **lexicon.units}
    return Signs(symbols, words, money, max(map(len, symbols)), max(map(len, money)))


MONEY = {"€": ("EUR", ONE), "$": ("USD", ONE), "£": ("GBP", ONE), "₹": ("INR", ONE), "¥": ("JPY", ONE)}
"""Signs that stand for one currency where nothing else is said."""


def read_sign(text: str, start: int, lexicon: FigureLexicon) -> WrittenUnit:
    """The sign that stands before the number at `start`, ending where it begins; no unit where there is none."""
    before = text[max(0, start - LONGEST_SIGN) : start]
    for length in range(len(before), 0, -1):
        sign = before[-length:].translate(PLAIN).rstrip(" ")
        found = TIMES if sign == "×" else signs_of(lexicon).money.get(sign) if lexicon.signs_before else None
        if found and not (sign[0].isalpha() and before[:-length][-1:].isalnum()):
            return WrittenUnit(*found, start - length)
    return WrittenUnit(end=start)


def sign_at(text: str, start: int, lexicon: FigureLexicon) -> WrittenUnit:
    """The sign that begins at `start` and ends right before a number; no unit where there is none."""
    number = re.compile(r"\d").search(text, start, start + LONGEST_SIGN + 1)
    sign = read_sign(text, number.start(), lexicon) if number else WrittenUnit(end=start)
    return (
        WrittenUnit(sign.unit, ONE, number.start())
        if number and sign.unit and sign.end == start
        else WrittenUnit(end=start)
    )


def _symbol(text: str, start: int, lexicon: FigureLexicon) -> WrittenUnit | None:
    signs = signs_of(lexicon)
    place = start + (text[start : start + 1] in tuple(SPACES))
    for scale, exponent in MONEY_SCALES.items():
        if not text.startswith(scale, place):
            continue
        at = place + len(scale)
        at += bool(scale) and text[at : at + 1] in tuple(SPACES)
        if found := _longest(text, at, signs.money, signs.longest_money):
            return WrittenUnit(found.unit, ONE.scaleb(exponent), found.end)
    found = _longest(text, place, signs.symbols, signs.longest_symbol)
    return None if found and PREPOSITION.match(text, place) else found


PREPOSITION = re.compile(r"in [^\W\d_]")
"""« 60 in every 100 »: no inches before a word."""


def _name(text: str, start: int, lexicon: FigureLexicon) -> WrittenUnit | None:
    links = (pattern.match(text, start) for pattern in _links(lexicon))
    found = (_longest(text, link.end(), signs_of(lexicon).words, folded=True) for link in links if link)
    return next((unit for unit in found if unit), None)


@cache
def _links(lexicon: FigureLexicon) -> tuple[re.Pattern[str], ...]:
    """What may stand between a number and the name of a unit: a space, « de »."""
    space = f"[{SPACES}]"
    linking = rf"{space}?(?:{lexicon.linking}){space}?"
    return re.compile(rf"[-{SPACES}]|(?<=\d)"), re.compile(linking, re.IGNORECASE)


def _longest(
    text: str, start: int, table: Mapping[str, tuple[str, Decimal]], most: int = LONGEST, *, folded: bool = False
) -> WrittenUnit | None:
    """The longest entry of a table that stands at `start` as whole words; none begins with a figure.

    `most` is the length of the longest entry; what comes after it tells whether its word goes on.
    """
    if text[start : start + 1].isdecimal():
        return None
    stretch = text[start : start + most + len("'a")].translate(PLAIN)
    stretch = stretch.casefold() if folded else stretch
    for end in _ends(stretch, folded=folded):
        if found := table.get(stretch[:end]):
            return WrittenUnit(*found, start + end)
    return None


def _ends(stretch: str, *, folded: bool) -> Iterator[int]:
    """Where a word of the stretch ends, the last first."""
    forbidden = r"[\w-]" if folded else r"\w|'\w"
    ends = [match.start() for match in re.finditer(rf"(?<=\S)(?!{forbidden})", stretch)]
    return reversed(ends)


def read_counted_by(text: str, found: WrittenUnit, lexicon: FigureLexicon) -> WrittenUnit:
    """A unit with what it is counted by, where that is a unit too, and again: « par habitant et par jour »."""
    link = BY.match(text[found.end : found.end + LONGEST_LINK].translate(PLAIN))
    if not link:
        return found
    start = found.end + link.end()
    signs = signs_of(lexicon)
    by = _longest(text, start, signs.symbols, folded=False) or _longest(
        text, start, {**signs.words, **lexicon.denominators}, folded=True
    )
    if by is None:
        return found
    counted = WrittenUnit(counted_by(found.unit, by.unit, by.factor), found.factor, by.end)
    return read_counted_by(text, counted, lexicon)
