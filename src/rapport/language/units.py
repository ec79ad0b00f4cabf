"""What quantities are counted in: the unit table of each language, and nouns for whatever it does not list."""

from __future__ import annotations

from rapport.language.french.units import FRENCH_UNITS
from rapport.language.languages import LANGUAGES
from rapport.language.plural import pluralise, singular_of
from rapport.language.unit import Unit


def unit_of(key: str, language: str) -> Unit:
    """The unit that content calls `key`; a key of no table is a counted noun in the singular, empty for none."""
    listed = LANGUAGES[language].counting.units.get(key)
    if listed:
        return listed
    return Unit(singular_of(key), pluralise(key, language) if key else "")


def is_measure(key: str) -> bool:
    """Whether `key` names a unit of measure, of money or of a share, rather than what is counted."""
    return key in FRENCH_UNITS
