"""French nouns in the plural, and the values that want it."""

from __future__ import annotations

import re
from decimal import Decimal

from rapport.language.french.lexicon.plurals import IRREGULAR, LINKS

_WORDS = re.compile(r"[ \u00a0]+")
_ACRONYM = re.compile(r"[A-Z0-9&]{2,}")


def is_plural(value: Decimal) -> bool:
    """From 2 on: 0 projet, 1,5 projet, 2 projets."""
    return abs(value) >= 2


def pluralise(noun: str) -> str:
    """The plural of a noun phrase: what follows « de » or « à » does not agree."""
    words = _WORDS.split(noun)
    for index, word in enumerate(words):
        if word in LINKS or word.startswith(("d’", "l’")):
            break
        words[index] = _plural(word)
    return " ".join(words)


def _plural(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith(("s", "x", "z")) or _ACRONYM.fullmatch(word):
        return word
    if word.endswith("al"):
        return word[:-2] + "aux"
    return word + ("x" if word.endswith(("au", "eu")) else "s")
