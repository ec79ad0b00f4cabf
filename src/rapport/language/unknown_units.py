"""Units typed by their symbol, in the plural or with a slip: the key that was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Final

from msgspec import Struct

from rapport.language.cldr import currency_codes
from rapport.language.locales import LOCALES
from rapport.language.units import compound, key_of, unit_keys, unit_of

_NOUN: Final = re.compile(r"[^\W\d_][\w\u0900-\u0963 .’'()-]*")
"""What counts something: words."""
_ALSO: Final = {
    "pourcent": "percent", "pourcents": "percent", "pct": "percent", "pour-cent": "percent",
    "°c": "degree-celsius", "degré": "degree-celsius", "degrés": "degree-celsius",
    "k€": "EUR", "m€": "EUR", "md€": "EUR", "mds€": "EUR", "keur": "EUR", "meur": "EUR",
    "m2": "square-metre", "km2": "square-kilometre", "m3": "cubic-metre", "x": "times", "hab": "inhabitant",
    "kwh": "kilowatt-hour", "mwh": "megawatt-hour", "gwh": "gigawatt-hour", "twh": "terawatt-hour",
    "eur": "EUR", "usd": "USD", "gbp": "GBP", "chf": "CHF", "pts": "point", "pt": "point",
    "e": "rank", "ème": "rank", "er": "rank", "rang": "rank", "âge": "age",
}  # fmt: skip
"""Other ways to type a unit, in lower case."""
_CO2: Final = re.compile(
    r"(?P<prefix>kilo(?=g)|k|M(?=t)|G(?=t))?(?P<mass>t|tonnes?|g|grammes?)"
    r"(?: de |[ .-])?(?:[ée]q(?:uivalent)?s?[ .-]{0,2})?CO[2₂](?: ?-?(?:e|eq|éq)\.?)?"
)
"""Tonnes and grams of CO2, however they are typed."""
_PREFIXES: Final = {None: "", "k": "kilo", "kilo": "kilo", "M": "mega", "G": "giga"}
_BY: Final = re.compile("/| (?:et )?par ")
_RATE: Final = re.compile(
    r"(?P<counted>.+?) ?(?:/|pour|par) ?"
    r"(?P<count>100(?![ _]?0)|1[ _]?0{3}|10[ _]?000|100[ _]?000|1[ _]?000[ _]?000)[ -](?P<by>.+)"
)
"""« lits/1000 hab. », « cas pour 100 000 habitants »."""
_SCALES: Final = {
    "c": -2, "k": 3, "K": 3, "M": 6, "Md": 9, "Mds": 9, "Mrd": 9, "Mrds": 9,
    "millier": 3, "million": 6, "milliard": 9,
}  # fmt: skip
_SCALED: Final = re.compile(
    r"(?P<scale>[ckKM]|M(?:r?d)s?) ?(?P<sign>[€$£].*|(?:EUR|USD|GBP|CHF)\b.*)"
    r"|(?P<word>millier|million|milliard|Md|Mrd)s?(?: (?:de |d['’])(?P<of>.+))?"
)
"""A unit typed with a power of ten, which belongs to the value: « M€ », « millions d'euros »."""
_TAXED: Final = re.compile(r"(?P<unit>.+?) (?:HT|TTC|H\.T\.|T\.T\.C\.|hors taxes|courants|constants|de 20\d\d|20\d\d)")
"""« € HT »: what the amount holds is said by the label."""
_INHABITANT: Final = dict.fromkeys(("hab", "habitant", "habitants"), "inhabitant")
"""What a rate is counted by; alone, they are a noun like another."""
_SHORTEST: Final = 2
_NO_UNIT: Final = ("nb", "nbre", "nombre")
"""What says that something is counted, and not what."""
_NEAR: Final = 0.88
"""A slip of one letter in eight: « gigawat », « killometre »."""
_LEAST_LETTERS: Final = 6  # below, one slip makes another word


def meant(typed: str) -> str | None:
    """The key that a unit stands for where it is no key: "€/t" -> "EUR/tonne"; empty for none near, None if it is fine.

    A noun that counts, both forms of one, and a key of the registry are fine.
    """
    if not typed or "|" in typed or _is_known(typed):
        return None
    written = _written(typed)
    if written or not _NOUN.fullmatch(typed) or typed.casefold() in _NO_UNIT:
        return written
    return None


def is_count(typed: str) -> bool:
    """Whether a unit says that something is counted, and not what."""
    return typed.casefold() in _NO_UNIT


@lru_cache(maxsize=1024)
def slip(typed: str) -> str:
    """The key that a noun is nearly spelled as; empty for none."""
    if len(typed) < _LEAST_LETTERS or not typed.isascii() or _is_known(typed):
        return ""
    return next(iter(get_close_matches(typed, unit_keys(), 1, _NEAR)), "") if meant(typed) is None else ""


class Power(Struct, frozen=True):
    """A unit typed with a power of ten: the exponent of the value, and the unit without it (empty for none)."""

    exponent: int
    unit: str


def power(typed: str) -> Power | None:
    """The power of ten that stands in a unit, « M€ », « millions d'euros »; None where there is none."""
    found = _SCALED.fullmatch(typed)
    if found is None or "|" in typed or _is_known(typed):
        return None
    rest = (found["sign"] if found["scale"] else found["of"] or "").strip()
    exponent = _SCALES[found["scale"] or found["word"]]
    return Power(exponent, (meant(rest) or rest) if rest else "")


def _is_known(typed: str) -> bool:
    key = key_of(typed)
    parts = compound(key)
    if parts is None:
        return _is_key(key) or key != typed
    return (_is_known(parts.unit) if compound(parts.unit) else _is_sound(parts.unit)) and _is_sound(parts.by)


def _is_sound(part: str) -> bool:
    """Whether a part of a compound is a key, or a noun that is not the symbol or name of a unit."""
    return _is_key(key_of(part)) or (bool(_NOUN.fullmatch(part)) and not _key_written(part))


def _is_key(key: str) -> bool:
    return key in _keys()


def _written(typed: str) -> str:
    """The key of what was typed by its symbol or its name, part by part; empty where a part is neither."""
    typed = typed.replace("\u00b5", "\u03bc")
    if taxed := _TAXED.fullmatch(typed):
        return _written(taxed["unit"])
    if rate := _RATE.fullmatch(typed):
        return _rate(rate)
    head, *counted_by = _BY.split(typed)
    if not counted_by:
        return _key_written(head)
    parts = (_key_or(head) or _noun(head), *map(_denominator, counted_by))
    return "/".join(parts) if all(parts) else ""


def _denominator(by: str) -> str:
    return _key_or(by) or _INHABITANT.get(by.strip(" .")) or _noun(by)


def _noun(typed: str) -> str:
    """What is counted, as typed; empty unless it is a word of three letters or more."""
    return typed if _NOUN.fullmatch(typed) and len(typed) > _SHORTEST else ""


def _rate(found: re.Match[str]) -> str:
    counted, by = found["counted"], found["by"]
    of, count = (
        _key_or(by) or _INHABITANT.get(by.strip(" .")) or by,
        found["count"].translate({ord(" "): None, ord("_"): None}),
    )
    if not _NOUN.fullmatch(counted) and not _key_or(counted):
        return ""
    return f"{_key_or(counted) or counted}/{count}-{of}"


def _key_or(typed: str) -> str:
    return key_of(typed) if _is_key(key_of(typed)) else _key_written(typed)


def _key_written(typed: str) -> str:
    folded = typed.casefold().strip(" .")
    if found := _CO2.fullmatch(typed):
        return f"{_PREFIXES[found['prefix']]}{'tonne' if found['mass'].startswith('t') else 'gram'}-CO2e"
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
