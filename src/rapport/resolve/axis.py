"""Scales of charts: round values in even steps, from the data, with zero where lengths are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

from msgspec import Struct

from rapport.edition.blocks.figures import Tick, ValueAxis
from rapport.language.numbers import decimals

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
"""Round steps, as shares of a power of ten."""
MOST_STEPS = 5
NEAR_ZERO = Decimal("0.7")
"""Lines whose lowest value is a smaller part than this of the highest begin at zero."""


Zero = Literal["always", "near", "never"]


Words = Callable[[Decimal, int], str]
"""How a value is printed with so many decimals."""


class Ends(Struct, frozen=True):
    """What an author asks of a scale, in the chart's unit; None for the data's own."""

    low: Decimal | None = None
    high: Decimal | None = None
    step: Decimal | None = None


def value_axis(
    values: Iterable[Decimal | None], words: Words, zero: Zero = "always", ends: Ends | None = None
) -> ValueAxis | None:
    """The scale of values; None where there are none. It holds zero always, where that is near, or by chance."""
    known = [value for value in values if value is not None]
    if not known:
        return None
    ends = ends or Ends()
    low, high = min(known), max(known)
    near = (0 < low < NEAR_ZERO * high) or (NEAR_ZERO * low < high < 0)
    if zero == "always" or low == high or (zero == "near" and near):
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    low = low if ends.low is None else ends.low
    high = high if ends.high is None else ends.high
    if high <= low:
        high = low + 1
    step = ends.step or _step(high - low)
    first = low if ends.low is not None else (low / step).to_integral_value(ROUND_FLOOR) * step
    count = ((high - first) / step).to_integral_value(ROUND_FLOOR if ends.high is not None else ROUND_CEILING)
    marks = [first + step * number for number in range(int(count) + 1)]
    last = high if ends.high is not None else marks[-1]
    places = max(decimals(mark) for mark in marks)
    ticks = tuple(Tick(mark, words(mark, places)) for mark in marks)
    return ValueAxis(first, last, ticks, ends.low is not None or ends.high is not None)


def _step(span: Decimal) -> Decimal:
    """The smallest round step that crosses a span in few enough steps."""
    power = Decimal(1).scaleb((span / MOST_STEPS).adjusted())
    return next(part * power for part in STEPS if part * power * MOST_STEPS >= span)
