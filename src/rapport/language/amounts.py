"""The parts of a written value: digits as a locale prints them, the unit, the power of ten it is said in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache
from typing import Final, Literal

from babel.numbers import format_decimal
from msgspec import Struct
from msgspec.structs import replace

from rapport.language.locales import babel_locale
from rapport.language.typography.rule import MINUS, NO_BREAK_SPACE

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
    pattern = _whole(locale) + ("." + "0" * places if places else "")
    with localcontext(prec=_PRECISION):
        text = format_decimal(
            abs(rounded), pattern, babel_locale(locale), decimal_quantization=False, group_separator=grouped
        )
    return MINUS + str(text) if rounded < 0 else str(text)


@cache
def _whole(locale: str) -> str:
    """The pattern of whole numbers, in the groups of a locale: "#,##0", "#,##,##0" in India."""
    return str(babel_locale(locale).decimal_formats[None].pattern).partition(".")[0]


# A unit of the content, in the words of one language.

Kind = Literal["noun", "named", "measure", "currency", "percent", "multiple", "rank", "duration"]

Width = Literal["prose", "name", "symbol"]
"""How a unit is said: as running text wants it, by its name ("mégawatts"), by its symbol where it has one ("MW")."""


class Unit(Struct, frozen=True):
    """Names and symbol of a unit.

    `kind` tells how running text says it: a measure or a percentage by its symbol (5,8 GW), a currency, a named unit
    (3 ans) or a counted noun (23 projets) by its name; a key figure shows the unit beside its number, never the noun.
    A multiple (×3), a rank (6e) and a duration (2 h 30 min) are no units beside a number: the number itself is written
    so. `scaled` is the name after million where it differs from the plural (1 million d’années). `symbol` is empty
    where there is none. `per` and `per_symbol` are what the unit is counted by, space or stroke included (" par tonne",
    "/t"), when they do not stand in the names already.
    """

    singular: str
    plural: str
    symbol: str = ""
    kind: Kind = "noun"
    scaled: str = ""
    per: str = ""
    per_symbol: str = ""

    def name(self, plural: bool) -> str:
        """Its name, as the number that it follows wants it."""
        return self.plural if plural else self.singular

    def is_symbol(self, width: Width) -> bool:
        """Whether the unit is printed by its symbol at this width."""
        by_symbol = width == "symbol" or (width == "prose" and self.kind in ("measure", "percent"))
        return bool(self.symbol) and by_symbol

    def counted_by(self, symbol: bool) -> str:
        """What it is counted by, after its symbol or after its name; empty for a plain unit."""
        return self.per_symbol if symbol else self.per


# Thousands of millions: which power of ten a figure is said in, and what does not depend on the language.

LOSSLESS_DECIMALS: Final = 3
"""A scaled figure with more decimals than this is no easier to read than the whole number."""


class Scale(Struct, frozen=True):
    """A power of ten and its words; no words for the units themselves. `symbol` goes with a currency sign.

    `least` is how many of them a figure must be to be said so: 1,10,000 is not 1.1 lakh.
    """

    exponent: int
    singular: str = ""
    plural: str = ""
    symbol: str = ""
    article: str = ""
    least: int = 1


ONES: Final = Scale(0)


class ScaledFigure(Struct, frozen=True):
    """A figure ready to print: `value` is scaled and already rounded, so the plural follows what is shown."""

    value: Decimal
    scale: Scale = ONES
    digits: int | None = None


def signed(scales: tuple[Scale, ...]) -> tuple[Scale, ...]:
    """Those that a currency sign may follow: 1 000 000 Md€, for want of a sign for millions of milliards."""
    return tuple(scale for scale in scales if scale.symbol)


def exact_figure(value: Decimal, scales: tuple[Scale, ...]) -> ScaledFigure:
    """`value` on the greatest scale that keeps every digit within `LOSSLESS_DECIMALS`; unscaled when none does."""
    for scale in scales:
        part = scaled(value, scale.exponent)
        if abs(part) >= scale.least and decimals(part) <= LOSSLESS_DECIMALS:
            return ScaledFigure(part, scale)
    return ScaledFigure(value)


def rounded_figure(value: Decimal, scales: tuple[Scale, ...], digits: int) -> ScaledFigure:
    """`value` on its scale rounded half up to `digits` decimals, trailing zeros dropped.

    Rounding comes first: 999 960 000 with one decimal is 1 milliard, never 1 000 millions; 950 420 000 stays one of
    millions.
    """
    for scale, lower in zip(scales, (*scales[1:], ONES), strict=True):
        least = scale.least * 10 ** (scale.exponent - lower.exponent)
        if abs(round_half_up(scaled(value, lower.exponent), digits)) >= least:
            return ScaledFigure(round_half_up(scaled(value, scale.exponent), digits).normalize(), scale)
    return ScaledFigure(round_half_up(value, digits).normalize())


# Prefixes of the International System, on the units that briefings count by thousands and above.

PREFIXES: Final = {"kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P", "exa": "E"}
"""Keys and symbols, the same in every language (BIPM, SI brochure, § 3)."""


def prefixed(units: Mapping[str, Unit], spelled: Mapping[str, str]) -> Iterator[tuple[str, Unit]]:
    """Each unit with each prefix: `watt` gives `kilowatt`, `megawatt`…; `spelled` are the prefixes in a language.

    What takes a prefix is a measure: it is printed by its symbol, as no scale may stand beside a prefix.
    """
    for key, unit in units.items():
        for prefix, symbol in PREFIXES.items():
            names = (spelled[prefix] + name for name in (unit.singular, unit.plural))
            yield (
                prefix + key,
                replace(
                    unit,
                    **dict(zip(("singular", "plural"), names, strict=True)),
                    symbol=symbol + unit.symbol,
                    kind="measure",
                ),
            )


# The parts of a written value, and what every language does with them.

_CENTS: Final = 2  # amounts of money have two decimals or none


class Amount(Struct, frozen=True):
    """The parts of a written value in reading order, each with the space that binds it to what precedes.

    `prefix` is a sign before the number ("€"), `scale` is « milliards » or "bn", `unit` the rest; all but `number`
    may be empty.
    """

    prefix: str
    number: str
    scale: str
    unit: str

    def __str__(self) -> str:
        return self.prefix + self.number + self.scale + self.unit

    @property
    def figure(self) -> str:
        """What a key figure shows large: the number and its sign."""
        return self.prefix + self.number

    @property
    def measure(self) -> str:
        """What a key figure shows beside the number: scale and unit, the spaces around them dropped."""
        return (self.scale + self.unit).strip(NO_BREAK_SPACE + " ")

    def without_unit(self) -> Amount:
        """The first half of a range: the unit is said once, after the second."""
        return replace(self, unit="")


def number_of(figure: ScaledFigure, unit: Unit, locale: str) -> str:
    """The digits; a currency that is neither scaled nor whole shows its cents, and what is below them."""
    if unit.kind != "currency" or figure.scale is not ONES:
        return write_number(figure.value, locale, figure.digits)
    places = decimals(figure.value) if figure.digits is None else figure.digits
    return write_number(figure.value, locale, max(_CENTS, places) if places else 0)


def bound(word: str) -> str:
    """A word after the no-break space that binds it; nothing for none."""
    return NO_BREAK_SPACE + word if word else ""
