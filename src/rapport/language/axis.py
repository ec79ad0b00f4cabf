"""The words that title a chart's axis: « en milliards d’euros », « en MW »."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final

from rapport.language.elision import de_before
from rapport.language.furniture import fill
from rapport.language.locales import language_of
from rapport.language.scales import ONES, SCALES, Scale
from rapport.language.units import unit_name, unit_of
from rapport.language.words import vocabulary

_PLURAL: Final = Decimal(2)
_NUMBER: Final = {"fr": "nombre", "en": "number"}
_SCALE_NAMES: Final[dict[str, Callable[[Scale], str]]] = {
    "fr": lambda scale: scale.plural,
    "en": lambda scale: f"{scale.singular}s",
}


def axis_scale(values: Iterable[Decimal], locale: str) -> Scale:
    """The scale that suits the largest of `values`, shared by the whole axis; plain units for none."""
    largest = max(map(abs, values), default=Decimal(0))
    return next((scale for scale in SCALES[language_of(locale)] if largest >= Decimal(10) ** scale.exponent), ONES)


def axis_words(unit: str, scale: Scale, locale: str) -> str:
    """What the axis counts: « en milliards d’euros », « en MW », « en % »; « en nombre d’entreprises » for a noun.

    Empty for a bare number on no scale.
    """
    language = language_of(locale)
    listed = unit_of(unit, language)
    name = unit_name(listed, _PLURAL, language, scaled=True)
    if scale is not ONES:
        words = _of(_SCALE_NAMES[language](scale), name, language)
    elif listed.kind == "noun":
        words = _of(_NUMBER[language], name, language)
    else:
        words = listed.symbol if listed.kind in ("measure", "percent") else name
    return fill(vocabulary(locale).axis, words) if words else ""


def _of(counted: str, name: str, language: str) -> str:
    if not name:
        return "" if counted in _NUMBER.values() else counted
    return f"{counted} {de_before(name)}" if language == "fr" else f"{counted} of {name}"
