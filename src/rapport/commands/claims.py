"""Content -> what documents are held to."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.model.content import Content
from rapport.model.fact import Fact
from rapport.model.partial_date import PartialDate
from rapport.verify.claims import FactClaim
from rapport.verify.orphans import Allowed
from rapport.verify.verify import Content as Claimed


def claimed_by(content: Content, key: str) -> Claimed:
    """The facts of the content as plain values, and what may stand in a briefing's documents without one."""
    return Claimed({name: claim(name, fact) for name, fact in content.facts.items()}, allowed_in(content, key))


def claim(key: str, fact: Fact) -> FactClaim:
    """A fact as the content states it."""
    low, high = fact.bounds or (None, None)
    return FactClaim(
        key=key,
        low=low,
        high=high,
        unit=fact.unit,
        qualifier=fact.qualifier,
        status=fact.status,
        date=str(fact.date or ""),
        period=str(fact.period or ""),
        words=_words(fact),
    )


def _words(fact: Fact) -> str:
    """The fixed wording of a fact, or the label of one that is no figure."""
    if fact.words is not None:
        return fact.words.text
    if fact.bounds is None and fact.date is None:
        return fact.label.text
    return ""


def allowed_in(content: Content, key: str) -> Allowed:
    """Names that hold a number, the author's exceptions, and the dates of the event, the document and the facts."""
    briefing = content.briefings[key]
    names = (*(name.text for name in content.names), *content.acronyms)
    exceptions = (*(text.text for text in briefing.tolerated), briefing.version, *_own_words(content))
    return Allowed(tuple(names), exceptions, tuple(str(date) for date in _dates(content, key)))


def _own_words(content: Content) -> Iterator[str]:
    """What facts and acronyms say in words of their own: "sur cinq ans", "Groupe des sept"."""
    for fact in content.facts.values():
        yield from (line.text for line in (fact.period_words, fact.words) if line is not None)
    for acronym in content.acronyms.values():
        yield from (line.text for line in (acronym.expansion, acronym.definition) if line is not None)


def _dates(content: Content, key: str) -> Iterator[PartialDate]:
    briefing = content.briefings[key]
    yield from (briefing.event.date, briefing.date, briefing.closed_on)
    yield from (source.date for source in content.sources.values())
    for fact in content.facts.values():
        yield from (date for date in (fact.date, fact.period, fact.as_of) if date is not None)
