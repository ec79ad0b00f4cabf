"""A quantity in words: « plus de 2,6 milliards d’euros », « 2,6 Md€ »; and those of a column, all alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from msgspec.structs import replace

from rapport.language.amounts import ONES, Amount, Kind, ScaledFigure, Unit, Width, bound, number_of, signed
from rapport.language.dates import write_duration
from rapport.language.languages import language_at
from rapport.language.numbers import decimals, round_half_up, scaled
from rapport.language.quantities import Ends, Quantity, exact_ends, rounded_ends, short_ends
from rapport.language.typography.rule import MULTIPLICATION
from rapport.language.units import unit_of
from rapport.language.words import fill, qualifier_words, vocabulary

# Values that are no number beside a unit: « ×3 », « 6e », « 2 h 30 min ».

Writer = Callable[[ScaledFigure, Unit, Width, str], Amount]


def special(kind: Kind) -> Writer | None:
    """What writes values of a kind of unit; None for those that every language orders by its grammar."""
    return _WRITERS.get(kind)


def _multiple(figure: ScaledFigure, unit: Unit, width: Width, locale: str) -> Amount:
    """« 3 fois » in running text, « ×3 » where room is short."""
    number = number_of(figure, unit, locale)
    if width == "symbol" and figure.scale is ONES:
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


# One unit and one number of decimals for all the figures of a column or of a series.

_MOST_DECIMALS: Final = 2
"""More would be harder to compare than whole numbers."""
_LEAST_DIGITS: Final = 10
"""The smallest figure keeps two digits: 0,9 for 850 000 would hide more than it shows."""


def aligned(quantities: Sequence[Quantity], locale: str) -> tuple[Quantity, ...]:
    """The same quantities, printed in one power of ten and with as many decimals each: « 4,0 », « 16,0 », « 4,2 M€ ».

    Those of another unit than the first are left as they are; a power is chosen that keeps every digit, or one decimal
    of the greatest where none does.
    """
    own = [quantity for quantity in quantities if quantity.unit == quantities[0].unit]
    exponent, digits = _shared(own, locale) if own else (0, 0)
    chosen = replace(quantities[0], exponent=exponent, digits=digits) if own else None
    return tuple(
        replace(quantity, exponent=exponent, digits=digits) if chosen and quantity.unit == chosen.unit else quantity
        for quantity in quantities
    )


def _shared(quantities: Sequence[Quantity], locale: str) -> tuple[int, int]:
    values = [end for quantity in quantities for end in (quantity.low, quantity.high) if end]
    given = max((quantity.as_given.digits or 0 for quantity in quantities), default=0)
    for exponent in _exponents(values, quantities[0].unit, locale):
        digits = max((decimals(scaled(value, exponent)) for value in values), default=0)
        if exponent and digits <= _MOST_DECIMALS:
            return exponent, digits
    largest = next(_exponents(values, quantities[0].unit, locale))
    if largest and all(_keeps_two_digits(value, largest) for value in values):
        return largest, 1
    return 0, max(given, max(map(decimals, values), default=0))


def _exponents(values: Iterable[Decimal], unit: str, locale: str) -> Iterator[int]:
    """The powers of ten that figures of the unit may be printed in, from that of the greatest value down to none."""
    counting = language_at(locale).counting
    money = unit_of(unit, locale).kind == "currency"
    scales = (*signed(counting.scales), counting.thousands) if money else counting.scales
    greatest = max(map(abs, values), default=Decimal(0))
    yield from (scale.exponent for scale in scales if scaled(greatest, scale.exponent) >= 1)
    yield 0


def _keeps_two_digits(value: Decimal, exponent: int) -> bool:
    return abs(round_half_up(scaled(value, exponent), 1)) * 10 >= _LEAST_DIGITS


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
