"""Figures as a French speaker says them: « cinq virgule huit gigawatts », « quatre-vingts pour cent »."""

from __future__ import annotations

import re
from typing import Final

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
