"""Thousands of millions: which power of ten a figure is said in, and its word in each language."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from msgspec import Struct

from rapport.language.numbers import decimals, round_half_up, scaled
from rapport.language.plural import is_plural

LOSSLESS_DECIMALS: Final = 3
"""A scaled figure with more decimals than this is no easier to read than the whole number."""


class Scale(Struct, frozen=True):
    """A power of ten and its words; no words for the units themselves. `symbol` goes with a currency sign."""

    exponent: int
    singular: str = ""
    plural: str = ""
    symbol: str = ""
    article: str = ""

    def word(self, value: Decimal, language: str) -> str:
        """Its word after `value`: million below 2, millions from 2 on."""
        return self.plural if is_plural(value, language) else self.singular


ONES: Final = Scale(0)

# French says neither « billion » nor « trillion » to the public: a thousand milliards, a milliard of milliards.
_FRENCH: Final = (
    Scale(18, "milliard de milliards", "milliards de milliards", article="un"),
    Scale(15, "million de milliards", "millions de milliards", article="un"),
    Scale(9, "milliard", "milliards", symbol="Md"),
    Scale(6, "million", "millions", symbol="M"),
)
_ENGLISH: Final = (
    Scale(18, "billion billion", "billion billion", article="a"),
    Scale(15, "million billion", "million billion", article="a"),
    Scale(12, "trillion", "trillion", symbol="tn"),
    Scale(9, "billion", "billion", symbol="bn"),
    Scale(6, "million", "million", symbol="m"),
)
SCALES: Final = {"fr": _FRENCH, "en": _ENGLISH}
SIGNED: Final = {language: tuple(scale for scale in scales if scale.symbol) for language, scales in SCALES.items()}
"""Those that a currency sign may follow: 1 000 000 Md€, for want of a sign for millions of milliards."""
THOUSANDS: Final = {"fr": Scale(3, symbol="k"), "en": Scale(3, symbol="k")}
"""No language says « 35 mille » in running text; a currency sign alone takes this scale (35 k€)."""


class Figure(Struct, frozen=True):
    """A figure ready to print: `value` is scaled and already rounded, so the plural follows what is shown."""

    value: Decimal
    scale: Scale = ONES
    digits: int | None = None


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
