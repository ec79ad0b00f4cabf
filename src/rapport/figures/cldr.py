"""What CLDR calls units and currencies, read here again, so that a slip in the writing of them is seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from babel import Locale
from babel.core import get_global
from msgspec import Struct

LOCALES = {"fr": ("fr", "fr_CH"), "en": ("en_GB", "en")}
"""Where the words of a language are looked for; the first to have one gives it."""
UNREAD = ("concentr", "graphics", "torque", "angle", "acceleration")
"""Families that share the symbols of others: karats of gold and carats of diamond."""
ANOTHER = ("foodcalorie", "temperature-generic", "fluid-ounce-imperial", "light-speed")
"""Units that go by the name of another."""
PLAIN = str.maketrans("\u00a0\u202f’", "  '")


class Names(Struct, frozen=True):
    """Words and symbols -> what they stand for: a code of ISO 4217, or CLDR's unit without its family."""

    words: Mapping[str, str]
    symbols: Mapping[str, str]
    money: Mapping[str, str]


@cache
def names_in(language: str) -> Names:
    """All that a language has; where two units share a word or a symbol, none does.

    What is counted by something ("km/h") is read part by part.
    """
    pairs = [pair for locale in LOCALES[language] for pair in _units(Locale.parse(locale))]
    coins = [pair for locale in LOCALES[language] for pair in _currencies(Locale.parse(locale))]
    pairs = [pair for pair in pairs if "-per-" not in pair[0]]
    words = [(word.casefold(), unit) for unit, word, is_symbol in (*pairs, *coins) if not is_symbol]
    symbols = [(word, unit) for unit, word, is_symbol in pairs if is_symbol]
    money = [(word, code) for code, word, is_symbol in coins if is_symbol]
    return Names(dict(_unambiguous(words)), dict(_unambiguous(symbols)), dict(reversed(money)))


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
