"""Faults shown where they stand: a draft is looked at before everything is mended."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from rapport.edition.blocks.words import Callout
from rapport.edition.edition import Edition, Section
from rapport.edition.text import Text, words
from rapport.origin import Origin
from rapport.problem import Problem

TITLE = "À corriger"


def marked(edition: Edition, problems: Iterable[Problem]) -> Edition:
    """The edition with each fault after the block it is of, in a brief; with what the speaker says, in a deck.

    A fault of no section stands at the head of the first.
    """
    own_files = {section.origin.file for section in edition.sections}
    told = (problem for problem in problems if problem.severity == "error")
    left = [each for each in told if each.origin.file in own_files or "/sections/" not in each.origin.file]
    sections = []
    for section in edition.sections:
        own = [problem for problem in left if problem.origin.file == section.origin.file]
        left = [problem for problem in left if problem not in own]
        sections.append((section, own))
    shown = tuple(
        _marked(section, (*(left if rank == 0 else ()), *own), edition.medium)
        for rank, (section, own) in enumerate(sections)
    )
    return replace(edition, sections=shown)


def _marked(section: Section, problems: Iterable[Problem], medium: str) -> Section:
    told = tuple(problems)
    if not told:
        return section
    if medium == "deck":
        return replace(section, speech=(*section.speech, *(_said(problem) for problem in told)))
    blocks = list(section.blocks)
    for problem in reversed(told):
        place = _after(problem.origin, section)
        blocks.insert(place, Callout(words(TITLE), _said(problem), origin=problem.origin))
    return replace(section, blocks=tuple(blocks))


def _said(problem: Problem) -> Text:
    return words(f"{TITLE}\u00a0: {problem.message} ({problem.origin})")


def _after(origin: Origin, section: Section) -> int:
    """How many blocks begin before a place."""
    if origin.file != section.origin.file:
        return 0
    return sum(1 for block in section.blocks if block.origin <= origin)
