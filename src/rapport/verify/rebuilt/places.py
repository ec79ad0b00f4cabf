"""Places of differences, several of a kind told together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby


def runs(what: str, numbers: Sequence[int]) -> str:
    """« page 3 », « pages 1 à 4, 7 »; empty for none."""
    if not numbers:
        return ""
    shown = []
    for _, group in groupby(enumerate(sorted(set(numbers))), lambda item: item[1] - item[0]):
        first, *rest = (number for _, number in group)
        shown.append(f"{first} à {rest[-1]}" if len(rest) > 1 else ", ".join(map(str, (first, *rest))))
    plural = "s" if len(set(numbers)) > 1 else ""
    return f"{what}{plural}\u00a0{', '.join(shown)}"
