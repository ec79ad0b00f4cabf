"""Rank -> « 1er », « 1re », « 2e » (text only: raising the letters is formatting, see `superscripts`)."""

from __future__ import annotations

from typing import Literal

from rapport.language.locales import language_of

Gender = Literal["masculine", "feminine"]


def ordinal(rank: int, locale: str, gender: Gender = "masculine") -> str:
    """A rank in figures: 1er, 1re, 2e, 21e; 1st, 2nd, 3rd, 11th. Raises UnknownLocaleError."""
    if language_of(locale) == "fr":
        first = "er" if gender == "masculine" else "re"
        return f"{rank}{first if rank == 1 else 'e'}"
    return f"{rank}{_english_ending(rank)}"


def _english_ending(rank: int) -> str:
    if rank % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
