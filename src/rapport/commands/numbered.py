"""Which numbered copy a file claims to be, by its name, and what it must then say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapport.commands.composition import Composition
from rapport.language.furniture import furniture, phrase
from rapport.language.locales import LOCALES
from rapport.pack.names import safe_name
from rapport.verify.trace.passages import passages
from rapport.verify.trace.sightings import sightings

UNKNOWN = "?"
"""The recipient of a copy that names none: no document says so, and the proof fails."""


def copy_of(stem: str, keys: Iterable[str]) -> tuple[str, int] | None:
    """The briefing and the number that a name stands for (`evian-g7-007-inde`), None for no copy of these briefings."""
    for key in sorted(keys, key=len, reverse=True):
        match = re.fullmatch(rf"{re.escape(safe_name(key))}-(\d{{3,}})(?:-.*)?", stem)
        if match:
            return key, int(match[1])
    return None


def stamped(made: Composition, number: int, data: bytes) -> Composition:
    """The briefing as copy `number` shows it, for the recipient that the document itself names, in either language."""
    texts = tuple(passages(data))
    for locale in LOCALES:
        found = sightings(texts, (furniture(locale)["copy"],))
        names = [sighting.name for sighting in found if sighting.number == number]
        if names:
            return made.stamped(phrase("copy", locale, number, names[0]))
    return made.stamped(phrase("copy", made.locale, number, UNKNOWN))
