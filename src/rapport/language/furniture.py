"""Furniture: the phrases that layout fills, because only layout knows the page, the copy, the table that goes on.

A phrase has numbered slots, {1}, {2}…, filled in the order its language wants.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from rapport.language.words import lookup, vocabulary

_SLOT: Final = re.compile(r"\{([1-9])\}")


def furniture(locale: str) -> Mapping[str, str]:
    """Every phrase of a language, by name, slots unfilled: what an edition carries to layout."""
    return vocabulary(locale).furniture


def shape_names(locale: str) -> Mapping[str, str]:
    """The names of shapes, layouts and workbook heads, by what they name, slots unfilled: what a deck carries."""
    return vocabulary(locale).shapes


def report_phrases(locale: str) -> Mapping[str, str]:
    """Every phrase of the pages about our own documents, by name, slots unfilled."""
    return vocabulary(locale).reports


def phrase(name: str, locale: str, *values: object) -> str:
    """The phrase `name` with its slots filled: `phrase("page", "fr_FR", 3, 12)` is « page 3 sur 12 ».

    Raises UnknownWordError for a name that is no phrase, SlotError when values and slots do not match.
    """
    return fill(lookup(furniture(locale), name, "phrase"), *values)


def fill(pattern: str, *values: object) -> str:
    """`pattern` with {1} replaced by the first value, and so on; braces inside values are left alone."""
    wanted = {int(slot) for slot in _SLOT.findall(pattern)}
    if wanted != set(range(1, len(values) + 1)):
        raise SlotError(f"{pattern!r} has {len(wanted)} slot(s), {len(values)} value(s) were given")
    return _SLOT.sub(lambda slot: str(values[int(slot[1]) - 1]), pattern)


class SlotError(ValueError):
    """A phrase was given more or fewer values than it has slots."""
