"""Which numbered copy a file claims to be, by its name, and what it must then say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from rapport.commands.composition import Composition
from rapport.model.briefing import LOCALES
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


def stamped(compose: Callable[[str], Composition], number: int, data: bytes) -> Composition:
    """The briefing as copy `number` shows it, in the language and for the recipient that the document itself names.

    `compose` gives the briefing in a locale, in its own for an empty one.
    """
    texts = tuple(passages(data))
    for locale in ("", *LOCALES):
        made = compose(locale)
        found = sightings(texts, (made.brief.furniture("copy", "{1}", "{2}"),))
        names = [sighting.name for sighting in found if sighting.number == number]
        if names:
            return _for(names[0], number, made)
    return _for(UNKNOWN, number, compose(""))


def _for(name: str, number: int, made: Composition) -> Composition:
    stamp = made.brief.furniture("copy", number, name)
    brief, deck = replace(made.brief, stamp=stamp), replace(made.deck, stamp=stamp)
    return replace(made, brief=brief, deck=deck, plan=replace(made.plan, stamp=stamp))
