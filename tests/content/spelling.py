"""A French dictionary, and our own words beside it."""

from __future__ import annotations

import re

from spellchecker import SpellChecker

from content.texts import HERE

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|aujourd)’")


def dictionary() -> SpellChecker:
    """Knows French words and those of `words.txt`."""
    checker = SpellChecker(language="fr")
    own = (HERE / "words.txt").read_text(encoding="utf-8").split("\n")
    checker.word_frequency.load_words([word.casefold() for word in own if word and not word.startswith("#")])
    return checker


def parts(line: str) -> list[str]:
    """The words of a line: elisions and compounds taken apart."""
    whole = ELIDED.sub(" ", line.casefold())
    return [part for word in WORD.findall(whole) for part in word.split("-") if len(part) > 1]
