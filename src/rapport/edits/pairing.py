"""Which slide and which shape of one deck is which of another.

Identities that survive come first; programs lose most of them, so what a shape says and where it stands decides the
rest. Thresholds and weights are those at which re-saved decks show no change and each of some hundred single edits one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from rapport.edits.deck import EditedDeck, EditedShape, EditedSlide
from rapport.edits.normal import alike, words_of

LEAST_SLIDE, LEAST_SHAPE = 0.55, 0.5
NEAR = 36 * 12_700
"""EMU within which a shape counts as near: half an inch."""

Item = TypeVar("Item", EditedSlide, EditedShape)
Pairs = dict[int, int]
"""Places in the first sequence -> places in the second."""


def paired_slides(old: EditedDeck, new: EditedDeck) -> Pairs:
    """The slides of two decks, by place from 0."""
    pairs = _by_key(old.slides, new.slides, lambda slide: slide.created)
    bags = [[_bag(slide) for slide in deck.slides] for deck in (old, new)]

    def score(one: int, other: int) -> float:
        same = bool(old.slides[one].created) and old.slides[one].created == new.slides[other].created
        return 2 * same + alike(bags[0][one], bags[1][other])

    return _completed(pairs, (len(old.slides), len(new.slides)), score, LEAST_SLIDE)


def paired_shapes(old: EditedSlide, new: EditedSlide) -> Pairs:
    """The shapes of two slides that are one, by place from 0."""
    pairs = _by_key(old.shapes, new.shapes, lambda shape: shape.created and f"{shape.created} {shape.kind}")
    names = _by_key(old.shapes, new.shapes, lambda shape: shape.name and f"{shape.name} {shape.kind}")
    taken = set(pairs.values())
    pairs |= {one: other for one, other in names.items() if one not in pairs and other not in taken}
    bags = [[Counter(words_of(shape.words.replace("\n", " "))) for shape in slide.shapes] for slide in (old, new)]

    def score(one: int, other: int) -> float:
        first, second = old.shapes[one], new.shapes[other]
        return 2 * alike(bags[0][one], bags[1][other]) + _likeness(first, second) if first.kind == second.kind else 0

    return _completed(pairs, (len(old.shapes), len(new.shapes)), score, LEAST_SHAPE)


def _likeness(one: EditedShape, other: EditedShape) -> float:
    """How much speaks for two shapes being the same, apart from their words."""
    same_key = bool(one.created) and one.created == other.created
    same_name = bool(one.name) and one.name == other.name
    role = 1 if one.role == other.role != "" else -0.5 * (one.role != other.role)
    # Two shapes without words have all their words in common: their place alone is to decide.
    wordless = 2 if not one.words and not other.words else 0
    return 4 * same_key + same_name + role + _nearness(one, other) - wordless


def _nearness(one: EditedShape, other: EditedShape) -> float:
    """1 for two shapes whose middles are one, half of it half an inch apart; 0 where nobody knows."""
    if one.box is None or other.box is None:
        return 0
    return 1 / (1 + max(abs(a - b) for a, b in zip(_middle(one), _middle(other), strict=True)) / NEAR)


def _middle(shape: EditedShape) -> tuple[int, int]:
    left, top, width, height = shape.box or (0, 0, 0, 0)
    return left + width // 2, top + height // 2


def _bag(slide: EditedSlide) -> Counter[str]:
    return Counter(word for shape in slide.shapes for word in words_of(shape.words.replace("\n", " ")))


def _by_key(old: Sequence[Item], new: Sequence[Item], key: Callable[[Item], str]) -> Pairs:
    """Those whose key is theirs alone on both sides."""
    places = [_single(items, key) for items in (old, new)]
    return {place: places[1][name] for name, place in places[0].items() if name in places[1]}


def _single(items: Sequence[Item], key: Callable[[Item], str]) -> dict[str, int]:
    names = [key(item) for item in items]
    counts = Counter(names)
    return {name: place for place, name in enumerate(names) if name and counts[name] == 1}


def _completed(pairs: Pairs, sizes: tuple[int, int], score: Callable[[int, int], float], least: float) -> Pairs:
    """The pairs, the rest added best score first; of two alike the neighbours, then the earlier one: copies are new."""
    taken = set(pairs.values())
    rest = [place for place in range(sizes[0]) if place not in pairs]
    free = [place for place in range(sizes[1]) if place not in taken]
    found = sorted(
        ((score(one, other), -abs(one - other), -other, one, other) for one in rest for other in free), reverse=True
    )
    result = dict(pairs)
    for value, _, _, one, other in found:
        if value >= least and one not in result and other not in taken:
            result[one] = other
            taken.add(other)
    return result
