"""Page numbers a document prints about itself, known only once it is made up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec import Struct, field

NEIGHBOURS = 3
"""This many pages in a row are printed as a range."""


class PageNumbers(Struct, frozen=True):
    """The page each section begins on, and the pages each fact is printed on; empty before they are known."""

    sections: Mapping[str, int] = field(default_factory=dict)
    facts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def section(self, key: str) -> str:
        """The page of a section, as printed; empty where it is not known."""
        return str(self.sections[key]) if key in self.sections else ""

    def fact(self, key: str) -> str:
        """The pages of a fact as printed: "4, 7", "3–5"; empty where it stands on none."""
        return ", ".join(text for run in _runs(self.facts.get(key, ())) for text in _printed(run))


UNKNOWN = PageNumbers()


def _runs(pages: tuple[int, ...]) -> Iterator[list[int]]:
    """Pages that follow each other."""
    run: list[int] = list(pages[:1])
    for before, page in pairwise(pages):
        if page != before + 1:
            yield run
            run = []
        run.append(page)
    if run:
        yield run


def _printed(run: list[int]) -> tuple[str, ...]:
    return (f"{run[0]}–{run[-1]}",) if len(run) >= NEIGHBOURS else tuple(map(str, run))
