"""The problems that concern some briefings: all faults, and the warnings that are not of others alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from rapport.model.content import Content, facts_in
from rapport.problem import Problem

FOLDERS = ("briefings", "sections", "facts")


def concerning(problems: Iterable[Problem], content: Content, keys: Collection[str]) -> Iterator[Problem]:
    """The problems that concern the briefings asked for; all of them if none is named.

    A fault stays one wherever it stands: it keeps the content from being read whole.
    """
    if not keys:
        return iter(problems)
    wanted = _Wanted(content, keys)
    return (problem for problem in problems if problem.severity == "error" or wanted.holds(problem))


class _Wanted:
    """What briefings are made of: their files, those of their sections, the facts that they use."""

    def __init__(self, content: Content, keys: Collection[str]) -> None:
        briefings = {key: briefing for key, briefing in content.briefings.items() if key in keys}
        names = {name for briefing in briefings.values() for name in briefing.sections}
        sections = {name: section for name, section in content.sections.items() if name in names}
        used = set(facts_in((*briefings.values(), *sections.values())))
        self.keys = keys
        self.files = {"briefings": briefings.keys(), "sections": names}
        self.facts = {(fact.origin.file, fact.origin.line): key in used for key, fact in content.facts.items()}

    def holds(self, problem: Problem) -> bool:
        if problem.briefing and problem.briefing not in self.keys:
            return False
        path = PurePosixPath(problem.origin.file)
        folder = next((name for name in FOLDERS if name in path.parts), "")
        if folder in self.files:
            return path.stem in self.files[folder]
        return folder != "facts" or self._is_used(problem)

    def _is_used(self, problem: Problem) -> bool:
        """Whether the fact that holds the place, the last to begin before it, is used; so is what no fact holds."""
        place = problem.origin
        begun = [line for file, line in self.facts if file == place.file and line <= place.line]
        return self.facts[place.file, max(begun)] if begun else True
