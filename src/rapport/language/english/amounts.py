"""How English orders sign, number, scale and unit: "€ | 2.6 | billion"."""

from __future__ import annotations

from rapport.language.amount import Amount, bound, number_of
from rapport.language.english.plurals import is_plural
from rapport.language.scales import ONES, Figure
from rapport.language.unit import Unit, Width


def amount(figure: Figure, unit: Unit, width: Width, locale: str) -> Amount:
    """A currency's sign before the number; a measure or share by its symbol where `width` wants it."""
    number = number_of(figure, unit, locale)
    if unit.kind == "currency" and unit.symbol:
        sign = "\N{MINUS SIGN}" if number.startswith("\N{MINUS SIGN}") else ""
        written = figure.scale.symbol if width == "symbol" and figure.scale.symbol else bound(figure.scale.singular)
        return Amount(sign + unit.symbol, number.removeprefix(sign), written, "")
    if unit.is_symbol(width) and figure.scale is ONES:
        return Amount("", number, "", unit.symbol if unit.kind == "percent" else bound(unit.symbol))
    if figure.scale is ONES:
        return Amount("", number, "", bound(unit.name(is_plural(figure.value))))
    noun = unit.plural
    return Amount("", *_scaled(number, figure), f" {noun}" if noun else "")


def of(counted: str, name: str) -> str:
    """What an axis counts: "billions of euros", "number of people"."""
    return f"{counted} of {name}"


def preceded(words: str, phrase: str) -> str:
    """A qualifier before a figure."""
    return f"{words} {phrase}"


def _scaled(number: str, figure: Figure) -> tuple[str, str]:
    """Number and scale word; exactly one of a compound scale is said in words: "a billion billion"."""
    word = figure.scale.singular
    if figure.value == 1 and figure.scale.article:
        return figure.scale.article, f" {word}"
    return number, bound(word)
