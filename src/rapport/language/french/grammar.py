"""How French writes and says figures: order of number, scale and unit, ranks, plurals, times; numbers spelled out."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from rapport.language.amounts import ONES, Amount, Scale, ScaledFigure, Unit, Width, bound, number_of
from rapport.language.french.elision import de_before
from rapport.language.french.lexicon import IRREGULAR, LINKS
from rapport.language.language import Gender
from rapport.language.typography.rule import NO_BREAK_SPACE

# French says neither « billion » nor « trillion » to the public: a thousand milliards, a milliard of milliards.
FRENCH_SCALES: Final = (
    Scale(18, "milliard de milliards", "milliards de milliards", article="un"),
    Scale(15, "million de milliards", "millions de milliards", article="un"),
    Scale(9, "milliard", "milliards", symbol="Md"),
    Scale(6, "million", "millions", symbol="M"),
)
FRENCH_THOUSANDS: Final = Scale(3, "millier", "milliers", symbol="k")
"""Nobody says « 35 mille » in running text; a currency sign alone takes this scale (35 k€), or the head of a column."""


# French ranks in figures (Lexique, « nombres ordinaux »).


def ordinal(rank: int, gender: Gender = "masculine") -> str:
    """1er, 1re, 2e, 21e."""
    first = "er" if gender == "masculine" else "re"
    return f"{rank}{first if rank == 1 else 'e'}"


# French nouns in the plural, and the values that want it.

_WORDS = re.compile(r"[ \u00a0]+")
_ACRONYM = re.compile(r"[A-Z0-9&]{2,}")
_BY_SYMBOL = re.compile(r"(?P<noun>[^-.·]{3,})(?P<symbol>[-.·](?:km|h|m|kg|t|kWh|MWh))")
"""What is counted times a measure, whose symbol takes no s: véhicules-km."""


def is_plural(value: Decimal) -> bool:
    """From 2 on: 0 projet, 1,5 projet, 2 projets."""
    return abs(value) >= 2


def pluralise(noun: str) -> str:
    """The plural of a noun phrase: what follows « de » or « à » does not agree."""
    words = _WORDS.split(noun)
    for index, word in enumerate(words):
        if word in LINKS or word.startswith(("d’", "l’")):
            break
        words[index] = _plural(word)
    return " ".join(words)


def _plural(word: str) -> str:
    if counted := _BY_SYMBOL.fullmatch(word):
        return _plural(counted["noun"]) + counted["symbol"]
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith(("s", "x", "z")) or _ACRONYM.fullmatch(word):
        return word
    if word.endswith("al"):
        return word[:-2] + "aux"
    return word + ("x" if word.endswith(("au", "eu")) else "s")


def write(hour: int, minute: int) -> str:
    """« 18 h 30 », « 18 h » on the hour."""
    whole = f"{hour}{NO_BREAK_SPACE}h"
    return f"{whole}{NO_BREAK_SPACE}{minute:02d}" if minute else whole


# How French orders number, scale and unit: « 2,6 | milliards | d’euros », « 2,6 | Md | € ».


def amount(figure: ScaledFigure, unit: Unit, width: Width, locale: str) -> Amount:
    """A currency, measure or share by its symbol where `width` wants it, else by its name."""
    number = number_of(figure, unit, locale)
    if unit.is_symbol(width) and (unit.kind == "currency" or figure.scale is ONES):
        scale, sign = _symbols(figure.scale, unit)
        return Amount("", number, scale, sign + unit.per_symbol)
    if figure.scale is ONES:
        return Amount("", number, "", bound(unit.name(is_plural(figure.value))) + unit.per)
    noun = unit.scaled or unit.plural
    return Amount("", *_scaled(number, figure), (f" {de_before(noun)}" if noun else "") + unit.per)


def of(counted: str, name: str) -> str:
    """« milliards d’euros », « nombre d’entreprises »."""
    return f"{counted} {de_before(name)}"


def per(name: str, count: str) -> str:
    """« par habitant », « pour 1 000 habitants »."""
    return f"pour {count}{NO_BREAK_SPACE}{name}" if count else f"par {name}"


def _scaled(number: str, figure: ScaledFigure) -> tuple[str, str]:
    """Number and scale word; exactly one of a compound scale is said in words: « un milliard de milliards »."""
    scale = figure.scale
    word = scale.plural if is_plural(figure.value) else scale.singular
    if figure.value == 1 and scale.article:
        return scale.article, f" {word}"
    return number, bound(word)


def _symbols(scale: Scale, unit: Unit) -> tuple[str, str]:
    """« Md€ » is one sign in French public finance, where CLDR puts a space; letters keep one: « Md CHF »."""
    if not scale.symbol:
        return "", NO_BREAK_SPACE + unit.symbol
    return NO_BREAK_SPACE + scale.symbol, (NO_BREAK_SPACE if unit.symbol[0].isalpha() else "") + unit.symbol


# Figures as a French speaker says them: « cinq virgule huit gigawatts », « quatre-vingts pour cent ».


_SMALL: Final = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    *("treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
_TENS: Final = (
    "",
    "",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt",
)
_MOST: Final = 10**6
"""From a million on, a number that its scale does not shorten is left in figures."""
_LONGEST: Final = 3
"""Decimals that are said as one number; more are left in figures."""
_FIGURE: Final = re.compile(
    r"(?<![\w,.])(?P<sign>[+\u2212]?)(?P<whole>\d{1,3}(?:\u202f\d{3})+|\d+)(?:,(?P<part>\d+))?(?![\w,])"
)
_COUNTED: Final = re.compile(
    r"[ \u00a0](?:pour |milli|(?:kilo|méga|giga|téra)?(?:watt|octet|joule|hertz|mètre|gramme|litre)|euro|dollar|"
    r"point|an\b|ans\b|mois|jour|quintal|quintaux|hectare|degré)"
)
"""What follows a number that ends in one and is masculine, so that « un » is right."""
_SIGNS: Final = {"+": "plus ", "\u2212": "moins ", "": ""}


def said(text: str) -> str:
    """A figure with its digits in letters, but where the gender of what they count is not known: « 21 écoles ».

    >>> said("5,8 gigawatts"), said("80 pour cent"), said("240 à 700 mégawatts")
    ('cinq virgule huit gigawatts', 'quatre-vingts pour cent', 'deux cent quarante à sept cents mégawatts')
    """
    return _FIGURE.sub(lambda match: _figure(match, text), text)


def _figure(match: re.Match[str], text: str) -> str:
    whole, part = int(match["whole"].replace("\u202f", "")), match["part"] or ""
    if whole >= _MOST or len(part) > _LONGEST:
        return match[0]
    after = text[match.end() :]
    if not part and whole % 10 == 1 and whole % 100 not in (11, 71, 91) and not _COUNTED.match(after):
        return match[0]
    spelled = f"{_SIGNS[match['sign']]}{_number(whole, final=not part)}"
    return f"{spelled} virgule {_decimals(part)}" if part else spelled


def _decimals(digits: str) -> str:
    """« zéro cinq », « soixante-quinze »: leading zeros one by one, then a number."""
    rest = digits.lstrip("0")
    zeros = ["zéro"] * (len(digits) - len(rest))
    return " ".join([*zeros, _number(int(rest))] if rest else zeros)


def _number(value: int, *, final: bool = True) -> str:
    """A whole number; `final` says whether « cents » and « vingts » end it."""
    if not value:
        return _SMALL[0]
    thousands, rest = divmod(value, 1000)
    head = () if not thousands else ("mille",) if thousands == 1 else (_hundreds(thousands, final=False), "mille")
    return " ".join((*head, *((_hundreds(rest, final=final),) if rest else ())))


def _hundreds(value: int, *, final: bool) -> str:
    """Below a thousand; « cents » and « vingts » take their s where nothing follows but a noun."""
    hundreds, rest = divmod(value, 100)
    if not hundreds:
        return _tens(rest, final)
    head = "cent" if hundreds == 1 else f"{_SMALL[hundreds]} cent{'s' if final and not rest else ''}"
    return f"{head} {_tens(rest, final)}" if rest else head


def _tens(value: int, final: bool) -> str:
    if value < len(_SMALL):
        return _SMALL[value]
    ten, unit = divmod(value, 10)
    if ten in (7, 9):
        unit += 10
    word = _TENS[ten]
    if ten == 8 and not unit:
        return f"{word}s" if final else word
    if not unit:
        return word
    joined = " et " if unit in (1, 11) and ten < 8 else "-"
    return f"{word}{joined}{_SMALL[unit]}"
