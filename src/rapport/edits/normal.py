"""Texts in the form in which they are compared, typography and line breaks aside; changes carried between texts."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

_SPACE = " \t\v\r\n\u00a0\u2007\u2009\u202f"
SPACES = re.compile(f"[{_SPACE}]+")
WORD = re.compile(f"[^{_SPACE}]+")
SOFT = re.compile("[\u00ad\u200b\u2060]")
"""Where a line may end, or may not: nothing to read."""


def normal(text: str) -> str:
    """One plain space for any, composed letters, nothing invisible."""
    return SPACES.sub(" ", SOFT.sub("", unicodedata.normalize("NFC", text))).strip(" ")


_OPENING, _CLOSING = "«" + " ", " " + "»"
_SET = {"’": "'", "‘": "'", "‑": "-", "…": "...", _OPENING: '"', _CLOSING: '"', "“": '"', "”": '"'}
_TYPED = re.compile("|".join(_SET))


def folded(text: str) -> str:
    """A text in normal form without what the typographer sets for what is typed: apostrophes, quotation marks."""
    return _TYPED.sub(lambda found: _SET[found[0]], text)


def words_of(text: str) -> list[str]:
    """The words of a text in normal form."""
    return [word for word in text.split(" ") if word]


def alike(one: Counter[str], other: Counter[str]) -> float:
    """Dice's coefficient of two bags of words, 1 for two empty ones: in any order, hence quick."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


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
