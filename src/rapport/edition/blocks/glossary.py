"""Acronyms and what they stand for."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True)
class Entry:
    """An acronym, and its expansion with a few words of explanation."""

    term: Text
    definition: Text


@dataclass(frozen=True, slots=True)
class Glossary:
    """Acronyms in alphabetical order; `title` may be empty."""

    entries: tuple[Entry, ...]
    title: Text = ()
    origin: Origin = NOWHERE
