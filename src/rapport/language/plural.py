"""Nouns and their number: a count chooses the form, each language by its own rule."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from rapport.language.lexicon.french_plurals import IRREGULAR, LINKS

_WORDS = re.compile(r"[ \u00a0]+")
_ACRONYM = re.compile(r"[A-Z0-9&]{2,}")
_ENGLISH_IRREGULAR: Final = {
    "person": "people", "man": "men", "woman": "women", "child": "children",
    "start-up": "start-ups", "exaflop/s": "exaflop/s", "petaflop/s": "petaflop/s",
}  # fmt: skip


def is_plural(value: Decimal, language: str) -> bool:
    """French is plural from 2 on (0 projet, 1,5 projet); English is singular for 1 alone (0 projects)."""
    return abs(value) >= 2 if language == "fr" else abs(value) != 1


def pluralise(noun: str, language: str) -> str:
    """The plural of a noun phrase in the singular.

    An author may give both forms, « appel d’offres européen|appels d’offres européens »: the second is then the answer.
    """
    _, bar, plural = noun.partition("|")
    if bar:
        return plural
    return _french(noun) if language == "fr" else _english(noun)


def singular_of(noun: str) -> str:
    """The singular of a noun phrase that may carry both forms."""
    return noun.partition("|")[0]


def _french(noun: str) -> str:
    words = _WORDS.split(noun)
    for index, word in enumerate(words):
        if word in LINKS or word.startswith(("d’", "l’")):
            break
        words[index] = _french_word(word)
    return " ".join(words)


def _french_word(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith(("s", "x", "z")) or _ACRONYM.fullmatch(word):
        return word
    if word.endswith("al"):
        return word[:-2] + "aux"
    return word + ("x" if word.endswith(("au", "eu")) else "s")


def _english(noun: str) -> str:
    head, link, rest = _english_head(noun)
    before, space, last = head.rpartition(" ")
    return before + space + _english_word(last) + link + rest


def _english_head(noun: str) -> tuple[str, str, str]:
    for link in (" of ", " per ", " in ", " for "):
        if link in noun:
            head, _, rest = noun.partition(link)
            return head, link, rest
    return noun, "", ""


def _english_word(word: str) -> str:
    if word in _ENGLISH_IRREGULAR:
        return _ENGLISH_IRREGULAR[word]
    if word.endswith("y") and word[-2:-1] not in ("a", "e", "i", "o", "u", ""):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
