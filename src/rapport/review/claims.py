"""A fact of the content -> what documents are held to by it; apart from the verification, which reads documents.

Claims come from the content itself and not through an edition: documents are not held to what made them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.figures.claims import NOTHING, Allowed, Claimed, Claims, FactClaim, strays
from rapport.language.units import key_of
from rapport.model.briefing import Briefing
from rapport.model.content import Content, prose_of
from rapport.model.fact import Fact

CODE = re.compile(r"`([^`]+)`")


def claims_of(content: Content, key: str) -> Claims:
    """Every fact of the content as a briefing states it."""
    own = {status: word.text for status, word in content.briefings[key].status_words.items()}
    return {name: claim(name, fact, own.get(fact.status, "")) for name, fact in content.facts.items()}


def claim(key: str, fact: Fact, status_word: str = "") -> FactClaim:
    """A fact as the content states it; `status_word` is a briefing's own word for its status."""
    low, high = fact.bounds or (None, None)
    return FactClaim(
        key=key,
        low=low,
        high=high,
        unit=key_of(fact.unit),
        qualifier=fact.qualifier,
        status=fact.status,
        status_word=status_word,
        date=str(fact.date or ""),
        period=str(fact.period or ""),
        words=_words(fact),
        named=fact.name.text if fact.name else "",
    )


def _words(fact: Fact) -> str:
    """The fixed wording of a fact, or the label of a fact that is not a figure."""
    if fact.words is not None:
        return fact.words.text
    if fact.bounds is None and fact.date is None:
        return fact.label.text
    return ""


def claimed_by(content: Content, key: str) -> Claimed:
    """The facts of the content as plain values, and what may stand in a briefing's documents without one."""
    return Claimed(claims_of(content, key), allowed_in(content, key))


def allowed_in(content: Content, key: str) -> Allowed:
    """Names that hold a number, the author's exceptions, and what facts and sources say in words of their own."""
    briefing = content.briefings[key]
    names = (*(name.text for name in content.names), *content.acronyms)
    tolerated = (text.text for text in briefing.tolerated)
    code = code_texts(content, briefing)
    return Allowed(tuple(names), (*tolerated, *code, briefing.version, *_own_words(content), *_details(briefing)))


def code_texts(content: Content, briefing: Briefing) -> Iterator[str]:
    """What a briefing says between backticks; but a figure there is a figure all the same."""
    sections = [content.sections[name] for name in briefing.sections if name in content.sections]
    for prose in prose_of((briefing.title, briefing.subtitle, briefing.details, briefing.contents, sections)):
        for match in CODE.finditer(prose.text):
            if not is_figure(match[1], briefing.locale[:2]):
                yield match[1]


def is_figure(code: str, language: str) -> bool:
    """Whether a code is nothing but a figure."""
    found = strays(code, NOTHING, language)
    return len(found) == 1 and found[0].text == code.strip(" ")


def _own_words(content: Content) -> Iterator[str]:
    """What facts, acronyms and sources say in words of their own: "sur cinq ans", "Groupe des sept", "Bilan 2025"."""
    for fact in content.facts.values():
        yield from (line.text for line in (fact.period_words, fact.words, fact.locator) if line is not None)
    for source in content.sources.values():
        yield from (source.title.text, source.short.text, source.url)
        yield from (line.text for line in (source.author, source.publisher, source.places) if line is not None)
    for acronym in content.acronyms.values():
        yield from (line.text for line in (acronym.expansion, acronym.definition) if line is not None)


def _details(briefing: Briefing) -> Iterator[str]:
    """How contacts are reached: a telephone number is not a figure."""
    for contact in briefing.contacts:
        yield from (detail.text for detail in contact.details)
