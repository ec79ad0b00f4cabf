"""How English writes and says figures: order of sign, number, scale and unit, ranks, plurals, times."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from rapport.language.amounts import ONES, Amount, Scale, ScaledFigure, Unit, Width, bound, number_of
from rapport.language.language import Gender
from rapport.language.typography.rule import MINUS, NO_BREAK_SPACE

ENGLISH_SCALES: Final = (
    Scale(18, "billion billion", "billion billion", article="a"),
    Scale(15, "million billion", "million billion", article="a"),
    Scale(12, "trillion", "trillions", symbol="tn"),
    Scale(9, "billion", "billions", symbol="bn"),
    Scale(6, "million", "millions", symbol="m"),
)
ENGLISH_THOUSANDS: Final = Scale(3, "thousand", "thousand", symbol="k")
"""A currency sign alone takes this scale (€35k)."""


def ordinal(rank: int, gender: Gender = "masculine") -> str:
    """1st, 2nd, 3rd, 11th, in any gender."""
    return f"{rank}{_ending(rank)}"


def _ending(rank: int) -> str:
    if rank % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")


# English nouns in the plural, and the values that want it.

_IRREGULAR: Final = {
    "person": "people", "man": "men", "woman": "women", "child": "children",
    "start-up": "start-ups", "exaflop/s": "exaflop/s", "petaflop/s": "petaflop/s",
    "series": "series", "species": "species",
}  # fmt: skip


def is_plural(value: Decimal) -> bool:
    """All but 1: 0 projects, 1 project, 1.5 projects."""
    return abs(value) != 1


def pluralise(noun: str) -> str:
    """The plural of a noun phrase: its head agrees, what follows "of" or "per" does not."""
    head, link, rest = _head(noun)
    before, space, last = head.rpartition(" ")
    return before + space + _plural(last) + link + rest


def _head(noun: str) -> tuple[str, str, str]:
    for link in (" of ", " per ", " in ", " for "):
        if link in noun:
            head, _, rest = noun.partition(link)
            return head, link, rest
    return noun, "", ""


def _plural(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("y") and word[-2:-1] not in ("a", "e", "i", "o", "u", ""):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def singular(noun: str) -> str:
    """The singular of a noun phrase typed in the plural, "visitors per day"; one in the singular as it is."""
    head, link, rest = _head(noun)
    before, space, last = head.rpartition(" ")
    one = before + space + _singular(last) + link + rest
    return one if pluralise(one) == noun else noun


def _singular(word: str) -> str:
    if word in _IRREGULAR.values():
        return next(one for one, several in _IRREGULAR.items() if several == word)
    if len(word) < _SHORTEST_PLURAL or word in _ENDS_IN_S or word.endswith(("ss", "us", "is")) or word[-1] != "s":
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]


_SHORTEST_PLURAL: Final = 4
_ENDS_IN_S: Final = frozenset("atlas bias canvas chaos crossroads gas lens means news premises works".split())
"""Nouns whose singular ends as a plural does."""


def write(hour: int, minute: int) -> str:
    """18:30."""
    return f"{hour}:{minute:02d}"


# How English orders sign, number, scale and unit: "€ | 2.6 | billion".


def amount(figure: ScaledFigure, unit: Unit, width: Width, locale: str) -> Amount:
    """A currency's sign before the number; a measure or share by its symbol where `width` wants it."""
    number = number_of(figure, unit, locale)
    if unit.kind == "currency" and unit.symbol:
        return _money(number, figure, unit, width)
    if unit.is_symbol(width) and figure.scale is ONES:
        symbol = unit.symbol if unit.kind == "percent" else bound(unit.symbol)
        return Amount("", number, "", symbol + unit.per_symbol)
    if figure.scale is ONES:
        return Amount("", number, "", bound(unit.name(is_plural(figure.value))) + unit.per)
    return Amount("", *_scaled(number, figure), (f" {unit.plural}" if unit.plural else "") + unit.per)


def _money(number: str, figure: ScaledFigure, unit: Unit, width: Width) -> Amount:
    """The sign, then the number: "€2.6 billion", "CHF 2.6bn", "€75 per tonne"."""
    minus = MINUS if number.startswith(MINUS) else ""
    short = width == "symbol"
    scale = figure.scale.symbol if short and figure.scale.symbol else bound(figure.scale.singular)
    sign = unit.symbol + (NO_BREAK_SPACE if unit.symbol[-1].isalpha() or unit.symbol[-1] == "." else "")
    return Amount(minus + sign, number.removeprefix(minus), scale, unit.counted_by(symbol=short))


def of(counted: str, name: str) -> str:
    """What an axis counts: "billions of euros", "number of people"."""
    return f"{counted} of {name}"


def per(name: str, count: str) -> str:
    """What a unit is counted by: "per inhabitant", "per 1,000 inhabitants"."""
    return f"per {count}{NO_BREAK_SPACE}{name}" if count else f"per {name}"


def preceded(words: str, phrase: str) -> str:
    """A qualifier before a figure."""
    return f"{words} {phrase}"


_NUANCES: Final = ("more than", "at least", "nearly", "about", "up to", "less than")


def met(head: str, figure: str, *, ranged: bool) -> tuple[str, str]:
    """The words before a figure and the figure, as they stand together: "between 18 and 35", a nuance said once."""
    nuance = next((each for each in _NUANCES if figure.startswith(each)), "")
    typed = head.rstrip(" \u00a0")
    if nuance and typed.casefold().endswith(nuance) and not typed[: -len(nuance)][-1:].isalnum():
        return typed[: -len(nuance)], figure
    if ranged and re.search(r"(?<!\w)between$", typed, re.IGNORECASE) and " to " in figure:
        return typed[: -len("between")], f"{typed[-len('between') :]} {figure.replace(' to ', ' and ', 1)}"
    return head, figure


def _scaled(number: str, figure: ScaledFigure) -> tuple[str, str]:
    """Number and scale word; exactly one of a compound scale is said in words: "a billion billion"."""
    word = figure.scale.singular
    if figure.value == 1 and figure.scale.article:
        return figure.scale.article, f" {word}"
    return number, bound(word)


# Figures as a British speaker says them: "five point eight gigawatts", "one hundred and ten thousand".


_SMALL: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_MOST: Final = 10**6
"""From a million on, a number that its scale does not shorten is left in figures."""
_LONGEST: Final = 3
"""Decimals that are said, one by one; more are left in figures."""
_FIGURE: Final = re.compile(
    r"(?<![\w,.])(?P<sign>[+\u2212]?)(?P<money>[€$£]?)(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<part>\d+))?"
    r"(?![\w]|[.,]\d)(?P<scale>[ \u00a0](?:million|billion|trillion))?"
)
_MONEY: Final = {"€": "euro", "$": "dollar", "£": "pound"}
_SIGNS: Final = {"+": "plus ", "\u2212": "minus ", "": ""}


def said(text: str) -> str:
    """A figure with its digits in letters.

    >>> said("5.8 gigawatts"), said("80 per cent"), said("110,000 civil servants")
    ('five point eight gigawatts', 'eighty per cent', 'one hundred and ten thousand civil servants')
    """
    return _FIGURE.sub(_figure, text)


def _figure(match: re.Match[str]) -> str:
    whole, part, scale = int(match["whole"].replace(",", "")), match["part"] or "", match["scale"] or ""
    if whole >= _MOST or len(part) > _LONGEST:
        return match[0]
    decimals = "".join(f" {_SMALL[int(digit)]}" for digit in part)
    figure = f"{_SIGNS[match['sign']]}{_number(whole)}{' point' if part else ''}{decimals}{scale}"
    if not match["money"]:
        return figure
    return f"{figure} {_MONEY[match['money']]}{'' if whole == 1 and not part + scale else 's'}"


def _number(value: int) -> str:
    """A whole number under a million; "and" stands before its last two digits."""
    thousands, rest = divmod(value, 1000)
    head = f"{_hundreds(thousands)} thousand" if thousands else ""
    if not rest:
        return head or _SMALL[0]
    link = " and " if rest < 100 else " "
    return f"{head}{link}{_hundreds(rest)}" if head else _hundreds(rest)


def _hundreds(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    head = f"{_SMALL[hundreds]} hundred" if hundreds else ""
    return " and ".join(filter(None, (head, _tens(rest) if rest or not head else "")))


def _tens(value: int) -> str:
    if value < len(_SMALL):
        return _SMALL[value]
    ten, unit = divmod(value, 10)
    return f"{_TENS[ten]}-{_SMALL[unit]}" if unit else _TENS[ten]
