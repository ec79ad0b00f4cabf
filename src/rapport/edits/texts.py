"""Paragraphs that were changed, each beside what it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from rapport.edits.deck import EditedParagraph
from rapport.edits.normal import alike, folded, words_of

LEAST = 0.3
"""Of their words that two paragraphs must have in common to be one that was changed."""

PARTED = " ¶ "
"""Between paragraphs that are told as one."""

Pair = tuple[EditedParagraph | None, EditedParagraph | None]


def changed(old: Sequence[EditedParagraph], new: Sequence[EditedParagraph]) -> Iterator[Pair]:
    """Pairs of paragraphs whose text differs, or their looks or links alone; None for one that was added or is gone."""
    before, after = ([folded(each.text) for each in side] for side in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            pairs = zip(old[first:last], new[start:end], strict=True)
            yield from (pair for pair in pairs if pair[0].looks != pair[1].looks or pair[0].links != pair[1].links)
        else:
            yield from _replaced(old[first:last], new[start:end])


def _replaced(old: Sequence[EditedParagraph], new: Sequence[EditedParagraph]) -> Iterator[Pair]:
    """Paragraphs that were split or joined are reported as one change; the others are paired by likeness, in order."""
    if _said(old) == _said(new):
        yield (
            EditedParagraph(PARTED.join(each.text for each in old)),
            EditedParagraph(PARTED.join(each.text for each in new)),
        )
    elif len(old) == len(new):
        yield from zip(old, new, strict=True)
    else:
        yield from _aligned(old, new)


def _said(paragraphs: Sequence[EditedParagraph]) -> str:
    return " ".join(each.text for each in paragraphs)


def _aligned(old: Sequence[EditedParagraph], new: Sequence[EditedParagraph]) -> Iterator[Pair]:
    pairs = _best(old, new)
    at = 0
    for one, other in (*pairs, (len(old), len(new))):
        before = {first for first, second in pairs if second < other}
        yield from ((old[place], None) for place in range(len(old)) if place < one and not _met(place, pairs, before))
        yield from ((None, new[place]) for place in range(at, other))
        if one < len(old):
            yield old[one], new[other]
        at = other + 1


def _met(place: int, pairs: Sequence[tuple[int, int]], passed: set[int]) -> bool:
    """Whether an old paragraph has a partner, or was told before the last partner."""
    return any(first == place for first, _ in pairs) or any(first > place for first in passed)


def _best(old: Sequence[EditedParagraph], new: Sequence[EditedParagraph]) -> list[tuple[int, int]]:
    """The pairs in order whose likeness adds up to the most."""
    bags = [[Counter(words_of(each.text)) for each in side] for side in (old, new)]
    best: dict[tuple[int, int], tuple[float, list[tuple[int, int]]]] = {}
    for one in range(len(old) + 1):
        for other in range(len(new) + 1):
            options = [(0.0, [])] if not one or not other else [best[one - 1, other], best[one, other - 1]]
            if one and other and (score := alike(bags[0][one - 1], bags[1][other - 1])) >= LEAST:
                value, pairs = best[one - 1, other - 1]
                options.append((value + score, [*pairs, (one - 1, other - 1)]))
            best[one, other] = max(options, key=lambda option: option[0])
    return best[len(old), len(new)][1]
