"""`rapport check`: every fault of the content at once, what does not fit on its slide included."""

from __future__ import annotations

import argparse
import sys
from itertools import chain

from rapport.commands.arguments import project_of
from rapport.commands.diagnostics import show, show_json, summary
from rapport.problem import ContentError, Problem, errors
from rapport.project.composition import compose_to_read, problems_of
from rapport.project.editions import edition_for
from rapport.project.house import house_of
from rapport.project.project import chosen, reading_of
from rapport.resolve.edition import Release
from rapport.review.open_points import open_points


def run(arguments: argparse.Namespace) -> int:
    """Shows the problems; 1 where there are faults, 0 where there are none or only warnings."""
    return report(found(arguments), arguments.format)


def report(problems: tuple[Problem, ...], form: str) -> int:
    """Shows problems as lines, with their count, or as JSON, and returns the exit code."""
    if form == "json":
        show_json(problems)
    else:
        show(problems, sys.stdout)
        print(summary(problems))
    return int(errors(problems))


def found(arguments: argparse.Namespace) -> tuple[Problem, ...]:
    """All problems of the content, in order of place; slides are arranged once the content itself is sound."""
    reading = reading_of(project_of(arguments))
    keys = chosen(reading.content, arguments.briefings) if reading.content.briefings else ()
    try:
        house = house_of(project_of(arguments))
    except ContentError as error:
        return (*reading.problems, *error.problems)
    if errors(reading.problems):
        return reading.problems
    release: Release = "final" if arguments.final else "draft"
    content = edition_for(reading.content, keys, arguments.audience)
    composed = (problems_of(compose_to_read(content, key, house, release), house) for key in keys)
    open_ = (open_points(content, key, (), "error" if arguments.final else "warning") for key in keys)
    problems = {*reading.problems, *chain.from_iterable(composed), *chain.from_iterable(open_)}
    return tuple(sorted(problems, key=lambda problem: (problem.origin, problem.code, problem.message)))
