"""Units as content writes them -> the units figures are read in; what CLDR calls them, read here again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.core import get_global
from msgspec import Struct

# What CLDR calls units and currencies, read here again, so that a slip in the writing of them is seen.

UNREAD = ("concentr", "graphics", "torque", "angle", "acceleration")
"""Families that share the symbols of others: karats of gold and carats of diamond."""
ANOTHER = ("foodcalorie", "temperature-generic", "fluid-ounce-imperial", "light-speed")
"""Units that go by the name of another."""
PLAIN = str.maketrans("\u00a0\u202f’", "  '")


class CldrNames(Struct, frozen=True):
    """Words and symbols -> what they stand for: a code of ISO 4217, or CLDR's unit without its family."""

    words: Mapping[str, str]
    symbols: Mapping[str, str]
    money: Mapping[str, str]


@cache
def names_in(locales: tuple[str, ...]) -> CldrNames:
    """All that locales of a language have; where two units share a word or a symbol, none does.

    What is counted by something ("km/h") is read part by part.
    """
    pairs = [pair for locale in locales for pair in _units(Locale.parse(locale))]
    coins = [pair for locale in locales for pair in _currencies(Locale.parse(locale))]
    pairs = [pair for pair in pairs if "-per-" not in pair[0]]
    words = [(word.casefold(), unit) for unit, word, is_symbol in (*pairs, *coins) if not is_symbol]
    symbols = [(word, unit) for unit, word, is_symbol in pairs if is_symbol]
    money = [(word, code) for code, word, is_symbol in coins if is_symbol]
    return CldrNames(dict(_unambiguous(words)), dict(_unambiguous(symbols)), dict(reversed(money)))


@cache
def units() -> frozenset[str]:
    """The units CLDR has, without their families."""
    return frozenset(identifier.partition("-")[2] for identifier in Locale.parse("fr")._data["unit_patterns"])  # noqa: SLF001


def is_currency(code: str) -> bool:
    """Whether a code is one of ISO 4217."""
    return code in Locale.parse("fr").currencies


@cache
def tenders() -> frozenset[str]:
    """The codes that are legal tender today: their names are those of no money of the past."""
    lines = [line for country in get_global("territory_currencies").values() for line in country]
    return frozenset(code for code, _start, end, legal in lines if legal and not end)


def _units(locale: Locale) -> Iterator[tuple[str, str, bool]]:
    for identifier, widths in locale._data["unit_patterns"].items():  # noqa: SLF001 (Babel lists no units)
        family, _, unit = identifier.partition("-")
        if family in UNREAD or unit in ANOTHER:
            continue
        for width in ("long", "short"):
            for pattern in (widths[width][form] for form in ("one", "other") if form in widths.get(width, ())):
                yield unit, _word(pattern), width == "short"


def _currencies(locale: Locale) -> Iterator[tuple[str, str, bool]]:
    for code in sorted(tenders() & set(locale.currencies)):
        forms = locale._data["currency_names_plural"].get(code, {}).values()  # noqa: SLF001 (as above)
        yield from ((code, _word(name), False) for name in forms)
        yield code, code, True
        yield code, _word(str(locale.currency_symbols.get(code, code))), True


def _word(pattern: str) -> str:
    return pattern.replace("{0}", "").translate(PLAIN).strip(" ")


def _unambiguous(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    found: dict[str, set[str]] = {}
    for word, unit in pairs:
        found.setdefault(word, set()).add(unit)
    yield from ((word, unit) for word, (unit, *others) in found.items() if word and not others)


# Units as content writes them -> the units figures are read in.

SI = {"": 0, "kilo": 3, "mega": 6, "giga": 9, "tera": 12, "peta": 15, "exa": 18}
PREFIXABLE: dict[str, tuple[str, int]] = {
    "watt": ("W", 0),
    "watt-hour": ("Wh", 0),
    "tonne": ("kg", 3),
    "tonne-CO2e": ("kgCO2e", 3),
    "tonne-oil-equivalent": ("toe", 0),
    "byte": ("byte", 0),
    "joule": ("J", 0),
    "hertz": ("Hz", 0),
}
OWN: dict[str, tuple[str, int]] = {
    "percent": ("percent", 0),
    "per-mille": ("percent", -1),
    "percentage-point": ("point", 0),
    "point": ("point", 0),
    "basis-point": ("point", -2),
    "ppm": ("ppm", 0),
    "ppb": ("ppb", 0),
    "petaflop": ("op/s", 15),
    "exaflop": ("op/s", 18),
    "calculation-per-second": ("op/s", 0),
    "metre": ("m", 0),
    "centimetre": ("m", -2),
    "millimetre": ("m", -3),
    "kilometre": ("m", 3),
    "square-metre": ("m²", 0),
    "square-kilometre": ("m²", 6),
    "cubic-metre": ("m³", 0),
    "hectare": ("m²", 4),
    "kilogram": ("kg", 0),
    "gram": ("kg", -3),
    "milligram": ("kg", -6),
    "gram-CO2e": ("kgCO2e", -3),
    "kilogram-CO2e": ("kgCO2e", 0),
    "quintal": ("kg", 2),
    "litre": ("l", 0),
    "hectolitre": ("l", 2),
    "barrel": ("barrel", 0),
    "mole": ("mol", 0),
    "decibel": ("dB", 0),
    "degree-celsius": ("°C", 0),
    "full-time-equivalent": ("FTE", 0),
    "times": ("times", 0),
    "rank": ("ordinal", 0),
    "age": ("year", 0),
    "second": ("second", 0),
    "minute": ("minute", 0),
    "duration": ("minute", 0),
    "day": ("day", 0),
    "week": ("week", 0),
    "month": ("month", 0),
    "quarter": ("quarter", 0),
    "semester": ("semester", 0),
    "year": ("year", 0),
}
UNITS: dict[str, tuple[str, Decimal]] = {
    **{key: (unit, Decimal(1).scaleb(exponent)) for key, (unit, exponent) in OWN.items()},
    **{
        prefix + key: (unit, Decimal(1).scaleb(exponent + more))
        for key, (unit, exponent) in PREFIXABLE.items()
        for prefix, more in SI.items()
    },
    "hour": ("minute", Decimal(60)),
}
"""Canonical unit and its worth of each key; currencies and the other units of CLDR are their own.

A key that is in none of these counts things, and its figures bear no unit.
"""

BY = {"inhabitant": ("inhabitant", Decimal(1))}
"""What only counts other units."""


def canonical(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """A value of the content in the unit its figure is read in: 5.8 gigawatt -> 5.8E+9 W, 75 percent -> 75 percent.

    What a unit is counted by stays as it is written: 75 EUR/tonne is 75 "EUR/1000 kg".
    """
    counted, *denominators = unit.split("/")
    name, factor = _of(counted)
    for by in denominators:
        counted_in, worth = BY.get(by, _of(by))
        if not counted_in:
            break  # a reader knows no noun, nor what comes after it
        name = counted_by(name, counted_in, worth)
    return value * factor, name


def counted_by(unit: str, by: str, factor: Decimal) -> str:
    """A unit counted by another; the unit alone if there is no other, or if nothing is measured."""
    if not unit or not by:
        return unit
    return f"{unit}/{by}" if factor == 1 else f"{unit}/{factor:f} {by}"


def _of(key: str) -> tuple[str, Decimal]:
    if key in UNITS:
        return UNITS[key]
    return (key if key in units() or is_currency(key) else "", Decimal(1))


def authored(value: Decimal, unit: str, worth: Decimal) -> tuple[Decimal, str]:
    """A figure as the content would write it: 5.8E+9 W -> 5.8 gigawatt, 75 EUR/1000 kg -> 75 EUR/tonne.

    `worth` is that of one as it was typed: 1E+10 m² for « millions d’hectares ». The key is the one it was typed
    with, a prefix taking the place of thousands. A unit that no key names is a count.
    """
    counted, stroke, by = unit.rpartition("/")
    if stroke:
        number, key = authored(value, counted, worth)
        whole = _key_of(*_factor(by))
        return (number, f"{key}/{whole}") if key and whole else (number, key)
    keys = ((factor, key) for key, (name, factor) in UNITS.items() if name == unit and key not in DERIVED)
    fitting = [(worth / factor, factor, key) for factor, key in keys if worth / factor in THOUSANDS]
    if fitting:
        _, factor, key = min(fitting)
        return value / factor, key
    return value, unit if is_currency(unit) or unit in units() else ""


DERIVED = ("age", "duration", "point")
"""Keys that say how a unit is printed."""
THOUSANDS = frozenset(Decimal(1).scaleb(power) for power in range(0, 16, 3))
"""1 to a million of milliards: the steps in which figures are written shorter."""


def _factor(by: str) -> tuple[Decimal, str]:
    """What a unit is counted by: 1000 kg, or one of it."""
    number, space, name = by.partition(" ")
    return (Decimal(number), name) if space else (Decimal(1), by)


def _key_of(factor: Decimal, name: str) -> str:
    """The key of so much of a unit; empty where none is."""
    if factor == 1 and any(name == counted for counted, _ in BY.values()):
        return name
    keys = (key for key, found in UNITS.items() if found == (name, factor) and key not in DERIVED)
    return next(keys, name if factor == 1 and name in units() else "")
