"""What a command that draws documents needs: the content, the house's looks, the briefings composed and found sound."""

from __future__ import annotations

import argparse

from msgspec import Struct

from rapport.commands.diagnostics import errors, show
from rapport.model.content import Content
from rapport.problem import ContentError
from rapport.project.composition import Composition, compose, problems_of
from rapport.project.house import House, house_of
from rapport.project.project import chosen, reading_of, sound


class Preparation(Struct, frozen=True):
    """Everything from which documents are drawn."""

    content: Content
    house: House
    compositions: tuple[Composition, ...]


def prepare(arguments: argparse.Namespace) -> Preparation:
    """The briefings asked for, warnings said. Raises ContentError unless all of them are sound."""
    reading = reading_of(arguments)
    content = sound(reading)
    keys = chosen(content, arguments.briefings)
    house = house_of(arguments)
    made = tuple(compose(content, key, house, "final" if arguments.final else "draft") for key in keys)
    problems = (*reading.problems, *(problem for each in made for problem in problems_of(each, house)))
    if errors(problems):
        raise ContentError(problems)
    show(problems)
    return Preparation(content, house, made)
