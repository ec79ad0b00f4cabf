"""Looks a word up in the vocabulary of a locale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rapport.language.french.words import FRENCH_WORDS
from rapport.language.languages import language_at
from rapport.language.vocabulary import Vocabulary

QUALIFIERS: Final = tuple(FRENCH_WORDS.qualifiers)
"""What may stand before a figure; the empty one and `exactly` print nothing."""
STATUSES: Final = tuple(FRENCH_WORDS.statuses)
"""What a figure may claim to be."""


class UnknownWordError(KeyError):
    """The key is in no vocabulary."""


def vocabulary(locale: str) -> Vocabulary:
    """The fixed words of `locale`. Raises UnknownLocaleError."""
    return language_at(locale).words


def status_word(status: str, locale: str) -> str:
    """The word beside a figure: « Réalisé » for `achieved`. Raises UnknownWordError."""
    return lookup(vocabulary(locale).statuses, status, "status")


def qualifier_words(qualifier: str, locale: str) -> str:
    """The words before a figure: « plus de » for `more-than`; empty for none. Raises UnknownWordError."""
    return lookup(vocabulary(locale).qualifiers, qualifier, "qualifier")


def lookup(table: Mapping[str, str], key: str, what: str) -> str:
    """`table[key]`, or an UnknownWordError that names what was looked for."""
    try:
        return table[key]
    except KeyError:
        raise UnknownWordError(f"{key!r} is no {what}: {', '.join(filter(None, table))}") from None
