"""Texts in the form in which they are compared: typography and line breaks are the program's, words the author's."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

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
