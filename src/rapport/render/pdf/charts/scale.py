"""From values to lengths: the scale always holds zero."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

PERCENT = "%"
PERCENT_MARKS = (0, 50, 100)


class Scale(Struct, frozen=True):
    """Values from `low` (zero or less) to `high` (zero or more) over `length` points."""

    low: float
    high: float
    length: float

    def place(self, value: float | Decimal) -> float:
        """The distance of a value from the low end, in points."""
        return (float(value) - self.low) / (self.high - self.low) * self.length

    @property
    def zero(self) -> float:
        return self.place(0.0)


def scale_of(values: Iterable[Decimal | None], length: float, unit: str = "") -> Scale:
    """The scale of values over a length; percentages go to 100 at least, and where all is zero to 1."""
    known = [float(value) for value in values if value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    if unit == PERCENT:
        high = max(high, 100.0)
    return Scale(low, high if high > low else low + 1.0, length)


def grid_marks(scale: Scale, unit: str) -> tuple[int, ...]:
    """The values of gridlines: three on a percentage scale, none on others."""
    return PERCENT_MARKS if unit == PERCENT and scale.low == 0.0 and scale.high == 100.0 else ()
