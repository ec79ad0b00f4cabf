"""Where lines may end: inside which words, and on which words no title does."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

import pyphen

from rapport.language.english import typography as english
from rapport.language.french.lexicon import FUNCTION_WORDS, QUALIFIERS
from rapport.language.languages import LANGUAGES

# Word -> where it may be broken at a line's end, under the guards of French composition.
#
# Rules: at least two letters before the break and three after (Le Robert; Imprimerie nationale, Lexique, « division des
# mots »); never in a proper noun, an acronym, a number, an address; a compound only at its own hyphen, where no hyphen
# is added; never after an apostrophe nor after the first letter that follows it; never beside an x or a y that stands
# between two vowels.

LEFT: Final = 2
RIGHT: Final = 3
"""Letters before and after a break, at least: as babel-french has TeX keep them."""
_APOSTROPHES: Final = "'’"
_PUNCTUATION_BEFORE: Final = '«“„"([{¿¡—–\u00a0\u202f'
_PUNCTUATION_AFTER: Final = '»”")]},.;:!?…—–\u00a0\u202f'
_BREAKABLE = re.compile(rf"[^\W\d_]+(?:[{_APOSTROPHES}][^\W\d_]+)*")
_VOWELS: Final = frozenset("aeiouyœæ")
_CACHED_WORDS: Final = 50_000  # several times the words of a long briefing


@lru_cache(maxsize=_CACHED_WORDS)
def break_points(word: str, language: str) -> tuple[int, ...]:
    """The offsets in `word` where a hyphen may be set and the line end; empty for a word that stays whole.

    `word` may carry the punctuation typed against it. A word that begins with a capital is taken for a proper noun:
    at the start of a sentence one cannot tell, and an unbroken word is never a fault. Raises KeyError for a
    language without patterns.
    """
    dictionary = _dictionary(language)
    core = word.lstrip(_PUNCTUATION_BEFORE)
    offset = len(word) - len(core)
    core = core.rstrip(_PUNCTUATION_AFTER)
    if not _BREAKABLE.fullmatch(core) or core != core.lower() or core in _UNDIVIDED:
        return ()
    return tuple(offset + at for at in dictionary.positions(core) if _allowed(core, at))


_UNDIVIDED: Final = frozenset("million millions milliard milliards billion billions trillion trillions".split())
"""Words that are a part of a figure, whose readers would take the line's end for that of the figure."""


def _allowed(word: str, at: int) -> bool:
    """Whether composition accepts the break that the patterns propose before `word[at]`."""
    if any(mark in word[max(0, at - 2) : at] for mark in _APOSTROPHES):
        return False
    if sum(letter not in _APOSTROPHES for letter in word[at:]) < RIGHT:
        return False
    return not (_between_vowels(word, at - 1) or _between_vowels(word, at))


def _between_vowels(word: str, at: int) -> bool:
    """Whether `word[at]` is an x or a y with a vowel on either side."""
    if word[at] not in "xy" or not 0 < at < len(word) - 1:
        return False
    return _is_vowel(word[at - 1]) and _is_vowel(word[at + 1])


def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter)[0] in _VOWELS


@cache
def _dictionary(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=LANGUAGES[language].hyphenation, left=LEFT, right=RIGHT)


# Words that no line of a title ends on: articles, prepositions, auxiliaries, qualifiers announce what follows.

_WEAK: Final[Mapping[str, frozenset[str]]] = {"fr": FUNCTION_WORDS | QUALIFIERS, "en": english.WEAK_ENDS}


def weak_ends(language: str) -> frozenset[str]:
    """The words of a language (a BCP 47 tag), in small letters; none for a language without a list."""
    return _WEAK.get(language.partition("-")[0].lower(), frozenset())
