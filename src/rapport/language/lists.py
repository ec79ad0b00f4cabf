"""Items -> one phrase: « a, b et c », « a ou b », « Paris, Lyon ; New Delhi »."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from babel.lists import format_list

from rapport.language.characters import NARROW_NO_BREAK_SPACE
from rapport.language.locales import babel_locale, language_of
from rapport.language.words import vocabulary

Conjunction = Literal["and", "or"]
_STYLES: Final[dict[str, Literal["standard", "or"]]] = {"and": "standard", "or": "or"}
_SEMICOLONS: Final = {"fr": f"{NARROW_NO_BREAK_SPACE}; ", "en": "; "}


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


def _by_semicolons(items: Sequence[str], locale: str, conjunction: Conjunction) -> str:
    semicolon = _SEMICOLONS[language_of(locale)]
    word = vocabulary(locale).conjunctions[conjunction]
    return semicolon.join((*items[:-1], f"{word} {items[-1]}"))
