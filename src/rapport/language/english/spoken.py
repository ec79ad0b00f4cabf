"""Figures as a British speaker says them: "five point eight gigawatts", "one hundred and ten thousand"."""

from __future__ import annotations

import re
from typing import Final

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
