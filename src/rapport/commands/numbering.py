"""Pages and slides by their numbers, those that follow each other together: « pages 1 à 12, 14 »."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby


def numbered(kind: str, numbers: Iterable[int]) -> str:
    """Some numbers of one kind, which is written in the plural where there are several."""
    found = sorted(set(numbers))
    runs: list[str] = []
    for _, group in groupby(enumerate(found), lambda item: item[1] - item[0]):
        first, *rest = (number for _, number in group)
        runs.append(f"{first} à {rest[-1]}" if rest else str(first))
    several = "s" if len(found) > 1 and not kind.endswith("s") else ""
    return f"{kind}{several} {', '.join(runs)}".rstrip(" ")
