"""On which pages facts are printed, known once all pages are drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from rapport.edition.blocks.figures import Table
from rapport.edition.edition import Block, EditionSection
from rapport.edition.walk import evidence

RANGE, SEPARATOR, MORE = "\u2013", ", ", "…"


class PageIndex:
    """Fact -> pages, in rising order; before they are known, on how many they may stand."""

    def __init__(self, sections: Iterable[EditionSection]) -> None:
        self._pages: dict[str, list[int]] = {}
        self._sections = tuple(sections)

    @cached_property
    def _mentions(self) -> Counter[str]:
        return Counter(fact for section in self._sections for fact in _facts(section))

    def expected(self, fact: str) -> int:
        """In how many sections a fact is printed: most often, the number of its pages."""
        return self._mentions[fact]

    def add(self, fact: str, page: int) -> None:
        """The fact is printed on the page; pages come in rising order."""
        pages = self._pages.setdefault(fact, [])
        if not pages or pages[-1] != page:
            pages.append(page)

    def pages(self, fact: str) -> tuple[int, ...]:
        """The pages of a fact; empty for one that is printed nowhere."""
        return tuple(self._pages.get(fact, ()))

    @property
    def places(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Every fact printed with its pages, in order of its key."""
        return tuple((fact, tuple(pages)) for fact, pages in sorted(self._pages.items()))


def _facts(section: EditionSection) -> frozenset[str]:
    """The facts a section prints, those left out that only a table of pages lists."""
    blocks = (block for block in section.blocks if not lists_pages(block))
    return frozenset(each.fact for value in (section.lead, section.title, *blocks) for each in evidence(value))


def lists_pages(block: Block) -> bool:
    """Whether a block is a table that says on which pages facts stand."""
    return isinstance(block, Table) and any(cell.pages_of for row in block.rows for cell in row.cells)


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
