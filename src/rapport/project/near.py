"""The status that a slide shows -> the facts whose status it is: those that stand nearest to it."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.edition.text import evidence
from rapport.edits.change import Change
from rapport.edits.homes import ROW, called
from rapport.edits.normal import normal
from rapport.language.languages import status_word
from rapport.model.fact import STATUSES
from rapport.project.composition import Composition
from rapport.slides.deck import Slide
from rapport.slides.elements import ElementGroup, TableFrame


def facts_near(change: Change, slide: Slide, made: Composition) -> tuple[str, ...]:
    """The facts whose status a changed text says; none where it says no status.

    They stand in the same row of a table, else in the same group of shapes, else on the slide.
    """
    briefing, facts = made.content.briefings[made.key], made.content.facts
    own = {str(key): text.text for key, text in briefing.status_words.items()}
    around = next((tuple(each) for each in _around(change, slide)), ())
    shown = dict.fromkeys(proof.fact for proof in evidence(around) if proof.fact in facts)
    return tuple(key for key in shown if _word(facts[key].status, own, made.locale) == change.before)


def says_status(change: Change, made: Composition) -> bool:
    """Whether a changed text was the word for a status."""
    own = {str(key): text.text for key, text in made.content.briefings[made.key].status_words.items()}
    return change.before in {_word(status, own, made.locale) for status in STATUSES}


def _word(status: str, own: dict[str, str], locale: str) -> str:
    return normal(own.get(status) or status_word(status, locale))


def _around(change: Change, slide: Slide) -> Iterator[tuple[object, ...]]:
    """What a text stands in, the nearest first."""
    row = ROW.match(change.place)
    named = list(called(change.shape, slide))
    for element in slide.elements:
        if isinstance(element, TableFrame) and row and element in named:
            yield element.rows[int(row[1]) - 1 : int(row[1])]
        elif isinstance(element, ElementGroup) and any(each in named for each in element.elements):
            yield element.elements
    yield slide.elements
