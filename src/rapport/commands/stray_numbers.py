"""Numbers in the content's own prose that no fact stands behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from rapport.commands.allowance import allowed_in
from rapport.edition.edition import Edition
from rapport.edition.text import Text
from rapport.edition.walk import passages
from rapport.model.content import Content
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.verify.orphans import orphans

HINT = "faites-en un fait et appelez-le entre accolades, ou ajoutez ces mots à «\u00a0tolerated\u00a0»"


def stray_numbers(content: Content, key: str, editions: Iterable[Edition]) -> Iterator[Problem]:
    """A problem at its block for each number, in figures or in letters, that is no fact's and no declared name's."""
    allowed = allowed_in(content, key)
    strays = cache(lambda words, language: orphans(words, allowed, language))
    for edition in editions:
        for text, origin in _prose(edition):
            for stray in strays(_without_figures(text), edition.language):
                yield Problem("number-without-fact", f"nombre sans fait\u00a0: «\u00a0{stray}\u00a0»", origin, HINT)


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
