"""Who to ask."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.evidence import Status
from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


class Contact(Struct, frozen=True):
    """A contact as the author gave it; never invented."""

    name: Text
    role: Text
    details: tuple[Text, ...]


class Contacts(Struct, frozen=True):
    """Contacts of the issuer; `title` may be empty."""

    items: tuple[Contact, ...]
    title: Text = ()
    origin: Origin = NOWHERE


class Entry(Struct, frozen=True):
    """An acronym, and its expansion with a few words of explanation."""

    term: Text
    definition: Text


class Glossary(Struct, frozen=True):
    """Acronyms in alphabetical order; `title` may be empty."""

    entries: tuple[Entry, ...]
    title: Text = ()
    origin: Origin = NOWHERE


class StatusKey(Struct, frozen=True):
    """Each status used, and what it means; `remark` is a sentence beside it."""

    title: Text
    remark: Text
    entries: tuple[tuple[Status, Text], ...]
    origin: Origin = NOWHERE
