"""What resolving one edition needs to know, and the little it must remember on the way."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from rapport.edition.edition import Furniture, Medium
from rapport.language.languages import style_of
from rapport.language.typographer import typeset_text
from rapport.language.units import declared_unit
from rapport.model.briefing import Briefing
from rapport.model.content import Content, Section, facts_in, prose_of
from rapport.model.fact import Fact


class Memory(Struct):
    """What has been met so far in reading order: the marks of footnotes called; and the visuals once counted."""

    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    visuals: tuple[Any, ...] | None = None


class ResolveContext(Struct, frozen=True, dict=True):
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

    def unit(self, typed: str) -> str:
        """The unit of a fact, in the words of its declaration where `units.yaml` has one."""
        counted, stroke, by = typed.partition("/")
        own = self.content.units.get(typed) or self.content.units.get(counted)
        if own is None:
            return typed
        words = declared_unit(*own.words(self.locale[:2]), own.symbol, self.locale)
        return words if typed in self.content.units else f"{words}{stroke}{by}"

    @cached_property
    def names(self) -> re.Pattern[str]:
        """What finds the content's names in typeset text, the longest first; nothing where there are none."""
        texts = sorted((typeset_text(name.text, style_of(self.locale)) for name in self.content.names), key=len)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, reversed(texts)))})(?!\w)" if texts else r"(?!)")

    @cached_property
    def sources(self) -> frozenset[str]:
        """The sources that the briefing rests on: those of the facts it calls, and those it cites."""
        called = (self.briefing, *self.every_section)
        cited = (source for prose in prose_of(called) for source, _place in prose.citations)
        facts = (self.content.facts[key].source for key in facts_in(called) if key in self.content.facts)
        return frozenset((*facts, *cited))

    @property
    def every_section(self) -> tuple[Section, ...]:
        """All sections of the briefing, whatever medium shows them."""
        return tuple(self.content.sections[key] for key in self.briefing.sections)

    @property
    def sections(self) -> tuple[tuple[str, Section], ...]:
        """The sections this medium shows, in the briefing's order."""
        listed = ((key, self.content.sections[key]) for key in self.briefing.sections)
        return tuple((key, section) for key, section in listed if self.medium in section.media)
