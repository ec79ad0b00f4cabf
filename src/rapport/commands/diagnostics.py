"""Problems -> what the author reads, or JSON; what the command line says of the project."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from msgspec.structs import replace

from rapport.language.languages import number_runs
from rapport.language.system_errors import refusal
from rapport.problem import Problem, alike
from rapport.project.project import Project
from rapport.resolve.edition import Release

SHORT_HINT = 2
"""Lines of a hint that no command cuts: what to do, and the line corrected. Longer ones (a whole fact to paste) are
for `check`."""


def show(problems: Sequence[Problem], stream: TextIO | None = None) -> None:
    """Each problem as `file:line:column: code: message`, its hint below; a warning says that it is one.

    Many that say the same are one, with all places; what several in a row ask for stands under the first of them. On
    standard error, the hint and one line to paste, unless a stream is given: that takes all lines to paste.
    """
    out = stream or sys.stderr
    asked = ("", "")
    for problem in alike(problems):
        kind = "avertissement: " if problem.severity == "warning" else ""
        print(f"{problem.origin}: {kind}{problem.code}: {problem.message}", file=out)
        asked, before = (problem.code, problem.hint), asked
        hint = problem.hint.splitlines()
        hint = [] if asked == before and len(hint) == 1 else hint  # lines to paste stand beside each
        if stream is None and len(hint) > SHORT_HINT:
            hint = [hint[0].removesuffix("sinon,").rstrip(" \u00a0:;")]
        for line in hint:
            print(f"    {line}", file=out)


def show_json(problems: Sequence[Problem]) -> None:
    """The problems as a JSON list, for editors and other programs."""
    print(json.dumps([_plain(problem) for problem in problems], ensure_ascii=False, indent=1))


def _plain(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.origin.file,
        "line": problem.origin.line,
        "column": problem.origin.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }


def summary(problems: Sequence[Problem]) -> str:
    """How many faults and warnings there are, in a line."""
    faults = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - faults
    return f"{_count(faults, 'faute')}, {_count(warnings, 'avertissement')}"


def _count(number: int, noun: str) -> str:
    plural = f"{number}\u00a0{noun}{'s' if number > 1 else ''}"
    return plural if number else f"{'aucune' if noun == 'faute' else 'aucun'} {noun}"


def refused(error: OSError) -> str:
    """What the operating system would not do, in a line; an error that names no file is of the result itself."""
    place = f" «\u00a0{error.filename}\u00a0»" if error.filename else " d’écrire le résultat"
    return f"le système refuse{place} ({refusal(error)})"


def project_of(arguments: argparse.Namespace) -> Project:
    """The folders and the day that a command's options name."""
    given = {name: getattr(arguments, name, None) for name in Project.__struct_fields__}
    return Project(**{name: value for name, value in given.items() if value is not None})


def projects_of(arguments: argparse.Namespace) -> tuple[Project, ...]:
    """The same, and once more in the other language where one is asked for."""
    project = project_of(arguments)
    return (project, replace(project, locale=arguments.twin)) if arguments.twin else (project,)


def release_of(arguments: argparse.Namespace) -> Release:
    """Whether a draft or a final edition is asked for."""
    return "final" if arguments.final else "draft"


def numbered(kind: str, numbers: Iterable[int]) -> str:
    """Some numbers of one kind, which is written in the plural where there are several."""
    found = sorted(set(numbers))
    several = "s" if len(found) > 1 and not kind.endswith("s") else ""
    return f"{kind}{several} {', '.join(number_runs(found, ' à '))}".rstrip(" ")
