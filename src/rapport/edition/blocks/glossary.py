"""Acronyms and what they stand for."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


class Entry(Struct, frozen=True):
    """An acronym, and its expansion with a few words of explanation."""

    term: Text
    definition: Text


class Glossary(Struct, frozen=True):
    """Acronyms in alphabetical order; `title` may be empty."""

    entries: tuple[Entry, ...]
    title: Text = ()
    origin: Origin = NOWHERE
