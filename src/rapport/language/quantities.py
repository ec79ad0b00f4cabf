"""Quantities: a value or a range, its unit and qualifier; on which scale, with how many decimals, each is shown."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapport.language.amounts import (
    LOSSLESS_DECIMALS,
    ONES,
    Scale,
    ScaledFigure,
    decimals,
    exact_figure,
    rounded_figure,
    scaled,
    signed,
)
from rapport.language.language import Counting

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
    high = _short(quantity.high, counting, money)
    if quantity.low == quantity.high:
        return _written(high, quantity), _written(high, quantity)
    shared = scaled(quantity.low, high.scale.exponent)
    low = (
        ScaledFigure(shared, high.scale)
        if decimals(shared) <= LOSSLESS_DECIMALS
        else _short(quantity.low, counting, money)
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


def _short(value: Decimal, counting: Counting, money: bool) -> ScaledFigure:
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
