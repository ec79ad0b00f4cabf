"""A draft in spite of its faults: both documents, each fault told and shown where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from msgspec.structs import replace

from rapport.arrange.arrange import arrange
from rapport.model.content import Content
from rapport.problem import ContentError, Problem, errors
from rapport.project.composition import Composition, compose, problems_of
from rapport.project.editions import edition_for
from rapport.project.house import House, house_of
from rapport.project.marks import marked
from rapport.project.preparation import Preparation
from rapport.project.project import Project, chosen, reading_of
from rapport.read.content import Reading
from rapport.read.salvage import salvaged

UNDRAWABLE = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""What composing content may raise that breaks a rule composing relies on."""


def draft(project: Project, briefings: Sequence[str], *, readable: bool = False) -> Preparation:
    """The briefings asked for, whatever can be drawn of them; `warnings` holds their faults too.

    Raises ContentError where a briefing itself, or the charter, cannot be read; any file, where `readable` asks so.
    """
    reading = reading_of(project)
    if readable and is_broken(reading):
        raise ContentError(reading.problems)
    content = mended(reading)
    house = house_of(project)
    keys = _keys(reading, content, briefings)
    content = edition_for(content, keys, project.audience)
    with drawing(reading):
        made = tuple(compose(content, key, house, "draft") for key in keys)
        found = tuple(problems_of(each, house) for each in made)
        told = tuple(dict.fromkeys((*reading.problems, *chain.from_iterable(found))))
        drawn = tuple(
            with_faults(each, (*reading.problems, *own), house) for each, own in zip(made, found, strict=True)
        )
    return Preparation(content, house, drawn, told)


@contextmanager
def drawing(reading: Reading) -> Iterator[None]:
    """Composes content that may break a rule composing relies on. Raises ContentError where it does."""
    try:
        yield
    except UNDRAWABLE:
        if not reading.faulty:
            raise
        raise ContentError(reading.problems) from None


def is_broken(reading: Reading) -> bool:
    """Whether a file is no YAML: what it held is not known, as while an author types."""
    return any(problem.code.startswith("yaml-") and problem.severity == "error" for problem in reading.problems)


def mended(reading: Reading) -> Content:
    """The content itself where it is sound, and else what can be composed of it."""
    return salvaged(reading.content, reading.remnants) if reading.faulty else reading.content


def _keys(reading: Reading, content: Content, briefings: Sequence[str]) -> tuple[str, ...]:
    if not content.briefings and reading.faulty:
        raise ContentError(reading.problems)
    return chosen(content, briefings)


def with_faults(made: Composition, problems: Sequence[Problem], house: House) -> Composition:
    """The composition with its faults shown, arranged again; itself where it has none."""
    if not errors(problems):
        return made
    brief, deck = marked(made.brief, problems), marked(made.deck, problems)
    arranged = arrange(deck, house.charter, house.fonts)
    return replace(made, brief=brief, deck=deck, plan=arranged.deck, overflow=arranged.problems)
