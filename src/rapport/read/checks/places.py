"""Where markup may stand: a note where a page has room for its call, nothing at all in words printed as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rapport.model.blocks.figures import AnnexBlock, ChartBlock, TableBlock, TimelineBlock
from rapport.model.content import Content, Section, prose_of
from rapport.model.prose import CITATION, PLACEHOLDER, Prose
from rapport.problem import Problem
from rapport.read.checks.calls import NOTE_CALL, Knowledge

MARKUP = re.compile(
    rf"{NOTE_CALL.pattern}|{PLACEHOLDER.pattern}|{CITATION.pattern}|\[[^\[\]]*\](?:\([^()]*\)|\{{lang=[^{{}}]*\}})"
)


def notes_have_a_place(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """A footnote is called where a section's text stands: titles, openers and what sections share have no foot."""
    shared = (*content.briefings.values(), *content.facts.values())
    titles = (prose for section in content.sections.values() for prose in prose_of(_titles(section)))
    for prose in (*prose_of(shared), *titles):
        for match, place in prose.find(NOTE_CALL):
            message = f"une note ne peut être appelée ici\u00a0: «\u00a0{match[0]}\u00a0»"
            yield Problem("footnote-misplaced", message, place, "appelez-la dans le texte de la section")


def _titles(section: Section) -> list[Any]:
    names = ("title", "annex", "status_key")
    titles = (getattr(block, name, None) for block in section.blocks for name in names)
    opening = (section.message, section.lead) if section.kind == "divider" else ()
    return [section.title, section.summary, *opening, *(title for title in titles if isinstance(title, Prose))]


def plain_words_have_no_markup(content: Content, _knowledge: Knowledge) -> Iterator[Problem]:
    """Words that are printed as they are call nothing: braces and brackets would be printed too."""
    for prose in prose_of(list(_plain_words(content))):
        for match, place in prose.find(MARKUP):
            message = f"ce texte est imprimé tel quel, «\u00a0{match[0]}\u00a0» compris"
            yield Problem("markup-misplaced", message, place, "écrivez des mots seuls, ou dites-le dans un paragraphe")


def _plain_words(content: Content) -> Iterator[Any]:
    for section in content.sections.values():
        for block in section.blocks:
            yield from _plain_words_of(block)
    for fact in content.facts.values():
        yield from (fact.locator, fact.period_words, fact.words)
    for source in content.sources.values():
        yield from (source.title, source.short, source.author, source.publisher, source.places)
    for acronym in content.acronyms.values():
        yield from (acronym.expansion, acronym.definition)
    for briefing in content.briefings.values():
        yield briefing.event.place
        yield tuple(briefing.status_words.values())
        yield from ((contact.name, *contact.details) for contact in briefing.contacts)


def _plain_words_of(block: Any) -> Iterator[Any]:
    if isinstance(block, ChartBlock):
        yield block.chart.remark
    elif isinstance(block, TableBlock):
        yield block.table.remark
    elif isinstance(block, AnnexBlock):
        yield block.remark
    elif isinstance(block, TimelineBlock):
        yield block.remark
        yield from (moment.when for moment in block.timeline)
