"""A change of a text made to the text as it has become since: words are put where the same words still stand."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from rapport.edits.normal import words_of

Codes = Sequence[tuple[str, int, int, int, int]]


def merged(base: str, changed: str, now: str) -> str | None:
    """`now` with what makes `changed` of `base`; None where those words, or what they stood beside, are gone.

    What `now` says already is not said twice.
    """
    old, new, result = words_of(base), words_of(changed), words_of(now)
    places = _places(old, result)
    for kind, first, last, start, end in reversed(_codes(old, new)):
        if kind == "equal":
            continue
        between = _between(places, (first, last), (len(old), len(result)))
        here = None if between is None else result[slice(*between)]
        if here == new[start:end]:
            continue
        place = between[0] if between and here == old[first:last] else _place(places, first, last)
        if place is None:
            return None
        result[place : place + last - first] = new[start:end]
    return " ".join(result)


def _between(places: dict[int, int], words: tuple[int, int], sizes: tuple[int, int]) -> tuple[int, int] | None:
    """What now stands between the neighbours of a stretch of old words, None where one of them is gone."""
    first, last = words
    low = 0 if first == 0 else places.get(first - 1, -2) + 1
    high = sizes[1] if last == sizes[0] else places.get(last, -1)
    return (low, high) if 0 <= low <= high else None


def _codes(old: Sequence[str], new: Sequence[str]) -> Codes:
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _places(old: Sequence[str], now: Sequence[str]) -> dict[int, int]:
    """Where each old word now stands, for those that still do."""
    blocks = SequenceMatcher(None, old, now, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _place(places: dict[int, int], first: int, last: int) -> int | None:
    """Where a stretch of old words now begins; where words put in between two of them belong."""
    if first == last:
        return places[first - 1] + 1 if first - 1 in places else places.get(first)
    found = [places.get(word) for word in range(first, last)]
    begin = found[0]
    unbroken = begin is not None and found == list(range(begin, begin + last - first))
    return begin if unbroken else None
