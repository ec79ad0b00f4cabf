"""The words that title a chart's axis: « en milliards d’euros », « en MW »."""

from __future__ import annotations

import re
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


def says_unit(text: str, unit: str, exponent: int, locale: str) -> bool:
    """Whether a text names a unit in a power of ten: « En millions d’euros », « Dette (M€) », « en €/hab. »."""
    counting = language_at(locale).counting
    listed = unit_of(unit, locale)
    scale = next((each for each in (*counting.scales, counting.thousands) if each.exponent == exponent), ONES)
    plural = (listed.scaled or listed.plural) if scale is not ONES else listed.plural
    signs = (f"{scale.symbol}{listed.symbol}", f"{scale.symbol} {listed.symbol}") if listed.symbol else ()
    names = [f"{sign}{listed.per_symbol}" for sign in signs]
    if plural:
        names.append((counting.of(scale.plural, plural) if scale.plural else plural) + listed.per)
    plain = _plain(text)
    if scale is ONES and any(_plain(counting.of(each.plural, plural)) in plain for each in counting.scales):
        return False
    return any(re.search(rf"(?<![\w/]){re.escape(_plain(name))}(?![\w/])", plain) for name in names)


def _plain(text: str) -> str:
    return text.translate({0xA0: " ", 0x202F: " ", 0x2019: "'"}).casefold()
