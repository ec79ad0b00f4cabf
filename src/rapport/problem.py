"""A fault in the content, as told to its author."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, groupby
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from rapport.origin import NOWHERE, Origin

Severity = Literal["error", "warning"]


class Problem(Struct, frozen=True):
    """One fault: a stable code (`fact-unknown`), a short French message, a hint that says what to do (may be empty).

    `briefing` is the one that it is told of, where what is right for others is wrong there.
    """

    code: str
    message: str
    origin: Origin
    hint: str = ""
    severity: Severity = "error"
    briefing: str = ""


def errors(problems: Iterable[Problem]) -> bool:
    """Whether at least one problem keeps documents from being built."""
    return any(problem.severity == "error" for problem in problems)


MOST_ALIKE = 3
"""Faults that say the very same of several places: so many are read one by one, more are one that names the places."""


def alike(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in their order; more than `MOST_ALIKE` facts with the very same fault are told in one, with all places.

    A fault of a text is told where it stands, however many there are.
    """
    same: dict[Problem, list[Problem]] = {}
    told = tuple(problems)
    for problem in told:
        same.setdefault(_said(problem), []).append(problem)
    return tuple(chain.from_iterable(_of_many(problem, same[_said(problem)]) for problem in told))


def _said(problem: Problem) -> Problem:
    """A problem without its place, those of facts apart."""
    return replace(problem, origin=Origin(FACTS) if FACTS in problem.origin.file else NOWHERE)


FACTS = "/facts/"


def _of_many(problem: Problem, found: Sequence[Problem]) -> tuple[Problem, ...]:
    """A problem as it is told among those of its words: the first stands for many."""
    if len(found) <= MOST_ALIKE or FACTS not in problem.origin.file:
        return (problem,)
    message = f"{problem.message} ({_elsewhere(problem.origin, found[1:])})"
    return (replace(problem, message=message),) if problem is found[0] else ()


def _elsewhere(first: Origin, others: Iterable[Problem]) -> str:
    """Where else: « aussi lignes 20 et 31, content/facts/peche.yaml lignes 5 et 9 »."""
    files = groupby((problem.origin for problem in others), lambda origin: origin.file)
    told = ((file, _lines([*dict.fromkeys(str(origin.line) for origin in found)])) for file, found in files)
    return "aussi " + ", ".join(lines if file == first.file else f"{file} {lines}" for file, lines in told)


def _lines(lines: Sequence[str]) -> str:
    if len(lines) == 1:
        return f"ligne {lines[0]}"
    return f"lignes {', '.join(lines[:-1])} et {lines[-1]}"


MOST_OF_A_KIND = 200
"""Faults of one kind in one file that are said one by one; nobody reads more."""


class ContentError(Exception):
    """The content has faults that keep a stage from going on; carries all that were found, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{len(self.problems)} problem(s)")
