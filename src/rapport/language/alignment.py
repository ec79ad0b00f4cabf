"""One unit and one number of decimals for all the figures of a column or of a series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from rapport.language.languages import language_at
from rapport.language.numbers import decimals, round_half_up, scaled
from rapport.language.quantities import Quantity
from rapport.language.scales import signed
from rapport.language.units import unit_of

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
