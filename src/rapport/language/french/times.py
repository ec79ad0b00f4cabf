"""French times of day (Lexique, « heures »)."""

from __future__ import annotations

from rapport.language.characters import NO_BREAK_SPACE


def write(hour: int, minute: int) -> str:
    """« 18 h 30 », « 18 h » on the hour."""
    whole = f"{hour}{NO_BREAK_SPACE}h"
    return f"{whole}{NO_BREAK_SPACE}{minute:02d}" if minute else whole
