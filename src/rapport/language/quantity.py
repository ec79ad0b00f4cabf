"""Quantities (a value or a range, its unit and qualifier), and how each is written: « 2,6 milliards d’euros »."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from rapport.language.amounts import (
    LOSSLESS_DECIMALS,
    ONES,
    Amount,
    Kind,
    Scale,
    ScaledFigure,
    Unit,
    Width,
    bound,
    decimals,
    exact_figure,
    number_of,
    rounded_figure,
    scaled,
    signed,
)
from rapport.language.dates import write_duration
from rapport.language.language import Counting
from rapport.language.languages import fill, language_at, qualifier_words, vocabulary
from rapport.language.typography.rule import MULTIPLICATION
from rapport.language.units import unit_of

# Quantities of the content: a value or a range, its unit and its qualifier.


class Quantity(Struct, frozen=True):
    """A value, or a range when `low` < `high`, in whole units: 2 600 000 000 EUR, 75 percent.

    `unit` is a key of the unit tables, or a noun in the singular (« agent public »), or empty for a bare number.
    `qualifier` is one of `words.QUALIFIERS`, empty for none. `digits` are the decimals to show, those its author gave
    for a value printed unscaled ("10.0"); None for as many as needed. `exponent` is the power of ten it is printed in
    whatever its own size, that of its column or series; None for its own. Raises ValueError when a bound is not finite
    or when `low` is above `high`.
    """

    low: Decimal
    high: Decimal
    unit: str = ""
    qualifier: str = ""
    digits: int | None = None
    exponent: int | None = None

    def __post_init__(self) -> None:
        if not (self.low.is_finite() and self.high.is_finite() and self.low <= self.high):
            raise ValueError(f"{self.low} to {self.high} is no quantity")

    @classmethod
    def of(cls, value: Decimal | int | str, unit: str = "", qualifier: str = "") -> Quantity:
        """A single value; text is read as Decimal reads it ("2.6E+9")."""
        number = Decimal(value)
        return cls(number, number, unit, qualifier)

    @property
    def as_given(self) -> Quantity:
        """The same, with the decimals its values were given with: 10.0 and 9.75 show two."""
        given = max(given_decimals(self.low), given_decimals(self.high))
        return replace(self, digits=given or None)

    @property
    def unsigned(self) -> Quantity:
        """The same without its sign: a fall of 21 for −21."""
        low, high = sorted((abs(self.low), abs(self.high)))
        return replace(self, low=low, high=high)


def given_decimals(value: Decimal) -> int:
    """The decimals a number was typed with: 1 for 10.0."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


# On which scale, and with how many decimals, the two ends of a quantity are shown.

_ROUNDED_FROM = 1_000_000
"""Below a million a short figure is short enough with every digit."""
_LEAST_THOUSANDS = 10
"""« 9 000 € » is as short as « 9 k€ » and read faster."""

Ends = tuple[ScaledFigure, ScaledFigure]


def exact_ends(quantity: Quantity, counting: Counting) -> Ends:
    """Every digit, both ends on scales that cannot be confused: « 0,9 à 1,1 million », « 1 à 1 000 000 »."""
    if quantity.exponent is not None:
        return _forced(quantity, counting)
    low, high = (exact_figure(value, counting.scales) for value in (quantity.low, quantity.high))
    if ONES in (low.scale, high.scale) and low.scale != high.scale:
        low, high = _on_one_scale(quantity, high.scale)
    return _written(low, quantity), _written(high, quantity)


def short_ends(quantity: Quantity, counting: Counting, *, money: bool) -> Ends:
    """Compact, rounded where a figure would be long; both ends on one scale where that loses nothing."""
    if quantity.exponent is not None:
        return _forced(quantity, counting)
    high = _short_figure(quantity.high, counting, money)
    if quantity.low == quantity.high:
        return _written(high, quantity), _written(high, quantity)
    shared = scaled(quantity.low, high.scale.exponent)
    low = (
        ScaledFigure(shared, high.scale)
        if decimals(shared) <= LOSSLESS_DECIMALS
        else _short_figure(quantity.low, counting, money)
    )
    if ONES in (low.scale, high.scale) and low.scale != high.scale:
        low, high = ScaledFigure(quantity.low), ScaledFigure(quantity.high)
    return _written(low, quantity), _written(high, quantity)


def rounded_ends(quantity: Quantity, counting: Counting, digits: int) -> Ends:
    """Rounded half up to `digits` decimals of the scale, before the number of what it counts is chosen."""
    low, high = (rounded_figure(value, counting.scales, digits) for value in (quantity.low, quantity.high))
    return low, high


def _on_one_scale(quantity: Quantity, scale: Scale) -> Ends:
    """The low end beside « million »: on the same scale in a few digits, else both in full."""
    low = scaled(quantity.low, scale.exponent)
    if decimals(low) <= LOSSLESS_DECIMALS:
        return ScaledFigure(low, scale), ScaledFigure(scaled(quantity.high, scale.exponent), scale)
    return ScaledFigure(quantity.low), ScaledFigure(quantity.high)


def _written(figure: ScaledFigure, quantity: Quantity) -> ScaledFigure:
    """An unscaled figure with the decimals its author gave."""
    if quantity.digits is None or figure.scale is not ONES:
        return figure
    return ScaledFigure(figure.value, figure.scale, max(quantity.digits, decimals(figure.value)))


def _forced(quantity: Quantity, counting: Counting) -> Ends:
    """On the scale and with the decimals of the column or series the quantity stands in."""
    named = (*counting.scales, counting.thousands)
    scale = next((scale for scale in named if scale.exponent == quantity.exponent), ONES)
    low, high = (scaled(value, scale.exponent) for value in (quantity.low, quantity.high))
    return ScaledFigure(low, scale, quantity.digits), ScaledFigure(high, scale, quantity.digits)


def _short_figure(value: Decimal, counting: Counting, money: bool) -> ScaledFigure:
    scales = signed(counting.scales) if money else counting.scales
    exact = exact_figure(value, scales)
    rounded = rounded_figure(value, scales, digits=1)
    if exact.scale is not ONES and (exact.scale == rounded.scale or decimals(exact.value) <= 1):
        return exact
    if abs(value) >= _ROUNDED_FROM:
        return rounded
    thousands = scaled(value, counting.thousands.exponent)
    if money and abs(thousands) >= _LEAST_THOUSANDS and decimals(thousands) == 0:
        return ScaledFigure(thousands, counting.thousands)
    return exact


# A quantity in words: « plus de 2,6 milliards d’euros », « 2,6 Md€ ».

# Values that are no number beside a unit: « ×3 », « 6e », « 2 h 30 min ».

Writer = Callable[[ScaledFigure, Unit, Width, str], Amount]


def special(kind: Kind) -> Writer | None:
    """What writes values of a kind of unit; None for those that every language orders by its grammar."""
    return _WRITERS.get(kind)


def _multiple(figure: ScaledFigure, unit: Unit, width: Width, locale: str) -> Amount:
    """« 3 fois » in running text, « ×3 » where room is short; how often is no multiple: « 7 fois/jour »."""
    number = number_of(figure, unit, locale)
    if width == "symbol" and figure.scale is ONES and not unit.per:
        return Amount(MULTIPLICATION, number, "", "")
    return language_at(locale).counting.amount(figure, unit, "name", locale)


def _rank(figure: ScaledFigure, unit: Unit, width: Width, locale: str) -> Amount:
    value = figure.value
    if figure.scale is not ONES or value != int(value) or value < 1:
        return Amount("", number_of(figure, unit, locale), bound(figure.scale.plural), "")
    return Amount("", language_at(locale).counting.ordinal(int(value), "masculine"), "", "")


def _duration(figure: ScaledFigure, unit: Unit, width: Width, locale: str) -> Amount:
    value = figure.value.scaleb(figure.scale.exponent)
    if value != int(value) or value < 0:
        return Amount("", number_of(figure, unit, locale), "", bound("min"))
    return Amount("", write_duration(int(value), locale), "", "")


_WRITERS: Final[dict[Kind, Writer]] = {"multiple": _multiple, "rank": _rank, "duration": _duration}


# A quantity of the content in words: « plus de 2,6 milliards d’euros », « 2,6 Md€ », « 240 à 700 MW ».

__all__ = ["FORMS", "Form", "Quantity", "UnknownFormError", "write", "write_rounded"]

Form = Literal[
    "full",
    "short",
    "qualified-short",
    "value",
    "from-to",
    "named",
    "spoken",
    "spoken-number",
    "number",
    "unit",
    "unsigned",
    "signed",
]
_ROUNDED: Final = "rounded "


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
    spoken            plus de cinq virgule huit gigawatts  as full, as it is said aloud: letters, and units by name
    spoken-number     cinq virgule huit                 as number, said aloud
    unsigned          21 %                              as value, without its sign: « une baisse de 21 % »
    signed            +21 %                             as value, its sign always shown; zero has none
    rounded 1         2,7 milliards d’euros             as value, rounded half up to so many decimals of its scale
    number, unit      2,6 and Md€                       the two parts of a key figure; no unit for counted nouns

    Raises UnknownFormError, UnknownLocaleError, UnknownWordError (qualifier).
    """
    if form.startswith(_ROUNDED) and form.removeprefix(_ROUNDED).isdecimal():
        return write_rounded(quantity, int(form.removeprefix(_ROUNDED)), locale)
    try:
        written = _FORMS[form]
    except KeyError:
        raise UnknownFormError(f"{form!r} is none of {', '.join(_FORMS)}, rounded N") from None
    return written(quantity, locale)


def _full(quantity: Quantity, locale: str) -> str:
    return _qualified(quantity, _value(quantity, locale), locale)


def _qualified_short(quantity: Quantity, locale: str) -> str:
    return _qualified(quantity, _short(quantity, locale), locale)


def _qualified(quantity: Quantity, text: str, locale: str) -> str:
    words = qualifier_words(quantity.qualifier, locale)
    return language_at(locale).counting.preceded(words, text) if words else text


def _value(quantity: Quantity, locale: str) -> str:
    return _joined(*_long_amounts(quantity, locale), locale)


def _named(quantity: Quantity, locale: str) -> str:
    return _joined(*_amounts(exact_ends(quantity, language_at(locale).counting), quantity, "name", locale), locale)


def _spoken(quantity: Quantity, locale: str) -> str:
    """Ranks, durations and multiples are said as they are written."""
    text = _named(quantity, locale)
    if not special(unit_of(quantity.unit, locale).kind):
        text = language_at(locale).counting.said(text)
    return _qualified(quantity, text, locale)


def _spoken_number(quantity: Quantity, locale: str) -> str:
    return language_at(locale).counting.said(_key_number(quantity, locale))


def _unsigned(quantity: Quantity, locale: str) -> str:
    return _value(quantity.unsigned, locale)


def _signed(quantity: Quantity, locale: str) -> str:
    text = _value(quantity, locale)
    return f"+{text}" if quantity.low > 0 else text


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
    unit = unit_of(quantity.unit, locale)
    return high.without_unit().measure if unit.kind == "noun" else high.measure


_FORMS: Final[dict[str, Callable[[Quantity, str], str]]] = {
    "full": _full,
    "value": _value,
    "short": _short,
    "qualified-short": _qualified_short,
    "from-to": _from_to,
    "named": _named,
    "spoken": _spoken,
    "spoken-number": _spoken_number,
    "unsigned": _unsigned,
    "signed": _signed,
    "number": _key_number,
    "unit": _key_unit,
}
FORMS: Final = tuple(_FORMS)


def write_rounded(quantity: Quantity, digits: int, locale: str) -> str:
    """The value rounded half up to `digits` decimals of its scale, then put in the plural.

    1.7e9 with no decimal is « 2 milliards ».
    """
    ends = rounded_ends(quantity, language_at(locale).counting, digits)
    return _joined(*_amounts(ends, quantity, "prose", locale), locale)


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
    return _amounts(exact_ends(quantity, language_at(locale).counting), quantity, "prose", locale)


def _short_amounts(quantity: Quantity, locale: str) -> tuple[Amount, Amount]:
    """Both ends on one scale, so that a table or a key figure shows the unit once: « 0,6 à 1,2 Md€ »."""
    money = unit_of(quantity.unit, locale).kind == "currency"
    return _amounts(short_ends(quantity, language_at(locale).counting, money=money), quantity, "symbol", locale)


def _amounts(ends: Ends, quantity: Quantity, width: Width, locale: str) -> tuple[Amount, Amount]:
    unit = unit_of(quantity.unit, locale)
    write_one = special(unit.kind) or language_at(locale).counting.amount
    low, high = (write_one(end, unit, width, locale) for end in ends)
    return low, high
