"""Numbers in the content's own prose that no fact stands behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from rapport.edition.edition import Edition
from rapport.edition.text import Text
from rapport.edition.walk import passages
from rapport.figures.orphans import orphans
from rapport.model.blocks.block import Block
from rapport.model.content import Content
from rapport.model.section import Section
from rapport.model.walk import prose_of
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.review.claims import allowed_in

HINT = "faites-en un fait et appelez-le entre accolades, ou ajoutez ces mots à «\u00a0tolerated\u00a0»"


def stray_numbers(content: Content, key: str, editions: Iterable[Edition]) -> Iterator[Problem]:
    """A problem for each number, in figures or in letters, that is no fact's and no name's, where it is typed."""
    allowed, written = allowed_in(content, key), _written(content, key)
    strays = cache(lambda words, language: orphans(words, allowed, language))
    for edition in editions:
        for text, origin in _prose(edition):
            for stray in strays(_without_figures(text), edition.language):
                message, place = f"nombre sans fait\u00a0: «\u00a0{stray}\u00a0»", _place(stray, origin, written)
                yield Problem("number-without-fact", message, place, HINT)


def _written(content: Content, key: str) -> Mapping[Origin, Section | Block]:
    """The sections of a briefing and their blocks, by their places."""
    sections = [content.sections[name] for name in content.briefings[key].sections]
    return {model.origin: model for section in sections for model in (section, *section.blocks)}


def _place(stray: str, origin: Origin, written: Mapping[Origin, Section | Block]) -> Origin:
    """Where a number is typed, so that what both media print is told once; the place of its block if it is hidden."""
    first = stray.split(maxsplit=1)[0]  # typed with plain spaces, printed with others
    proses = prose_of(written.get(origin))
    return next((prose.place_of(first) for prose in proses if first in prose.text), origin)


def _prose(edition: Edition) -> Iterator[tuple[Text, Origin]]:
    for section in edition.sections:
        for text in passages((section.title, section.lead, section.speech)):
            yield text, section.origin
        for block in section.blocks:
            for text in passages(block):
                yield text, block.origin
    for note in edition.notes:
        yield note.text, note.origin


def _without_figures(text: Text) -> str:
    """The words of a text, its facts and the marks of its footnotes blanked out."""
    return "".join("\x00" if span.evidence is not None or span.note else span.text for span in text)
