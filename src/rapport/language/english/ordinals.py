"""English ranks in figures."""

from __future__ import annotations

from rapport.language.ordinal import Gender


def ordinal(rank: int, gender: Gender = "masculine") -> str:
    """1st, 2nd, 3rd, 11th, in any gender."""
    return f"{rank}{_ending(rank)}"


def _ending(rank: int) -> str:
    if rank % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
