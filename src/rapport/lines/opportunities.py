"""Where a word may be broken as it is written: compounds, dashes, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Kind = Literal["space", "hyphen", "figure", "written_hyphen", "dash", "address", "cut"]
"""At a space; a hyphen added, in a common word or in one bound to a figure; after a written hyphen; after a dash;
within an address; anywhere, as the last resort."""

ADDRESS = re.compile(r"(?:https?|ftp|mailto):|www\.|[\w.+-]+@[\w-]+\.|[\w-]+(?:\.[\w-]+)+/", re.IGNORECASE)
MARK = re.compile(r"[:@/]|www\.", re.IGNORECASE)
"""What every address has, found sooner than an address is."""

IN_ADDRESS = re.compile(r"(?<=[^/]/)(?!/)|(?<=//)|(?<=[@_-])|(?=[?&=#%])")
"""After slashes, before the marks of a query: no reader takes them for the end of a sentence (Chicago 7.46)."""

PRONOUN = r"(?:ils|elles?|nous|vous|moi|toi|lui|leur|les)(?!\w)"
"""What French binds to its verb with a hyphen: no line parts "seront-ils" (Lexique, "division des mots")."""

IN_WORD = re.compile(
    rf"(?P<hyphen>(?<=[^\W\d_]{{2}}[-\u2010])(?!{PRONOUN})(?=[^\W\d_]{{3}}))|(?P<dash>(?<=\w[\u2013\u2014])(?=\w))"
)
"""After a hyphen with two letters before it and three after, as words are divided; after a dash between words."""

SHORTEST_PART = 3
"""Characters of an address that stay together at either end."""


class Opportunity(NamedTuple):
    """A break allowed after the first `at` characters of a word."""

    at: int
    kind: Kind


def written_breaks(word: str) -> tuple[Opportunity, ...]:
    """The opportunities a word's own characters give, rising; no hyphen is added there. Empty for most words."""
    if word.isalpha():
        return ()
    return tuple(_address_breaks(word) if is_address(word) else _word_breaks(word))


def is_address(word: str) -> bool:
    """Whether a word is a web or mail address, which takes no hyphen."""
    return MARK.search(word) is not None and ADDRESS.search(word) is not None


def _address_breaks(word: str) -> Iterator[Opportunity]:
    for match in IN_ADDRESS.finditer(word):
        if SHORTEST_PART <= match.start() <= len(word) - SHORTEST_PART:
            yield Opportunity(match.start(), "written_hyphen" if word[match.start() - 1] == "-" else "address")


def _word_breaks(word: str) -> Iterator[Opportunity]:
    for match in IN_WORD.finditer(word):
        yield Opportunity(match.start(), "written_hyphen" if match["hyphen"] is not None else "dash")
