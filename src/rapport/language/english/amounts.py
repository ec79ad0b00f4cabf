"""How English orders sign, number, scale and unit: "€ | 2.6 | billion"."""

from __future__ import annotations

from rapport.language.amount import Amount, bound, number_of
from rapport.language.characters import MINUS, NO_BREAK_SPACE
from rapport.language.english.plurals import is_plural
from rapport.language.scales import ONES, Figure
from rapport.language.unit import Unit, Width


def amount(figure: Figure, unit: Unit, width: Width, locale: str) -> Amount:
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


def _money(number: str, figure: Figure, unit: Unit, width: Width) -> Amount:
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


def _scaled(number: str, figure: Figure) -> tuple[str, str]:
    """Number and scale word; exactly one of a compound scale is said in words: "a billion billion"."""
    word = figure.scale.singular
    if figure.value == 1 and figure.scale.article:
        return figure.scale.article, f" {word}"
    return number, bound(word)
