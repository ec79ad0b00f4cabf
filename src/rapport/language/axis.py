"""The words that title a chart's axis: « en milliards d’euros », « en MW »."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from rapport.language.amounts import ONES, Scale
from rapport.language.languages import language_at
from rapport.language.units import unit_of
from rapport.language.words import fill, vocabulary


def axis_scale(values: Iterable[Decimal], locale: str) -> Scale:
    """The scale that suits the largest of `values`, shared by the whole axis; plain units for none."""
    largest = max(map(abs, values), default=Decimal(0))
    return next(
        (scale for scale in language_at(locale).counting.scales if largest >= Decimal(10) ** scale.exponent), ONES
    )


def axis_words(unit: str, scale: Scale, locale: str) -> str:
    """What the axis counts: « en milliards d’euros », « en MW », « en % »; « en nombre d’entreprises » for a noun.

    Empty for a bare number on no scale.
    """
    language = language_at(locale)
    listed = unit_of(unit, locale)
    name = listed.scaled or listed.plural
    if scale is not ONES:
        words = language.counting.of(scale.plural, name) if name else scale.plural
    elif listed.kind == "noun":
        words = language.counting.of(language.words.number, name) if name else ""
    else:
        words = listed.symbol if listed.kind in ("measure", "percent") else name
    return fill(vocabulary(locale).axis, words) if words else ""
