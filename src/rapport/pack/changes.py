"""Two imprints -> what differs between the documents they stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rapport.edition.imprint import Changes, FactChange, FactShown, Imprint, Passage, PassageChange


def compare(old: Imprint, new: Imprint) -> Changes:
    """What readers of the new edition do not find as it was in the old one; moves from page to page are none."""
    return Changes(old, new, tuple(_facts(old.facts, new.facts)), tuple(_passages(old.passages, new.passages)))


def _facts(old: Iterable[FactShown], new: Iterable[FactShown]) -> Iterator[FactChange]:
    before, after = {fact.key: fact for fact in old}, {fact.key: fact for fact in new}
    for key in sorted(before.keys() | after.keys()):
        was, now = before.get(key), after.get(key)
        if was is None or now is None or _said(was) != _said(now):
            yield FactChange(was, now)


def _said(fact: FactShown) -> tuple[str, str, str]:
    return fact.value, fact.status, fact.text


def _passages(old: Iterable[Passage], new: Iterable[Passage]) -> Iterator[PassageChange]:
    before = {(passage.medium, passage.key): passage for passage in old}
    after = {(passage.medium, passage.key): passage for passage in new}
    for key in dict.fromkeys((*after, *before)):
        was, now = before.get(key), after.get(key)
        gone, added = _without(was, now), _without(now, was)
        if was is None or now is None or gone or added:
            yield PassageChange(was, now, gone, added)


def _without(passage: Passage | None, other: Passage | None) -> tuple[str, ...]:
    """The texts of a passage that the other has not, or not so often."""
    left = Counter(other.texts if other else ())
    missing = []
    for text in passage.texts if passage else ():
        if left[text]:
            left[text] -= 1
        else:
            missing.append(text)
    return tuple(missing)
