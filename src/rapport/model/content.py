"""Everything that authors wrote, as one value."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from rapport.audience import Audience
from rapport.edition.picture import Picture
from rapport.model.briefing import Briefing
from rapport.model.fact import Fact
from rapport.model.reference import Acronym, Source
from rapport.model.section import Section
from rapport.model.unit import OwnUnit
from rapport.origin import NOWHERE, Origin


class FactGroup(Struct, frozen=True):
    """The facts of one file: the title of the group in the annex, and their keys in the order of the file."""

    key: str
    title: str
    facts: tuple[str, ...]


class Name(Struct, frozen=True):
    """A name: its numbers are no figures ("G7", "France 2030"), and no line parts its words ("Mistral AI")."""

    text: str
    origin: Origin = NOWHERE


class Content(Struct, frozen=True):
    """The content folder. Mappings go from the key (a file's name, or a mapping's key) to what it names.

    `digest` is the SHA-256 of all files read, in order of path: the fingerprint of the content.
    `audience` is who may see it all: what others may not is left out, `texts` too. `whole` is what it was taken from,
    None where nothing was left out; nothing of it is printed, but documents are proved to hold no more than they may.
    """

    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    groups: tuple[FactGroup, ...]
    sections: Mapping[str, Section]
    briefings: Mapping[str, Briefing]
    names: tuple[Name, ...]
    acronyms: Mapping[str, Acronym]
    pictures: Mapping[str, Picture]
    digest: str
    texts: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, OwnUnit] = field(default_factory=dict)
    audience: Audience = "internal"
    whole: Content | None = None
