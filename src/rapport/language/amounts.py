"""One value with its unit, as each language orders the parts: « 2,6 | milliards | d’euros », "€ | 2.6 | billion"."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rapport.language.characters import NO_BREAK_SPACE
from rapport.language.elision import de_before
from rapport.language.lexicon.unit import Unit
from rapport.language.locales import language_of
from rapport.language.numbers import write_number
from rapport.language.scales import ONES, Figure
from rapport.language.units import Width, is_symbol, unit_name


class Amount(Struct, frozen=True):
    """The parts of a written value in reading order, each with the space that binds it to what precedes.

    `prefix` is a sign before the number ("€"), `scale` is « milliards » or "bn", `unit` the rest; all but `number`
    may be empty.
    """

    prefix: str
    number: str
    scale: str
    unit: str

    def __str__(self) -> str:
        return self.prefix + self.number + self.scale + self.unit

    @property
    def figure(self) -> str:
        """What a key figure shows large: the number and its sign."""
        return self.prefix + self.number

    @property
    def measure(self) -> str:
        """What a key figure shows beside the number: scale and unit, the spaces around them dropped."""
        return (self.scale + self.unit).strip(NO_BREAK_SPACE + " ")

    def without_unit(self) -> Amount:
        """The first half of a range: the unit is said once, after the second."""
        return replace(self, unit="")


def amount(figure: Figure, unit: Unit, width: Width, locale: str) -> Amount:
    """`figure` and `unit` put together. Raises UnknownLocaleError."""
    return _GRAMMARS[language_of(locale)](figure, unit, width, locale)


def _french(figure: Figure, unit: Unit, width: Width, locale: str) -> Amount:
    number = _number(figure, unit, locale)
    if is_symbol(unit, width) and (unit.kind == "currency" or figure.scale is ONES):
        # « Md€ » is one sign in French public finance; CLDR would put a space inside it.
        gap = NO_BREAK_SPACE
        return Amount("", number, *_after_gap(gap, figure.scale.symbol, unit.symbol))
    if figure.scale is ONES:
        return Amount("", number, "", _bound(unit_name(unit, figure.value, "fr")))
    noun = unit_name(unit, figure.value, "fr", scaled=True)
    return Amount("", *_scaled(number, figure, "fr"), f" {de_before(noun)}" if noun else "")


def _english(figure: Figure, unit: Unit, width: Width, locale: str) -> Amount:
    number = _number(figure, unit, locale)
    if unit.kind == "currency" and unit.symbol:
        sign = "\N{MINUS SIGN}" if number.startswith("\N{MINUS SIGN}") else ""
        written = (
            figure.scale.symbol
            if width == "symbol" and figure.scale.symbol
            else _bound(figure.scale.word(figure.value, "en"))
        )
        return Amount(sign + unit.symbol, number.removeprefix(sign), written, "")
    if is_symbol(unit, width) and figure.scale is ONES:
        return Amount("", number, "", unit.symbol if unit.kind == "percent" else _bound(unit.symbol))
    if figure.scale is ONES:
        return Amount("", number, "", _bound(unit_name(unit, figure.value, "en")))
    noun = unit_name(unit, Decimal(2), "en")
    return Amount("", *_scaled(number, figure, "en"), f" {noun}" if noun else "")


def _number(figure: Figure, unit: Unit, locale: str) -> str:
    """The digits; a currency that is neither scaled nor whole shows its cents."""
    cents = unit.kind == "currency" and figure.scale is ONES and figure.value != int(figure.value)
    return write_number(figure.value, locale, 2 if cents else figure.digits)


def _scaled(number: str, figure: Figure, language: str) -> tuple[str, str]:
    """Number and scale word; exactly one of a compound scale is said in words: « un milliard de milliards »."""
    word = figure.scale.word(figure.value, language)
    if figure.value == 1 and figure.scale.article:
        return figure.scale.article, f" {word}"
    return number, _bound(word)


def _bound(word: str) -> str:
    return NO_BREAK_SPACE + word if word else ""


def _after_gap(gap: str, scale: str, unit: str) -> tuple[str, str]:
    return (gap + scale, unit) if scale else ("", gap + unit)


_GRAMMARS: Final[dict[str, Callable[[Figure, Unit, Width, str], Amount]]] = {"fr": _french, "en": _english}
