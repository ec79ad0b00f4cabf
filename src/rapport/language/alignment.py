"""One unit and one number of decimals for all the figures of a column: « 4,0 », « 16,0 », « 4,2 M€ »."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rapport.language.amounts import LOSSLESS_DECIMALS, decimals, round_half_up, scaled, signed
from rapport.language.languages import language_at
from rapport.language.quantity import Quantity, special
from rapport.language.units import unit_of

MOST_DECIMALS: Final = 2
"""More would be harder to compare than whole numbers."""
LEAST_DIGITS: Final = 10
"""The smallest figure keeps two digits: 0,9 for 850 000 would hide more than it shows."""
LEAST: Final = Decimal("0.1")
"""A figure below a tenth of the scale belongs to another: 0,01 Md€ are 10 M€."""
LONGEST: Final = 10**7
"""Figures in full have seven digits at most; a column that would need more keeps a scale for each."""


class _Wanted(Struct, frozen=True):
    """What a column may do: say powers of ten by a sign (M€) rather than by words, and round."""

    signs: bool
    rounds: bool


def aligned(
    quantities: Sequence[Quantity], locale: str, *, exact: bool = False, said: int | None = None
) -> tuple[Quantity, ...]:
    """The same quantities; those of one unit are printed in one power of ten and with as many decimals each.

    `exact` says that a figure keeps every digit; otherwise it may be rounded to two digits or more. Those of a unit
    that no power of ten suits, ranks, durations and one alone stay as they are. `said` is the power of ten that the
    head of the column names, which is tried first.
    """
    units: dict[str, list[int]] = defaultdict(list)
    for place, quantity in enumerate(quantities):
        if not special(unit_of(quantity.unit, locale).kind) or unit_of(quantity.unit, locale).kind == "multiple":
            units[quantity.unit].append(place)
    made = list(quantities)
    for places in units.values():
        alike = [quantities[place] for place in places]
        chosen = _chosen(alike, locale, exact=exact, said=said) if len(alike) > 1 or said is not None else None
        if chosen:
            for place in places:
                made[place] = replace(made[place], exponent=chosen[0], digits=chosen[1])
    return tuple(made)


def _chosen(alike: Sequence[Quantity], locale: str, *, exact: bool, said: int | None = None) -> tuple[int, int] | None:
    """The power of ten and the decimals of figures of one unit; None where none suits."""
    values = [end for quantity in alike for end in (quantity.low, quantity.high) if end]
    wanted = _Wanted(unit_of(alike[0].unit, locale).kind == "currency" and not exact, not exact)
    for exponent in (*(() if said is None else (said,)), *_exponents(values, wanted, locale)):
        digits = _digits([scaled(value, exponent) for value in values], wanted)
        if digits is not None:
            return exponent, digits
    if any(abs(value) >= LONGEST for value in values):
        return None
    return 0, max(0, *(quantity.as_given.digits or 0 for quantity in alike), *map(decimals, values))


def _exponents(values: Sequence[Decimal], wanted: _Wanted, locale: str) -> Iterator[int]:
    """The powers of ten that figures may be printed in, from that of the greatest down."""
    counting = language_at(locale).counting
    scales = (*signed(counting.scales), counting.thousands) if wanted.signs else counting.scales
    greatest = max(map(abs, values), default=Decimal(0))
    yield from (scale.exponent for scale in scales if scaled(greatest, scale.exponent) >= 1)


def _digits(values: Sequence[Decimal], wanted: _Wanted) -> int | None:
    """The decimals that values of a scale are printed with; None where the scale does not suit them."""
    if min(map(abs, values)) < LEAST or max(map(abs, values)) >= LONGEST:
        return None
    needed = max(map(decimals, values))
    if needed <= (MOST_DECIMALS if wanted.rounds else LOSSLESS_DECIMALS):
        return needed
    rounded = range(1, MOST_DECIMALS + 1) if wanted.rounds else ()
    return next((count for count in rounded if all(_keeps_two_digits(value, count) for value in values)), None)


def _keeps_two_digits(value: Decimal, count: int) -> bool:
    return bool(abs(round_half_up(value, count)) * 10**count >= LEAST_DIGITS)
