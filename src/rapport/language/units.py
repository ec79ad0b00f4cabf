"""What quantities are counted in: the unit table of each language, and nouns for whatever it does not list."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal

from rapport.language.lexicon.english_units import ENGLISH_UNITS
from rapport.language.lexicon.french_units import FRENCH_UNITS
from rapport.language.lexicon.unit import Unit
from rapport.language.plural import is_plural, pluralise, singular_of

_TABLES: Final = {"fr": FRENCH_UNITS, "en": ENGLISH_UNITS}

Width = Literal["prose", "name", "symbol"]
"""How a unit is said: as running text wants it, by its name ("mégawatts"), by its symbol where it has one ("MW")."""


def unit_of(key: str, language: str) -> Unit:
    """The unit that content calls `key`; a key of no table is a counted noun in the singular, empty for none."""
    listed = _TABLES[language].get(key)
    if listed:
        return listed
    return Unit(singular_of(key), pluralise(key, language) if key else "")


def is_measure(key: str) -> bool:
    """Whether `key` names a unit of measure, of money or of a share, rather than what is counted."""
    return key in FRENCH_UNITS


def unit_name(unit: Unit, value: Decimal, language: str, scaled: bool = False) -> str:
    """The unit's name after `value`; after million and above French counts in « années », not « ans »."""
    if scaled:
        return unit.scaled or unit.plural
    return unit.plural if is_plural(value, language) else unit.singular


def is_symbol(unit: Unit, width: Width) -> bool:
    """Whether the unit is printed by its symbol at this width."""
    return bool(unit.symbol) and (width == "symbol" or (width == "prose" and unit.kind in ("measure", "percent")))
