"""Numbers written in letters."""

from __future__ import annotations

import re

from msgspec import Struct

from rapport.figures.lexicon import SPACES, Lexicon

WORD = re.compile(r"[^\W\d_]+")
MOST_WORDS = 20
"""Words looked at: the longest number below a million takes thirteen."""
LONGEST = 4
"""Words in the longest number below 100 (quatre-vingt-dix-neuf)."""


class Words(Struct, frozen=True):
    """A number in letters: its value, where it ends, and how many words it takes."""

    value: int
    end: int
    length: int


def read_letters(text: str, start: int, lexicon: Lexicon) -> Words | None:
    """The number below a million written in letters at `start`; None where there is none.

    A number that goes on as another word ("deux-roues") is not one.
    """
    words, ends = _words_from(text, start)
    value, used = _thousands(words, 0, lexicon)
    if not used or _runs_on(text, start, ends[used - 1]):
        return None
    return Words(value, ends[used - 1], used)


def _words_from(text: str, start: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The next words from `start`, joined by hyphens or single spaces, in lower case, and their ends."""
    words: list[str] = []
    ends: list[int] = []
    match = WORD.match(text, start)
    while match and len(words) < MOST_WORDS:
        words.append(match[0].casefold())
        ends.append(match.end())
        joined = match.end() < len(text) and text[match.end()] in f"-‑{SPACES}"
        match = WORD.match(text, match.end() + 1) if joined else None
    return tuple(words), tuple(ends)


def _runs_on(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 2]
    return (before in ("-", "‑", "’", "'") and text[start - 2 : start - 1].casefold() not in ("d", "l")) or bool(
        re.match(r"[-‑]\w|[’']|\d", after)
    )


def _thousands(words: tuple[str, ...], index: int, lexicon: Lexicon) -> tuple[int, int]:
    """Deux cent mille trois: (200003, 4). (0, 0) stands for no number."""
    high, used = _hundreds(words, index, lexicon)
    if _at(words, index + used) not in lexicon.thousand:
        return high, used
    low, more = _hundreds(words, index + used + 1, lexicon)
    return (high if used else 1) * 1000 + low, used + 1 + more


def _hundreds(words: tuple[str, ...], index: int, lexicon: Lexicon) -> tuple[int, int]:
    """Trois cent vingt: (320, 3)."""
    high, used = _below_hundred(words, index, lexicon)
    if high > 9 or _at(words, index + used) not in lexicon.hundred:
        return high, used
    joined = index + used + 1
    joined += _at(words, joined) == "and"
    low, more = _below_hundred(words, joined, lexicon)
    return (high if used else 1) * 100 + low, (joined - index if more else used + 1) + more


def _below_hundred(words: tuple[str, ...], index: int, lexicon: Lexicon) -> tuple[int, int]:
    for length in range(min(LONGEST, len(words) - index), 0, -1):
        value = lexicon.small.get(words[index : index + length])
        if value is not None:
            return value, length
    return 0, 0


def _at(words: tuple[str, ...], index: int) -> str:
    return words[index] if index < len(words) else ""
