"""Quantities of the content: a value or a range, its unit and its qualifier."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace


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
        given = max(_given(self.low), _given(self.high))
        return replace(self, digits=given or None)

    @property
    def unsigned(self) -> Quantity:
        """The same without its sign: a fall of 21 for −21."""
        low, high = sorted((abs(self.low), abs(self.high)))
        return replace(self, low=low, high=high)


def _given(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
