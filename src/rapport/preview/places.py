"""From a point of a page to the words behind it, and from a line of the content to the pages that show it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from rapport.edition.text import plain
from rapport.look.geometry import Box
from rapport.model.content import Content
from rapport.origin import NOWHERE, Origin
from rapport.preview.state import DOCUMENTS, DocumentName, PageSpot
from rapport.render.pdf.display.draw import DrawnPassage

UPRIGHT = 4.0
"""How much farther a point of space above or below counts than one beside: lines are read across."""

LONGEST = 160
"""Characters of a passage that are shown."""


class Target(Struct, frozen=True):
    """What stands at a point: its words, its area on the page, its line, and the key of its fact (empty for none)."""

    text: str
    area: Box
    origin: Origin
    fact: str = ""


def at(passages: Iterable[DrawnPassage], content: Content, page: int, point: tuple[float, float]) -> Target | None:
    """What stands under a point of a page, or nearest to it; None for a page on which nothing was written by anybody.

    Of passages that lie upon each other, as a label does upon its chart, the smallest is meant.
    """
    known = (each for each in passages if each.page == page and (each.span.origin.line or each.span.evidence))
    nearest = min(
        known, key=lambda each: (_distance(each.area, point), each.area.width * each.area.height), default=None
    )
    return None if nearest is None else _target(nearest, content)


def on_page(passages: Iterable[DrawnPassage], content: Content, page: int) -> tuple[Target, ...]:
    """Every text of a page, then each figure in it, in reading order: what the keyboard chooses from."""
    found = []
    for _, group in groupby(_written(passages, page), key=lambda each: id(each.text)):
        first, *rest = tuple(group)
        found.append(_target(first, content, whole=True))
        found += [_target(each, content) for each in rest if each.span.evidence]
    return tuple({(each.text, each.origin, each.fact): each for each in found}.values())


def _written(passages: Iterable[DrawnPassage], page: int) -> Iterator[DrawnPassage]:
    """The passages of a page that somebody wrote."""
    return (each for each in passages if each.page == page and (each.span.origin.line or each.span.evidence))


def _target(passage: DrawnPassage, content: Content, *, whole: bool = False) -> Target:
    fact = str(passage.span.evidence.fact) if passage.span.evidence else ""
    text = plain(passage.text) if whole else passage.span.text
    origin = passage.span.origin
    if not origin.line:
        origin = content.facts[fact].origin if fact in content.facts else NOWHERE
    words = f"{{{fact}" if fact else passage.span.text
    return Target(_shortened(text), passage.area, sharpened(origin, words, content.texts), fact)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip(' ')}…"


def _distance(area: Box, point: tuple[float, float]) -> float:
    """Squared, with more weight on what lies above or below."""
    x, y = point
    across = max(area.x - x, 0.0, x - area.right)
    down = max(area.y - y, 0.0, y - area.bottom)
    return across * across + UPRIGHT * down * down


WORD = re.compile(r"\w+")
ENOUGH = 4
"""Words, half of which tell a line from its neighbours."""


def sharpened(origin: Origin, words: str, texts: Mapping[str, str]) -> Origin:
    """The line on which words stand within a text of several lines that begins at `origin`; else `origin` itself.

    A folded text has the place of its `>-`: the line that holds the call of a fact (`{key`), or shares most words with
    those looked for, is meant; the first one of several.
    """
    lines = texts.get(origin.file, "").split("\n")
    block = tuple(_block(lines, origin.line))
    if len(block) < 2:
        return origin
    shared = _calls(words, lines) if words.startswith("{") else _shared(words, lines)
    best = max(block, key=shared)
    if best == origin.line or not shared(best):
        return origin
    line = lines[best - 1]
    return Origin(origin.file, best, _depth(line) + 1)


def _calls(words: str, lines: Sequence[str]) -> Callable[[int], int]:
    return lambda number: int(words in lines[number - 1])


def _shared(words: str, lines: Sequence[str]) -> Callable[[int], int]:
    """How many words a line shares with some, 0 where they are less than half of what tells a line from another."""
    wanted = set(WORD.findall(words.casefold()))

    def count(number: int) -> int:
        found = len(wanted.intersection(WORD.findall(lines[number - 1].casefold())))
        return found if found * 2 >= min(len(wanted), ENOUGH) else 0

    return count


def _block(lines: Sequence[str], first: int) -> Iterator[int]:
    """The numbers of the line where a text begins and of the deeper ones that follow."""
    if not 1 <= first <= len(lines):
        return
    yield first
    depth = _depth(lines[first - 1])
    for number in range(first + 1, len(lines) + 1):
        line = lines[number - 1]
        if line.strip(" ") and _depth(line) <= depth:
            return
        yield number


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


class Index(Struct, frozen=True):
    """For each file and document, the lines that are shown, rising, each with a page; and the pages of each fact."""

    lines: Mapping[tuple[str, DocumentName], tuple[tuple[int, int], ...]]
    facts: Mapping[str, tuple[PageSpot, ...]]

    def spots(self, origin: Origin, content: Content) -> tuple[PageSpot, ...]:
        """The pages that show a line: those of its fact, or of the nearest text that begins before it in its file."""
        fact = fact_at(origin, content)
        if fact:
            return self.facts.get(fact, ())
        return tuple(PageSpot(document, page) for document in DOCUMENTS for page in self._pages(origin, document))

    def _pages(self, origin: Origin, document: DocumentName) -> tuple[int, ...]:
        lines = self.lines.get((origin.file, document), ())
        before = bisect_right(lines, (origin.line, 1_000_000))
        if not lines:
            return ()
        line = lines[max(0, before - 1)][0]
        return tuple(page for each, page in lines if each == line)


def index(passages: Mapping[DocumentName, Iterable[DrawnPassage]]) -> Index:
    """The index of what is drawn."""
    lines: dict[tuple[str, DocumentName], set[tuple[int, int]]] = {}
    facts: dict[str, set[PageSpot]] = {}
    for document, drawn in passages.items():
        for page, _, span, _ in drawn:
            if span.origin.line:
                lines.setdefault((span.origin.file, document), set()).add((span.origin.line, page))
            if span.evidence:
                facts.setdefault(span.evidence.fact, set()).add(PageSpot(document, page))
    return Index(
        {key: tuple(sorted(found)) for key, found in lines.items()},
        {key: tuple(sorted(found)) for key, found in facts.items()},
    )


def fact_at(origin: Origin, content: Content) -> str:
    """The fact whose entry holds a line; empty for none."""
    here = [(fact.origin.line, key) for key, fact in content.facts.items() if fact.origin.file == origin.file]
    before = [each for each in here if each[0] <= origin.line]
    return str(max(before)[1]) if before else ""
