"""On which pages facts are printed, known once all pages are drawn."""

from __future__ import annotations

from itertools import pairwise

RANGE, SEPARATOR, MORE = "\u2013", ", ", "…"


class PageIndex:
    """Fact -> pages, in rising order."""

    def __init__(self) -> None:
        self._pages: dict[str, list[int]] = {}

    def add(self, fact: str, page: int) -> None:
        """The fact is printed on the page; pages come in rising order."""
        pages = self._pages.setdefault(fact, [])
        if not pages or pages[-1] != page:
            pages.append(page)

    def pages(self, fact: str) -> tuple[int, ...]:
        """The pages of a fact; empty for one that is printed nowhere."""
        return tuple(self._pages.get(fact, ()))


def page_list(pages: tuple[int, ...]) -> tuple[str, ...]:
    """Pages as a reader sees them, three neighbours or more as a range ("3–5", "8")."""
    parts: list[list[int]] = []
    for before, page in pairwise((0, *pages)):
        if parts and page == before + 1:
            parts[-1].append(page)
        else:
            parts.append([page])
    return tuple(text for run in parts for text in _run(run))


def _run(run: list[int]) -> tuple[str, ...]:
    return (f"{run[0]}{RANGE}{run[-1]}",) if len(run) > 2 else tuple(map(str, run))
