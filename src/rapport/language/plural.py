"""Nouns and their number: a count chooses the form, each language by its own rule."""

from __future__ import annotations

from decimal import Decimal

from rapport.language.languages import LANGUAGES


def is_plural(value: Decimal, language: str) -> bool:
    """French is plural from 2 on (0 projet, 1,5 projet); English is singular for 1 alone (0 projects)."""
    return LANGUAGES[language].counting.is_plural(value)


def pluralise(noun: str, language: str) -> str:
    """The plural of a noun phrase in the singular.

    An author may give both forms, « appel d’offres européen|appels d’offres européens »: the second is then the answer.
    """
    _, bar, plural = noun.partition("|")
    return plural if bar else LANGUAGES[language].counting.pluralise(noun)


def singular_of(noun: str) -> str:
    """The singular of a noun phrase that may carry both forms."""
    return noun.partition("|")[0]
