"""Decimal -> digits as a locale prints them, rounded half up."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext

from babel.numbers import format_decimal

from rapport.language.locales import babel_locale
from rapport.language.typography.rule import MINUS

_PRECISION = 100
"""Digits the arithmetic keeps: far above any figure, so that no operation rounds on its own."""


def round_half_up(value: Decimal, digits: int = 0) -> Decimal:
    """`value` to `digits` decimals, halves away from zero, as French editors and readers round (Babel: half even)."""
    with localcontext(prec=_PRECISION):
        return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def scaled(value: Decimal, exponent: int) -> Decimal:
    """`value` divided by 10^`exponent`, exactly."""
    with localcontext(prec=_PRECISION):
        return value.scaleb(-exponent)


def decimals(value: Decimal) -> int:
    """How many decimals `value` needs: 1 for 2.60, 0 for 4E+9."""
    with localcontext(prec=_PRECISION):
        exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def write_number(value: Decimal, locale: str, digits: int | None = None, grouped: bool = True) -> str:
    """`value` with the locale's decimal mark and thousands, U+2212 when negative.

    `digits` is the number of decimals, shown even when zero ("2,0"); None for as many as the value needs.
    `grouped=False` is for years and other numbers that name rather than count. Raises ValueError when not finite.
    """
    if not value.is_finite():
        raise ValueError(f"{value} cannot be written")
    places = decimals(value) if digits is None else digits
    rounded = round_half_up(value, places)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    with localcontext(prec=_PRECISION):
        text = format_decimal(
            abs(rounded), pattern, babel_locale(locale), decimal_quantization=False, group_separator=grouped
        )
    return MINUS + str(text) if rounded < 0 else str(text)


def write_signed(value: Decimal, locale: str, digits: int | None = None) -> str:
    """The same with its sign always shown: "+3", "−3"; zero has none."""
    text = write_number(value, locale, digits)
    return f"+{text}" if value > 0 else text


def write_year(year: int) -> str:
    """A year is never grouped, in any language: 2026."""
    return str(year)
