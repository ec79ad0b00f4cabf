"""`rapport check --source FILE`: the content's faults, and every figure its source does not state."""

from __future__ import annotations

import argparse

from msgspec.structs import replace

from rapport.commands.check import found, report
from rapport.commands.diagnostics import project_of, release_of
from rapport.project.project import reading_of
from rapport.project.provenance import provenance_problems


def run(arguments: argparse.Namespace) -> int:
    """As `rapport check`, with the facts held against the text they were taken from."""
    project = project_of(arguments)
    content = reading_of(project).content
    unsourced = tuple(provenance_problems(content, arguments.source))
    checked = found(project, arguments.briefings, release_of(arguments))
    problems = sorted((*checked.problems, *unsourced), key=lambda problem: (problem.origin, problem.code))
    return report(replace(checked, problems=tuple(problems)), arguments.format)
