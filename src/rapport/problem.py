"""A fault in the content, as told to its author."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from rapport.origin import Origin

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


MOST_OF_A_KIND = 200
"""Faults of one kind in one file that are said one by one; nobody reads more."""


class ContentError(Exception):
    """The content has faults that keep a stage from going on; carries all that were found, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{len(self.problems)} problem(s)")
