"""How Hindi writes figures: lakh and crore, what follows a figure rather than stands before it, ranks."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from rapport.language.amounts import ONES, Amount, Scale, ScaledFigure, Unit, Width, bound, number_of
from rapport.language.language import Gender
from rapport.language.typography.rule import MINUS, NO_BREAK_SPACE

HINDI_SCALES: Final = (
    Scale(12, "लाख करोड़", "लाख करोड़", symbol="लाख करोड़"),
    Scale(9, "अरब", "अरब", symbol="अरब"),
    Scale(7, "करोड़", "करोड़", symbol="करोड़"),
    Scale(5, "लाख", "लाख", symbol="लाख", least=10),
)
"""A figure under ten lakh is written whole, in India's own groups: 1,10,000."""
HINDI_THOUSANDS: Final = Scale(3, "हज़ार", "हज़ार", symbol="हज़ार")

POSTPOSED: Final = frozenset({"more-than", "less-than", "to-the-amount-of"})
"""Qualifiers that follow their figure: "500 से अधिक"."""

_RANKS: Final = {1: "पहल", 2: "दूसर", 3: "तीसर", 4: "चौथ", 6: "छठ"}
_FIGURE: Final = re.compile(
    r"(?P<figure>[+\u2212]?[€$£₹]?\d[\d,.]*(?:[ \u00a0](?:लाख करोड़|हज़ार|लाख|करोड़|अरब))?"
    r"(?:[ \u00a0](?:यूरो|डॉलर|पाउंड|भारतीय रुपये|प्रतिशत|[kMGTPE]?(?:Wh?|t)(?![a-z])|"
    r"(?:किलो|मेगा|गीगा|टेरा|पेटा|एक्सा)?(?:वाट-घंटे|वाट-घंटा|वाट|टन)))?%?)(?P<rest>.*)",
    re.DOTALL,
)
"""What a qualifier follows: a number with its scale and its measure; a noun comes after it."""


def ordinal(rank: int, gender: Gender = "masculine") -> str:
    """पहला, पहली; 5वाँ, 5वीं."""
    ending = "ा" if gender == "masculine" else "ी"
    if rank in _RANKS:
        return _RANKS[rank] + ending
    return f"{rank}{'वाँ' if gender == 'masculine' else 'वीं'}"


def is_plural(value: Decimal) -> bool:
    """From more than 1 on (CLDR: 0 and 1 are one)."""
    return abs(value) > 1


def singular(noun: str) -> str:
    """A noun as it is typed: its plural is not told by its ending."""
    return noun


def pluralise(noun: str) -> str:
    """The noun as it is: Hindi tells the plural of a noun by its gender and its place, which an author gives."""
    return noun


def amount(figure: ScaledFigure, unit: Unit, width: Width, locale: str) -> Amount:
    """Number, scale, unit; a currency's sign before the number where room is short: "2.6 अरब यूरो", "€2.6 अरब"."""
    number = number_of(figure, unit, locale)
    scale = bound(figure.scale.singular)
    if unit.kind == "currency" and unit.symbol and width == "symbol":
        minus = MINUS if number.startswith(MINUS) else ""
        sign = unit.symbol + (NO_BREAK_SPACE if unit.symbol[-1].isalpha() else "")
        return Amount(minus + sign, number.removeprefix(minus), scale, unit.counted_by(symbol=True))
    if unit.is_symbol(width):
        return Amount(
            "", number, scale, (unit.symbol if unit.kind == "percent" else bound(unit.symbol)) + unit.per_symbol
        )
    plural = is_plural(figure.value) or figure.scale is not ONES
    return Amount("", number, scale, bound(unit.name(plural)) + unit.per)


def of(counted: str, name: str) -> str:
    """What an axis counts: "अरब यूरो", "उद्यमों की संख्या"."""
    return f"{name} की {counted}" if counted == "संख्या" else f"{counted} {name}"


def per(name: str, count: str) -> str:
    """What a unit is counted by: "प्रति टन", "प्रति 1,000 निवासी"."""
    return f"प्रति {count}{NO_BREAK_SPACE}{name}" if count else f"प्रति {name}"


def qualified(words: str, phrase: str) -> str:
    """A qualifier with its figure: "लगभग 500 राजदूत", but "500 से अधिक राजदूत"."""
    parts = _FIGURE.match(phrase)
    if parts is None or words not in _AFTER:
        return f"{words} {phrase}"
    return f"{parts['figure']} {words}{parts['rest']}"


_AFTER: Final = frozenset({"से अधिक", "से कम", "की राशि"})


def met(head: str, figure: str, *, ranged: bool) -> tuple[str, str]:
    """The words before a figure and the figure: nothing changes where they meet."""
    return head, figure


def said(text: str) -> str:
    """A figure as it is: speakers read digits, whose names below a hundred follow no rule."""
    return text
