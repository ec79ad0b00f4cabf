"""French ranks in figures (Lexique, « nombres ordinaux »)."""

from __future__ import annotations

from rapport.language.ordinal import Gender


def ordinal(rank: int, gender: Gender = "masculine") -> str:
    """1er, 1re, 2e, 21e."""
    first = "er" if gender == "masculine" else "re"
    return f"{rank}{first if rank == 1 else 'e'}"
