"""Items -> one phrase: « a, b et c », « a ou b », « Paris, Lyon ; New Delhi »."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from babel.lists import format_list

from rapport.language.languages import language_at
from rapport.language.locales import babel_locale
from rapport.language.words import vocabulary

Conjunction = Literal["and", "or"]
_STYLES: Final[dict[str, Literal["standard", "or"]]] = {"and": "standard", "or": "or"}


def join(items: Sequence[str], locale: str, conjunction: Conjunction = "and") -> str:
    """`items` joined as the locale joins them; empty for no item.

    Items that contain a comma are parted by semicolons, the last one too, so that no comma is read for another.
    """
    if len(items) > 1 and any("," in item for item in items):
        return _by_semicolons(items, locale, conjunction)
    return str(format_list(list(items), _STYLES[conjunction], babel_locale(locale)))


def enumerate_plainly(items: Sequence[str]) -> str:
    """`items` parted by commas, with no conjunction, for cells and captions."""
    return ", ".join(items)


def join_places(places: Sequence[str], locale: str) -> str:
    """Places side by side, each of which may be a list: « dossier, p. 3, 8 ; diapos 2 »."""
    return language_at(locale).semicolon.join(places)


def _by_semicolons(items: Sequence[str], locale: str, conjunction: Conjunction) -> str:
    semicolon = language_at(locale).semicolon
    word = vocabulary(locale).conjunctions[conjunction]
    return semicolon.join((*items[:-1], f"{word} {items[-1]}"))
