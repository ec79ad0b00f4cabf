"""Units typed by their symbol, in the plural or with a slip: the key that was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from typing import Final

from rapport.language.cldr import currency_codes
from rapport.language.locales import LOCALES
from rapport.language.units import compound, key_of, unit_keys, unit_of

_NOUN: Final = re.compile(r"[^\W\d_][\w .’'()-]*")
"""What counts something: words."""
_ALSO: Final = {
    "pourcent": "percent", "pourcents": "percent", "pct": "percent", "pour-cent": "percent",
    "°c": "degree-celsius", "degré": "degree-celsius", "degrés": "degree-celsius",
    "k€": "EUR", "m€": "EUR", "md€": "EUR", "mds€": "EUR", "keur": "EUR", "meur": "EUR",
    "m2": "square-metre", "km2": "square-kilometre", "m3": "cubic-metre", "x": "times", "hab": "inhabitant",
    "kwh": "kilowatt-hour", "mwh": "megawatt-hour", "gwh": "gigawatt-hour", "twh": "terawatt-hour",
    "tco2": "tonne-CO2e", "mtco2": "megatonne-CO2e", "t co2e": "tonne-CO2e", "teqco2": "tonne-CO2e",
}  # fmt: skip
"""Other ways to type a unit, in lower case."""
_NEAR: Final = 0.88
"""A slip of one letter in eight: « gigawat », « killometre »."""
_LEAST_LETTERS: Final = 6


def meant(typed: str) -> str | None:
    """The key that a unit stands for where it is no key: "€/t" -> "EUR/tonne"; empty for none near, None if it is fine.

    A noun that counts, both forms of one, and a key of the registry are fine.
    """
    if not typed or "|" in typed or _is_known(typed):
        return None
    written = _written(typed)
    if written or not _NOUN.fullmatch(typed):
        return written
    return None


def slip(typed: str) -> str:
    """The key that a noun is nearly spelled as; empty for none."""
    if len(typed) < _LEAST_LETTERS or not typed.isascii() or _is_known(typed):
        return ""
    return next(iter(get_close_matches(typed, unit_keys(), 1, _NEAR)), "") if meant(typed) is None else ""


def _is_known(typed: str) -> bool:
    key = key_of(typed)
    parts = compound(key)
    return all(map(_is_sound, (parts.unit, parts.by))) if parts else _is_key(key) or key != typed


def _is_sound(part: str) -> bool:
    """Whether a part of a compound is a key, or a noun that is no unit's symbol or name."""
    return _is_key(key_of(part)) or (bool(_NOUN.fullmatch(part)) and not _key_written(part))


def _is_key(key: str) -> bool:
    return key in _keys()


def _written(typed: str) -> str:
    """The key of what was typed by its symbol or its name, part by part; empty where a part is neither."""
    head, stroke, by = typed.replace(" par ", "/").partition("/")
    if not stroke:
        return _key_written(head)
    unit, denominator = _key_or(head), _key_or(by) or (by if _NOUN.fullmatch(by) and len(by) > 2 else "")
    return f"{unit}/{denominator}" if unit and denominator else ""


def _key_or(typed: str) -> str:
    return key_of(typed) if _is_key(key_of(typed)) else _key_written(typed)


def _key_written(typed: str) -> str:
    folded = typed.casefold().strip(" .")
    return _symbols().get(typed) or _ALSO.get(folded) or _names().get(folded, "")


@cache
def _keys() -> frozenset[str]:
    return frozenset(unit_keys())


@cache
def _symbols() -> dict[str, str]:
    """The symbols of the registry, whose case tells, and of money in each language."""
    pairs = ((unit_of(key, locale).symbol, key) for locale in LOCALES for key in reversed(unit_keys()))
    return {symbol: key for symbol, key in pairs if symbol and symbol not in currency_codes()}


@cache
def _names() -> dict[str, str]:
    """The names of the registry, singular and plural, in lower case."""
    return {name.casefold(): key for name, key in _named(reversed(unit_keys())) if name}


def _named(keys: Iterable[str]) -> Iterable[tuple[str, str]]:
    for key in keys:
        for locale in LOCALES:
            unit = unit_of(key, locale)
            if unit.kind not in ("rank", "duration", "noun") and key != "age":
                yield from ((unit.singular, key), (unit.plural, key))
