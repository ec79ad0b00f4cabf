"""A fault of the content, said to its author."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from rapport.origin import Origin

Severity = Literal["error", "warning"]


class Problem(Struct, frozen=True):
    """One fault: a stable code (`fact-unknown`), a short French message, a hint that says what to do (may be empty)."""

    code: str
    message: str
    origin: Origin
    hint: str = ""
    severity: Severity = "error"


def errors(problems: Iterable[Problem]) -> bool:
    """Whether at least one problem keeps documents from being built."""
    return any(problem.severity == "error" for problem in problems)


MOST_OF_A_KIND = 200
"""Faults of one kind in one file that are said one by one; nobody reads more."""


def others(first: Problem, count: int) -> Problem:
    """What stands for faults that are counted, at the place of the first of them."""
    message = f"et {count} autres fautes de ce genre" if count > 1 else "et une autre faute de ce genre"
    return replace(first, message=message, hint=f"{MOST_OF_A_KIND} sont dites\u00a0: réparez-les d’abord")


def counted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems as they come, those of one code in one file beyond `MOST_OF_A_KIND` counted in a line."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.origin.file, problem.code), []).append(problem)
    told: list[Problem] = []
    for found in kinds.values():
        told += found[:MOST_OF_A_KIND]
        if len(found) > MOST_OF_A_KIND + 1:
            told.append(others(found[MOST_OF_A_KIND], len(found) - MOST_OF_A_KIND))
        else:
            told += found[MOST_OF_A_KIND:]
    return tuple(told)


class ContentError(Exception):
    """The content has faults that keep a stage from going on; carries all that were found, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{len(self.problems)} problem(s)")
