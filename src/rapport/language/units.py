"""What quantities are counted in: own units, CLDR's, currencies, compounds; the words that title an axis."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rapport.language.amounts import ONES, Scale, Unit, write_number
from rapport.language.cldr import cldr_keys, cldr_unit, currency, currency_codes
from rapport.language.french.units import FRENCH_UNITS
from rapport.language.language import Counting
from rapport.language.languages import fill, language_at, pluralise, vocabulary
from rapport.language.locales import FRENCH
from rapport.language.typography.rule import APOSTROPHE


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
    """Whether a text names a unit in a power of ten: « En millions d’euros », « Dette (M€) », "GBP million", "£'000".

    A unit after the word of a scale is not said by itself: « En milliers d’euros » counts no euros.
    """
    plain, named = _plain(text), _named(unit, exponent, locale)
    rests = [f"{plain[: match.start()]}\n{plain[match.end() :]}" for match in named.finditer(plain)] if named else []
    return bool(rests) and not any(map(_scale_words(locale).search, rests))


@lru_cache(1 << 10)
def _named(unit: str, exponent: int, locale: str) -> re.Pattern[str] | None:
    """Where a text as `_plain` gives it names a unit in a power of ten; None where no word or sign says both."""
    counting = language_at(locale).counting
    scales = (ONES, *counting.scales, counting.thousands)
    scale = next((each for each in scales if each.exponent == exponent), None)
    names = _spellings(unit, unit_of(unit, locale), scale, counting) if scale else ()
    either = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<![\w/])(?<!par )(?<!per )(?:{either})(?![\w/])") if either else None


def _spellings(unit: str, listed: Unit, scale: Scale, counting: Counting) -> Iterator[str]:
    """How a text may name a unit on a scale, as `_plain` gives it."""
    plural = (listed.scaled or listed.plural) if scale is not ONES else listed.plural
    words = (scale.plural, scale.singular, f"{scale.singular}s") if scale is not ONES else ("",)
    for word, name in itertools.product(words, filter(None, (plural, listed.symbol))):
        links = (
            (f"{word} {name}", f"{word} of {name}", f"{word} d'{name}", counting.of(word, name)) if word else (name,)
        )
        by = listed.per_symbol if name == listed.symbol else listed.per
        yield from (_plain(f"{each}{by}") for each in links)
    yield from (_plain(f"{sign}{listed.per_symbol}") for sign in _scaled_signs(unit, listed, scale))


@cache
def _scale_words(locale: str) -> re.Pattern[str]:
    """The word of a scale right before or right after where a unit stood, at the end of a line."""
    counting = language_at(locale).counting
    scales = (*counting.scales, counting.thousands)
    words = [word for scale in scales for word in (scale.plural, f"{scale.singular}s", scale.singular)]
    word = "|".join(re.escape(_plain(word)) for word in (*words, THOUSANDS))
    return re.compile(rf"(?<!\w)(?:{word})'?s?(?: de| d'| of)?[ ]?\n|\n[ ]?[(']?(?:{word})s?(?!\w)")


THOUSANDS = "000"
"""How accounts name a column of thousands: £000, €'000."""


def _scaled_signs(unit: str, listed: Unit, scale: Scale) -> Iterator[str]:
    """The sign of a unit on a scale; money by its code too, and the sign on either side of the scale."""
    code = unit if unit in currency_codes() else ""
    for sign in filter(None, (listed.symbol, code)):
        if scale is ONES:
            yield sign
            continue
        words = (scale.symbol, scale.singular, scale.plural) if code else (scale.symbol,)
        for word in filter(None, words):
            yield from (f"{word}{sign}", f"{word} {sign}")
            if code:
                yield from (f"{sign}{word}", f"{sign} {word}")
        if code and scale.exponent == len(THOUSANDS):
            yield from (f"{sign}{mark}{THOUSANDS}{end}" for mark in ("", " ", "'", " '") for end in ("", "s"))


def _plain(text: str) -> str:
    return text.translate({0xA0: " ", 0x202F: " ", 0x2019: "'"}).casefold()


# Units counted by another: `EUR/tonne`, `cubic-metre/second`, `lit/1000-inhabitant`.

_KEY: Final = re.compile(r"(?P<unit>.*)/(?:(?P<count>10{2,6})-)?(?P<by>[^\W\d_]{3}[^/|]*)")
"""A denominator of one or two letters is a symbol, which an author's own unit may end with."""


class Compound(Struct, frozen=True):
    """A unit and what it is counted by: `count` of `by`, 1 for one of them."""

    unit: str
    by: str
    count: int = 1


def compound(key: str) -> Compound | None:
    """The parts of a compound key; None for any other key."""
    found = _KEY.fullmatch(key)
    return Compound(found["unit"], found["by"], int(found["count"] or 1)) if found else None


def joined(unit: Unit, words: str, stroke: str, link: str = "") -> Unit:
    """`unit` counted by what `words` say (" par tonne"), after its symbol by `stroke` ("/t"; empty for none).

    `link` stands before what it is counted by beside something else: « par habitant et par jour ».
    """
    kind = "named" if unit.kind == "noun" else unit.kind
    if unit.per:
        both = stroke and unit.per_symbol.startswith("/")
        words, stroke = f"{unit.per}{link}{words}", f"{unit.per_symbol}{stroke}" if both else ""
    return replace(unit, kind=kind, per=words, per_symbol=stroke or words)


# What quantities are counted in: each language's own units, CLDR's, currencies, compounds, and nouns for the rest.

SIGN = re.compile(r"^$|^[^ ]*[^\w\u0900-\u0963 \-’.][^ ]*$|^[^ ]*[²³\d][^ ]*$|^[^ ]*[a-z][A-Z][^ ]*$")
"""A unit typed by its symbol (km², €/t, kWh), which takes no plural; nothing at all has none either."""


@lru_cache(1 << 12)
def unit_of(typed: str, locale: str) -> Unit:
    """The unit that content calls `typed`; what is no unit is a counted noun in the singular, empty for none.

    A noun may give its plural and its symbol, « lit d’hôpital|lits d’hôpital|lits ».
    """
    key = key_of(typed)
    parts = compound(key)
    if parts:
        return _compound_unit(parts, locale)
    return _listed(key, locale) or _noun(key, locale)


@cache
def unit_keys() -> tuple[str, ...]:
    """Every key of the registry but compounds and nouns: our own units, then CLDR's, then currencies."""
    others = sorted(key for key in cldr_keys() if key_of(key) == key)
    return tuple(dict.fromkeys((*FRENCH_UNITS, *others, *sorted(currency_codes()))))


def is_measure(typed: str) -> bool:
    """Whether `typed` names a unit of measure, of money or of a share, rather than what is counted."""
    parts = compound(key_of(typed))
    listed = _listed(parts.unit if parts else key_of(typed), FRENCH)
    return listed is not None and listed.kind != "noun"


def declared_unit(singular: str, plural: str, symbol: str, locale: str) -> str:
    """What a unit of the content's own is called by, its plural made where it is not given."""
    return f"{singular}|{plural or pluralise(singular, language_at(locale).code)}|{symbol}"


def is_own(typed: str) -> bool:
    """Whether content spells the unit out rather than naming one of the registry's."""
    return "|" in typed or not is_measure(typed)


@lru_cache(1 << 12)
def key_of(typed: str) -> str:
    """The registry's key for what content typed: itself, or that of the unit whose French name it is.

    « euro par tonne » is `EUR/tonne`, « kilometer » is `kilometre`, « m³/s » is `cubic-metre/second`; what is no unit
    stays as it is.
    """
    if typed in FRENCH_UNITS or typed in currency_codes():
        return typed
    head, link, by = typed.partition(" par ")
    if link and (unit := _names().get(head)):
        return f"{unit}/{_names().get(by, by)}"
    head, link, by = typed.partition("-per-")
    if link and is_measure(head) and is_measure(by):
        return f"{key_of(head)}/{key_of(by)}"
    if power := _POWER.fullmatch(typed):
        return _power_key(power) or typed
    if over := _OVER_POWER.fullmatch(typed):
        return _over_power(over) or typed
    if parts := compound(typed):
        count = f"{parts.count}-" if parts.count > 1 else ""
        return f"{key_of(parts.unit)}/{count}{key_of(parts.by)}"
    spelled = "degree-celsius" if typed == "celsius" else typed.replace("meter", "metre").replace("liter", "litre")
    if spelled in FRENCH_UNITS:
        return spelled
    american = typed.replace("metre", "meter").replace("litre", "liter")
    if american != typed and american in cldr_keys():
        return american
    return _names().get(typed, typed)


_POWER: Final = re.compile(r"(?P<unit>[a-z]{0,2}m[²³])(?:/(?P<by>[a-z]{1,3}))?")
"""A square or a cube by its sign, « km² », « m³/s »: nothing else is written so, in any language."""
_OVER_POWER: Final = re.compile(r"(?P<unit>[^/|]+)/(?P<by>[a-z]{0,2}m[²³])")
"""What is counted by one of these: « €/m² », « kWh/m² », « visiteur/m² »."""


def _over_power(typed: re.Match[str]) -> str:
    unit, by = typed["unit"], _powers().get(typed["by"], "")
    key = _signs().get(unit) or key_of(unit)
    return f"{key}/{by}" if by and (is_measure(key) or len(unit) > SHORTEST_SYMBOL) else ""


SHORTEST_SYMBOL: Final = 2
"""Letters of a symbol that names no unit of ours; longer words are nouns."""


def _power_key(typed: re.Match[str]) -> str:
    unit, by = _powers().get(typed["unit"], ""), typed["by"]
    if not by or not unit:
        return unit
    counted_by = next((key for key, listed in FRENCH_UNITS.items() if by in (listed.symbol, listed.singular)), "")
    return f"{unit}/{counted_by}" if counted_by else ""


@cache
def _powers() -> dict[str, str]:
    """The signs of squares and cubes -> their keys."""
    keys = [key for key in unit_keys() if key.startswith(("square-", "cubic-"))]
    return {listed.symbol: key for key in reversed(keys) if (listed := _listed(key, FRENCH))}


@cache
def _signs() -> dict[str, str]:
    """The symbols of our own units and of money -> their keys."""
    keys = (*reversed(FRENCH_UNITS), *SIGNED)
    return {unit_of(key, FRENCH).symbol: key for key in keys} | {"hab.": "inhabitant", "hab": "inhabitant"}


SIGNED: Final = ("EUR", "USD", "GBP")
"""Currencies whose sign a keyboard has."""


@cache
def _names() -> dict[str, str]:
    """The French names of our own units, in the singular -> their keys."""
    return {unit.singular: key for key, unit in FRENCH_UNITS.items() if unit.singular and key not in ("times", "age")}


def _listed(key: str, locale: str) -> Unit | None:
    own = language_at(locale).counting.units[locale].get(key)
    return own or currency(key, locale) or cldr_unit(key, locale)


def _noun(key: str, locale: str) -> Unit:
    singular, bar, rest = key.replace("'", APOSTROPHE).partition("|")
    plural, _, symbol = rest.partition("|")
    if bar:
        return Unit(singular, plural, symbol, "named")
    if SIGN.search(singular):
        return Unit(singular, singular)
    language = language_at(locale)
    one = language.counting.singular(singular)
    return Unit(one, pluralise(one, language.code))


def _compound_unit(parts: Compound, locale: str) -> Unit:
    counting = language_at(locale).counting
    unit, by = unit_of(parts.unit, locale), unit_of(parts.by, locale)
    if parts.count > 1:
        words = counting.per(by.plural, write_number(Decimal(parts.count), locale))
        return joined(unit, f" {words}", "", counting.also)
    symbol = counting.denominators.get(parts.by, by.symbol)
    return joined(unit, f" {counting.per(by.singular, '')}", f"/{symbol}" if symbol else "", counting.also)
