"""Units and currencies as CLDR names them in each locale, through Babel."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from babel.core import get_global

from rapport.language.amounts import Kind, Unit
from rapport.language.locales import BRITISH, babel_locale
from rapport.language.typography.rule import SPACES

_UNFIT: Final = (
    "acceleration-", "angle-", "concentr-", "consumption-", "force-", "graphics-", "torque-",
    "length-earth", "length-solar", "light-solar", "mass-earth", "mass-solar", "speed-light",
    "volume-cup", "volume-dessert", "volume-dram", "volume-drop", "volume-fluid", "volume-pint", "volume-quart",
    "volume-table", "volume-tea", "volume-jigger", "volume-pinch", "volume-gallon",
)  # fmt: skip
"""Families that no briefing writes, or whose symbols are signs of typography or another unit's."""
_AMBIGUOUS: Final = frozenset(
    "mass-pound temperature-generic temperature-celsius energy-foodcalorie energy-calorie energy-therm-us length-point "
    "speed-beaufort pressure-bar duration-century".split()
)
"""Units whose symbol is another unit's, that CLDR does not name in every language, or that are ours under a name."""
_BY_NAME: Final = ("duration",)
"""Families that running text says by their names: « 3 nuits »."""


@cache
def cldr_keys() -> Mapping[str, str]:
    """What content calls CLDR's units -> CLDR's identifiers: `nautical-mile` -> `length-nautical-mile`."""
    identifiers = babel_locale("fr_FR")._data["unit_patterns"]  # noqa: SLF001 (Babel has no public list of units)
    return {identifier.partition("-")[2]: identifier for identifier in sorted(identifiers) if _is_fit(identifier)}


def cldr_unit(key: str, locale: str) -> Unit | None:
    """The unit that CLDR calls so, in the words of a locale; None for a key it does not have."""
    identifier = cldr_keys().get(key)
    return _unit(identifier, locale) if identifier else None


@cache
def currency_codes() -> frozenset[str]:
    """The codes of ISO 4217 that are legal tender somewhere today."""
    tenders = get_global("territory_currencies").values()
    current = {code for lines in tenders for code, _start, end, legal in lines if legal and not end}
    return frozenset(code for code in current if code in babel_locale("fr_FR").currencies)


def currency(code: str, locale: str) -> Unit | None:
    """The currency of a code of ISO 4217, in the words of a locale; None for an unknown code."""
    return _currency(code, locale) if code in currency_codes() else None


def _is_fit(identifier: str) -> bool:
    plain = not any(map(str.isdigit, identifier)) and "-per-" not in identifier and not identifier.endswith("-person")
    return plain and not identifier.startswith(_UNFIT) and identifier not in _AMBIGUOUS


@cache
def _unit(identifier: str, locale: str) -> Unit:
    long, short = _patterns(identifier, locale, "long"), _patterns(identifier, locale, "short")
    singular, plural = _word(long.get("one", long["other"])), _word(long["other"])
    kind: Kind = "named" if identifier.startswith(_BY_NAME) else "measure"
    symbol = _word(short["other"])
    return Unit(singular, plural, "" if kind == "named" else symbol, kind)


def _patterns(identifier: str, locale: str, width: str) -> Mapping[str, str]:
    """The patterns of a unit at a width; those of English for a unit that CLDR does not name in the language."""
    for known in (locale, BRITISH):
        widths = babel_locale(known)._data["unit_patterns"].get(identifier, {})  # noqa: SLF001 (format_unit adds digits)
        for each in (width, "short", "long"):
            if "other" in widths.get(each, {}):
                return dict(widths[each])
    raise KeyError(identifier)


def _word(pattern: str) -> str:
    """A pattern without its number; Babel parts words by plain spaces and by both no-break spaces."""
    return pattern.replace("{0}", "").strip(SPACES)


@cache
def _currency(code: str, locale: str) -> Unit:
    data = babel_locale(locale)._data  # noqa: SLF001 (get_currency_name takes no gender, nor a form without digits)
    names = data["currency_names_plural"].get(code, {})
    name = babel_locale(locale).currencies.get(code, code)
    symbol = str(data["currency_symbols"].get(code, code))
    return Unit(names.get("one", name), names.get("other", name), symbol, "currency")
