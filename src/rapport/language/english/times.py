"""English times of day, on the 24-hour clock."""

from __future__ import annotations


def write(hour: int, minute: int) -> str:
    """18:30."""
    return f"{hour}:{minute:02d}"
