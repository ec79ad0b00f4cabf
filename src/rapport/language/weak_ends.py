"""Words that no line of a title ends on: articles, prepositions, auxiliaries, qualifiers announce what follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rapport.language.english import lexicon as english
from rapport.language.french.lexicon.function_words import FUNCTION_WORDS
from rapport.language.french.lexicon.weak_ends import QUALIFIERS

_WEAK: Final[Mapping[str, frozenset[str]]] = {"fr": FUNCTION_WORDS | QUALIFIERS, "en": english.WEAK_ENDS}


def weak_ends(language: str) -> frozenset[str]:
    """The words of a language (a BCP 47 tag), in small letters; none for a language without a list."""
    return _WEAK.get(language.partition("-")[0].lower(), frozenset())
