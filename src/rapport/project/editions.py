"""The editions of one content, one for each audience: which there are, and how their files are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from rapport.audience import AUDIENCES, Audience
from rapport.language.locales import LOCALES
from rapport.model.content import Content, models_of
from rapport.project.project import UsageError
from rapport.resolve.audience import permitted

AUDIENCE_WORDS: Mapping[Audience, str] = MappingProxyType(
    {"internal": "interne", "partners": "partenaires", "press": "presse", "public": "public"}
)
"""What authors call each audience."""


TONGUE = re.compile(rf"(.+)\.({'|'.join(LOCALES)})(\.[a-z]+)")
"""A document's name that says what language it was translated into."""


ANYWHERE = re.compile(rf"\.({'|'.join(LOCALES)})(?=[.-])")
"""The same in a name to which somebody has added words."""


class Variant(Struct, frozen=True):
    """A briefing for an audience; `locale` is what it was translated into, empty where it was not."""

    key: str
    audience: Audience = "internal"
    locale: str = ""

    @property
    def stem(self) -> str:
        """How the names of its files begin."""
        return stem_of(self.key, self.audience)

    def named(self, ending: str) -> str:
        """The name of its document of an ending, `-brief.pdf`."""
        return file_name(self.stem, ending, self.locale)


def edition_for(content: Content, keys: Iterable[str], audience: Audience) -> Content:
    """The content as an audience may see it. Raises UsageError for a briefing of which it may see nothing."""
    seen = permitted(content, audience)
    for key in keys:
        if key not in seen.briefings:
            named = AUDIENCE_WORDS[audience]
            raise UsageError(f"rien de «\u00a0{key}\u00a0» n’est destiné au public visé «\u00a0{named}\u00a0»")
    return seen


def narrower_editions(content: Content, keys: Iterable[str], audience: Audience) -> Iterator[Content]:
    """What the narrower audiences that sections or facts name see of briefings: they will be asked for one day."""
    briefings = {key: content.briefings[key] for key in keys}
    sections = [content.sections[name] for briefing in briefings.values() for name in briefing.sections]
    named = {getattr(model, "audience", None) for model in models_of((*sections, *content.facts.values()))}
    for other in AUDIENCES[AUDIENCES.index(audience) + 1 :]:
        if other in named:
            yield permitted(replace(content, briefings=briefings), other)


def stem_of(key: str, audience: Audience) -> str:
    """How the names of a briefing's files begin: `evian-g7`, and `evian-g7.partners` where some of it is left out."""
    return key if audience == "internal" else f"{key}.{audience}"


def file_name(stem: str, ending: str, locale: str = "") -> str:
    """The name of a document: `evian-g7-brief.pdf`, and `evian-g7-brief.en_GB.pdf` of what was translated."""
    kind, dot, extension = ending.rpartition(".")
    return f"{stem}{kind}.{locale}{dot}{extension}" if locale else f"{stem}{ending}"


def untongued(name: str) -> tuple[str, str]:
    """A document's name as that of what was not translated, and the locale that it names, empty for none."""
    found = TONGUE.fullmatch(name)
    return (f"{found[1]}{found[3]}", found[2]) if found else (name, "")


def tongue_in(name: str) -> str:
    """The locale that a document's name says, whatever words somebody has added to it; empty where it says none."""
    named = ANYWHERE.search(name)
    return named[1] if named else ""


def parted(stem: str) -> tuple[str, Audience]:
    """The briefing and the audience of a stem: no key holds a dot."""
    key, _, named = stem.rpartition(".")
    for audience in AUDIENCES[1:]:
        if key and audience == named:
            return key, audience
    return stem, "internal"
