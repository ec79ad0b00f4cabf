"""What resolving one edition needs to know, and the little it must remember on the way."""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct, field

from rapport.edition.edition import Medium
from rapport.edition.furniture import Furniture
from rapport.language.languages import style_of
from rapport.language.typographer import typeset_text
from rapport.model.briefing import Briefing
from rapport.model.content import Content
from rapport.model.fact import Fact
from rapport.model.section import Section


class Memory(Struct):
    """What has been met so far in reading order: the marks of footnotes called."""

    notes: dict[tuple[str, str], str] = field(default_factory=dict)


class Context(Struct, frozen=True, dict=True):
    """The briefing being resolved, for one medium and one locale."""

    content: Content
    key: str
    briefing: Briefing
    medium: Medium
    locale: str
    language: str
    furniture: Furniture
    memory: Memory

    def fact(self, key: str) -> Fact:
        """A fact by its key; `read` has checked that it exists."""
        return self.content.facts[key]

    @cached_property
    def names(self) -> re.Pattern[str]:
        """What finds the content's names in typeset text, the longest first; nothing where there are none."""
        texts = sorted((typeset_text(name.text, style_of(self.locale)) for name in self.content.names), key=len)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, reversed(texts)))})(?!\w)" if texts else r"(?!)")

    @property
    def sections(self) -> tuple[tuple[str, Section], ...]:
        """The sections this medium shows, in the briefing's order."""
        listed = ((key, self.content.sections[key]) for key in self.briefing.sections)
        return tuple((key, section) for key, section in listed if self.medium in section.media)
