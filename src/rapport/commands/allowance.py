"""Content -> the numbers that may stand in a briefing without a fact."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.model.blocks.timeline import TimelineBlock
from rapport.model.briefing import Briefing
from rapport.model.content import Content
from rapport.model.partial_date import PartialDate
from rapport.verify.orphans import Allowed


def allowed_in(content: Content, key: str) -> Allowed:
    """Names that hold a number, the author's exceptions, and the dates of event, document, facts and calendar."""
    briefing = content.briefings[key]
    names = (*(name.text for name in content.names), *content.acronyms)
    tolerated = (text.text for text in briefing.tolerated)
    exceptions = (*tolerated, briefing.version, *_own_words(content), *_details(briefing))
    return Allowed(tuple(names), exceptions, tuple(str(date) for date in _dates(content, key)))


def _own_words(content: Content) -> Iterator[str]:
    """What facts, acronyms and sources say in words of their own: "sur cinq ans", "Groupe des sept", "Bilan 2025"."""
    for fact in content.facts.values():
        yield from (line.text for line in (fact.period_words, fact.words) if line is not None)
    for source in content.sources.values():
        yield from (source.title.text, source.short.text, source.url)
    for acronym in content.acronyms.values():
        yield from (line.text for line in (acronym.expansion, acronym.definition) if line is not None)


def _details(briefing: Briefing) -> Iterator[str]:
    """How contacts are reached: a telephone number is no figure."""
    for contact in briefing.contacts:
        yield from (detail.text for detail in contact.details)


def _dates(content: Content, key: str) -> Iterator[PartialDate]:
    briefing = content.briefings[key]
    yield from (briefing.event.date, briefing.date, briefing.closed_on)
    yield from (source.date for source in content.sources.values())
    for fact in content.facts.values():
        yield from (date for date in (fact.date, fact.period, fact.as_of) if date is not None)
    for section in (content.sections[name] for name in briefing.sections):
        timelines = (block.timeline for block in section.blocks if isinstance(block, TimelineBlock))
        yield from (moment.date for moments in timelines for moment in moments if moment.date is not None)
