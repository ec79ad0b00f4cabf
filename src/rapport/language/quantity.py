"""A quantity of the content in words: « plus de 2,6 milliards d’euros », « 2,6 Md€ », « 240 à 700 MW »."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from msgspec import Struct

from rapport.language.amount import Amount
from rapport.language.furniture import fill
from rapport.language.language import Counting
from rapport.language.languages import language_at
from rapport.language.numbers import decimals, scaled
from rapport.language.scales import (
    LOSSLESS_DECIMALS,
    ONES,
    Figure,
    exact_figure,
    rounded_figure,
    signed,
)
from rapport.language.unit import Width
from rapport.language.units import unit_of
from rapport.language.words import qualifier_words, vocabulary

Form = Literal["full", "short", "qualified-short", "value", "from-to", "named", "number", "unit"]


class Quantity(Struct, frozen=True):
    """A value, or a range when `low` < `high`, in whole units: 2 600 000 000 EUR, 75 percent.

    `unit` is a key of the unit tables, or a noun in the singular (« agent public »), or empty for a bare number.
    `qualifier` is one of `words.QUALIFIERS`, empty for none. Raises ValueError when a bound is not finite or when
    `low` is above `high`.
    """

    low: Decimal
    high: Decimal
    unit: str = ""
    qualifier: str = ""

    def __post_init__(self) -> None:
        if not (self.low.is_finite() and self.high.is_finite() and self.low <= self.high):
            raise ValueError(f"{self.low} to {self.high} is no quantity")

    @classmethod
    def of(cls, value: Decimal | int | str, unit: str = "", qualifier: str = "") -> Quantity:
        """A single value; text is read as Decimal reads it ("2.6E+9")."""
        number = Decimal(value)
        return cls(number, number, unit, qualifier)


class UnknownFormError(KeyError):
    """The form is none of `Form`."""


@lru_cache(1 << 12)
def write(quantity: Quantity, form: str, locale: str) -> str:
    """`quantity` in `form`, in the language of `locale`.

    full              plus de 2,6 milliards d’euros     the qualifier, then the value
    value             2,6 milliards d’euros             every digit, as running text says it
    short             2,6 Md€                           compact; rounded half up to one decimal where it must be
    qualified-short   plus de 2,6 Md€
    from-to           de 240 à 700 MW                   a range between its prepositions; else as value
    named             5,8 gigawatts                     as value, the unit by its name even where it has a symbol
    number, unit      2,6 and Md€                       the two parts of a key figure; no unit for counted nouns

    Raises UnknownFormError, UnknownLocaleError, UnknownWordError (qualifier).
    """
    try:
        written = _FORMS[form]
    except KeyError:
        raise UnknownFormError(f"{form!r} is none of {', '.join(_FORMS)}") from None
    return written(quantity, locale)


def _full(quantity: Quantity, locale: str) -> str:
    return _qualified(quantity, _value(quantity, locale), locale)


def _qualified_short(quantity: Quantity, locale: str) -> str:
    return _qualified(quantity, _short(quantity, locale), locale)


def _qualified(quantity: Quantity, text: str, locale: str) -> str:
    words = qualifier_words(quantity.qualifier, locale)
    if not words:
        return text
    return language_at(locale).counting.preceded(words, text)


def _value(quantity: Quantity, locale: str) -> str:
    return _joined(*_long_amounts(quantity, locale), locale)


def _named(quantity: Quantity, locale: str) -> str:
    scales = language_at(locale).counting.scales
    return _joined(*_amounts(quantity, locale, "name", lambda value: exact_figure(value, scales)), locale)


def _from_to(quantity: Quantity, locale: str) -> str:
    if quantity.low == quantity.high:
        return _value(quantity, locale)
    low, high = _long_amounts(quantity, locale)
    return fill(vocabulary(locale).from_to, _range_start(low, high), high)


def _short(quantity: Quantity, locale: str) -> str:
    return _joined(*_short_amounts(quantity, locale), locale)


def _key_number(quantity: Quantity, locale: str) -> str:
    low, high = _short_amounts(quantity, locale)
    if quantity.low == quantity.high:
        return high.figure
    return f"{low.figure} {vocabulary(locale).range} {high.figure}"


def _key_unit(quantity: Quantity, locale: str) -> str:
    _, high = _short_amounts(quantity, locale)
    unit = unit_of(quantity.unit, language_at(locale).code)
    return high.without_unit().measure if unit.kind == "noun" else high.measure


_FORMS: Final[dict[str, Callable[[Quantity, str], str]]] = {
    "full": _full,
    "value": _value,
    "short": _short,
    "qualified-short": _qualified_short,
    "from-to": _from_to,
    "named": _named,
    "number": _key_number,
    "unit": _key_unit,
}
FORMS: Final = tuple(_FORMS)


def write_rounded(quantity: Quantity, digits: int, locale: str) -> str:
    """The value rounded half up to `digits` decimals of its scale, then put in the plural.

    1.7e9 with no decimal is « 2 milliards ».
    """
    scales = language_at(locale).counting.scales
    return _joined(*_amounts(quantity, locale, "prose", lambda value: rounded_figure(value, scales, digits)), locale)


def _joined(low: Amount, high: Amount, locale: str) -> str:
    if low == high:
        return str(high)
    return f"{_range_start(low, high)} {vocabulary(locale).range} {high}"


def _range_start(low: Amount, high: Amount) -> Amount:
    """What is said of `low` before « à »: its unit is `high`'s, and so is its scale unless it differs."""
    start = low.without_unit()
    same_word = low.scale.rstrip("s") == high.scale.rstrip("s")
    return Amount(start.prefix, start.number, "", "") if same_word else start


def _long_amounts(quantity: Quantity, locale: str) -> tuple[Amount, Amount]:
    scales = language_at(locale).counting.scales
    return _amounts(quantity, locale, "prose", lambda value: exact_figure(value, scales))


def _short_amounts(quantity: Quantity, locale: str) -> tuple[Amount, Amount]:
    """Both ends on one scale, so that a table or a key figure shows the unit once: « 0,6 à 1,2 Md€ »."""
    counting = language_at(locale).counting
    unit = unit_of(quantity.unit, language_at(locale).code)
    high = _short_figure(quantity.high, unit.kind == "currency", counting)
    shared = scaled(quantity.low, high.scale.exponent)
    if quantity.low != quantity.high and decimals(shared) <= LOSSLESS_DECIMALS:
        low = Figure(shared, high.scale)
    else:
        low = _short_figure(quantity.low, unit.kind == "currency", counting)
    return counting.amount(low, unit, "symbol", locale), counting.amount(high, unit, "symbol", locale)


def _short_figure(value: Decimal, currency: bool, counting: Counting) -> Figure:
    scales = signed(counting.scales) if currency else counting.scales
    exact = exact_figure(value, scales)
    if exact.scale is not ONES:
        return exact
    if abs(value) >= 1_000_000:
        return rounded_figure(value, scales, digits=1)
    thousands = scaled(value, 3)
    if currency and abs(thousands) >= 10 and decimals(thousands) == 0:
        return Figure(thousands, counting.thousands)
    return exact


def _amounts(
    quantity: Quantity, locale: str, width: Width, figure: Callable[[Decimal], Figure]
) -> tuple[Amount, Amount]:
    language = language_at(locale)
    unit, amount = unit_of(quantity.unit, language.code), language.counting.amount
    return (
        amount(figure(quantity.low), unit, width, locale),
        amount(figure(quantity.high), unit, width, locale),
    )
