"""Acronyms in what readers see: where they stand, and the note that says what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from unicodedata import category

from rapport.edition.edition import Furniture
from rapport.edition.text import Span, Text

NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE, NO_BREAK_HYPHEN = "\u00a0", "\u202f", "\u2011"


def typed(text: str) -> str:
    """A text with the signs that an author types for those that the typographer sets, at the same length."""
    return text.replace(NO_BREAK_SPACE, " ").replace(NARROW_NO_BREAK_SPACE, " ").replace(NO_BREAK_HYPHEN, "-")


REMEMBERED = 1 << 12
"""Texts whose acronyms are kept: both documents say most of them, and all audiences."""


def acronyms_in(text: str, keys: Iterable[str]) -> tuple[tuple[int, int, str], ...]:
    """Where acronyms stand in a text as whole words, and their keys; some hold a sign or a space: R&D, AI Act."""
    return _acronyms_in(text, tuple(keys))


@lru_cache(REMEMBERED)
def _acronyms_in(text: str, keys: tuple[str, ...]) -> tuple[tuple[int, int, str], ...]:
    pattern = _pattern(tuple(sorted(keys, key=lambda key: (-len(key), key))))
    return tuple((match.start(), match.end(), match[0]) for match in pattern.finditer(typed(text)))


@lru_cache(64)
def _pattern(keys: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, keys))})(?![\w\u0900-\u0963])" if keys else r"(?!)")


def goes_on(after: str) -> bool:
    """Whether what follows an acronym makes it part of a name, or explains it in its author's way."""
    return after[:1] in (" ", NO_BREAK_SPACE) and (after[1:2] == "(" or category(after[1:2] or " ") == "Lu")


def explained_in(text: str, pending: Mapping[str, str]) -> frozenset[str]:
    """The acronyms whose meaning a text gives in its own words."""
    said = typed(text).casefold() if pending else ""
    return frozenset(key for key, meaning in pending.items() if typed(meaning).casefold() in said)


def may_stand_in(text: str, keys: Iterable[str]) -> bool:
    """Whether a text holds the letters of one of the acronyms; where not, it need not be looked through for words."""
    return any(map(typed(text).__contains__, keys))


def met_in(texts: Iterable[str], pending: Mapping[str, str]) -> dict[str, str]:
    """The acronyms that texts are the first to have, in their order, each with what it stands for."""
    found: dict[str, str] = {}
    seen = tuple(texts) if pending else ()
    if not may_stand_in("\n".join(seen), pending):
        return found
    for text in seen:
        for _start, end, key in acronyms_in(text, pending):
            if not goes_on(text[end : end + 2]):
                found[key] = pending[key]
    return found


def acronym_note(found: Mapping[str, str], furniture: Furniture) -> Text:
    """A sentence that says what acronyms stand for; empty for none."""
    told = furniture("acronyms-parted").join(furniture("acronym", key, meaning) for key, meaning in found.items())
    return (Span(f"{told}.", gloss=True),) if told else ()
