"""What a command that draws documents needs: the content, the house's looks, the briefings composed and found sound."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rapport.model.content import Content
from rapport.problem import ContentError, Problem, errors
from rapport.project.composition import Composition, compose, problems_of
from rapport.project.editions import edition_for
from rapport.project.project import House, Project, chosen, house_of, reading_of, sound
from rapport.resolve.edition import Release


class Preparation(Struct, frozen=True):
    """Everything from which documents are drawn."""

    content: Content
    house: House
    compositions: tuple[Composition, ...]
    warnings: tuple[Problem, ...]


def prepare(project: Project, briefings: Sequence[str], release: Release) -> Preparation:
    """Compose the briefings asked for, all by default. Raises ContentError unless all of them are sound."""
    reading = reading_of(project)
    content = sound(reading)
    keys = chosen(content, briefings)
    house = house_of(project)
    content = edition_for(content, keys, project.audience)
    made = tuple(compose(content, key, house, release) for key in keys)
    problems = (*reading.problems, *(problem for each in made for problem in problems_of(each, house)))
    if errors(problems):
        raise ContentError(problems)
    return Preparation(content, house, made, problems)
