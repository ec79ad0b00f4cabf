"""Rank -> « 1er », « 1re », « 2e » (text only: raising the letters is formatting, see `superscripts`)."""

from __future__ import annotations

from rapport.language.languages import language_at
from rapport.language.ordinal import Gender


def ordinal(rank: int, locale: str, gender: Gender = "masculine") -> str:
    """A rank in figures: 1er, 1re, 2e, 21e; 1st, 2nd, 3rd, 11th. Raises UnknownLocaleError."""
    return language_at(locale).counting.ordinal(rank, gender)
