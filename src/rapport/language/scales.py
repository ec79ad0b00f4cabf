"""Thousands of millions: which power of ten a figure is said in, and what does not depend on the language."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from msgspec import Struct

from rapport.language.numbers import decimals, round_half_up, scaled

LOSSLESS_DECIMALS: Final = 3
"""A scaled figure with more decimals than this is no easier to read than the whole number."""


class Scale(Struct, frozen=True):
    """A power of ten and its words; no words for the units themselves. `symbol` goes with a currency sign."""

    exponent: int
    singular: str = ""
    plural: str = ""
    symbol: str = ""
    article: str = ""


ONES: Final = Scale(0)


class Figure(Struct, frozen=True):
    """A figure ready to print: `value` is scaled and already rounded, so the plural follows what is shown."""

    value: Decimal
    scale: Scale = ONES
    digits: int | None = None


def signed(scales: tuple[Scale, ...]) -> tuple[Scale, ...]:
    """Those that a currency sign may follow: 1 000 000 Md€, for want of a sign for millions of milliards."""
    return tuple(scale for scale in scales if scale.symbol)


def exact_figure(value: Decimal, scales: tuple[Scale, ...]) -> Figure:
    """`value` on the greatest scale that keeps every digit within `LOSSLESS_DECIMALS`; unscaled when none does."""
    for scale in scales:
        part = scaled(value, scale.exponent)
        if abs(part) >= 1:
            return Figure(part, scale) if decimals(part) <= LOSSLESS_DECIMALS else Figure(value)
    return Figure(value)


def rounded_figure(value: Decimal, scales: tuple[Scale, ...], digits: int) -> Figure:
    """`value` on its scale rounded half up to `digits` decimals, trailing zeros dropped.

    Rounding comes first: 999 960 000 with one decimal is 1 milliard, never 1 000 millions; 950 420 000 stays one of
    millions.
    """
    for scale, lower in zip(scales, (*scales[1:], ONES), strict=True):
        if abs(round_half_up(scaled(value, lower.exponent), digits)) >= 10 ** (scale.exponent - lower.exponent):
            return Figure(round_half_up(scaled(value, scale.exponent), digits).normalize(), scale)
    return Figure(round_half_up(value, digits).normalize())
