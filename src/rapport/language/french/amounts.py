"""How French orders number, scale and unit: « 2,6 | milliards | d’euros », « 2,6 | Md | € »."""

from __future__ import annotations

from rapport.language.amount import Amount, bound, number_of
from rapport.language.characters import NO_BREAK_SPACE
from rapport.language.french.elision import de_before
from rapport.language.french.plurals import is_plural
from rapport.language.scales import ONES, Figure, Scale
from rapport.language.unit import Unit, Width


def amount(figure: Figure, unit: Unit, width: Width, locale: str) -> Amount:
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


def _scaled(number: str, figure: Figure) -> tuple[str, str]:
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
