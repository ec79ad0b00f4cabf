"""Two imprints -> what differs between the documents they stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher

from msgspec.structs import replace

from rapport.edition.imprint import FactChange, FactShown, Imprint, ImprintChanges, ImprintPassage, Move, PassageChange

Naming = Callable[[str], str]
"""The name of a section -> what it is called whatever its place."""


def compare(old: Imprint, new: Imprint, unnumbered: Naming = str) -> ImprintChanges:
    """What has changed for readers since the old edition; a different page or slide number does not count.

    `unnumbered` takes from a section's name the number that its order gives it; by default there is none.
    """
    passages = tuple(_passages(old.passages, new.passages, unnumbered))
    moves = tuple(_moves(passages))
    every_move = (*moves, *_reordered(old.passages, new.passages, unnumbered))
    return ImprintChanges(old, new, tuple(_facts(old.facts, new.facts)), tuple(_unmoved(passages, moves)), every_move)


def _reordered(old: Iterable[ImprintPassage], new: Iterable[ImprintPassage], unnumbered: Naming) -> Iterator[Move]:
    """Slides that stand elsewhere among those of both editions; sections whose number another order has changed."""
    slides, sections = _elsewhere(old, new, "deck"), _elsewhere(old, new, "brief")
    yield from slides
    if not sections:
        return
    before = {passage.key: passage for passage in old if passage.medium == "brief"}
    moved = {move.after.key for move in sections} if not slides else set()
    for passage in new:
        was = before.get(passage.key) if passage.medium == "brief" else None
        if was and (
            passage.key in moved or (was.name != passage.name and unnumbered(was.name) == unnumbered(passage.name))
        ):
            yield Move(passage.name, was, passage)


def _elsewhere(old: Iterable[ImprintPassage], new: Iterable[ImprintPassage], medium: str) -> tuple[Move, ...]:
    """What has moved among the passages of a medium that both editions have: as few as explain the new order."""
    before = {passage.key: passage for passage in old if passage.medium == medium}
    after = {passage.key: passage for passage in new if passage.medium == medium}
    was, now = [key for key in before if key in after], [key for key in after if key in before]
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    still = {key for block in matcher.get_matching_blocks() for key in was[block.a : block.a + block.size]}
    return tuple(Move(after[key].name, before[key], after[key]) for key in now if key not in still)


def _moves(passages: Iterable[PassageChange]) -> Iterator[Move]:
    """Texts that one passage lost and another of the same medium gained, each as often as it did both."""
    gained: dict[tuple[str, str], list[ImprintPassage]] = {}
    for change in passages:
        if change.after is not None:
            for text in change.new:
                gained.setdefault((change.after.medium, text), []).append(change.after)
    for change in passages:
        if change.before is not None:
            for text in change.gone:
                places = gained.get((change.before.medium, text))
                if places:
                    yield Move(text, change.before, places.pop(0))


def _unmoved(passages: Iterable[PassageChange], moves: Iterable[Move]) -> Iterator[PassageChange]:
    """The changes without the texts that only moved; a passage that has no other change is none."""
    left = Counter((id(move.before), move.text) for move in moves)
    left.update((id(move.after), move.text) for move in moves)
    for change in passages:
        gone = tuple(text for text in change.gone if not _taken(left, change.before, text))
        new = tuple(text for text in change.new if not _taken(left, change.after, text))
        if gone or new or change.kind != "changed":
            yield replace(change, gone=gone, new=new)


def _taken(left: Counter[tuple[int, str]], passage: ImprintPassage | None, text: str) -> bool:
    found = left[id(passage), text] > 0
    left[id(passage), text] -= found
    return found


def _facts(old: Iterable[FactShown], new: Iterable[FactShown]) -> Iterator[FactChange]:
    before, after = {fact.key: fact for fact in old}, {fact.key: fact for fact in new}
    for key in sorted(before.keys() | after.keys()):
        was, now = before.get(key), after.get(key)
        if was is None or now is None or _said(was) != _said(now):
            yield FactChange(was, now)


def _said(fact: FactShown) -> tuple[str, str, str]:
    return fact.value, fact.status, fact.text


def _passages(
    old: Iterable[ImprintPassage], new: Iterable[ImprintPassage], unnumbered: Naming
) -> Iterator[PassageChange]:
    before = {(passage.medium, passage.key): passage for passage in old}
    after = {(passage.medium, passage.key): passage for passage in new}
    for key in dict.fromkeys((*after, *before)):
        was, now = before.get(key), after.get(key)
        read, reads = _read(was, now, unnumbered), _read(now, was, unnumbered)
        gone, added = _without(read, reads), _without(reads, read)
        if was is None or now is None or gone or added:
            yield PassageChange(was, now, gone, added)


def _read(passage: ImprintPassage | None, other: ImprintPassage | None, unnumbered: Naming) -> tuple[str, ...]:
    """The texts of a passage, and before them the name of a section that the other edition calls otherwise."""
    if passage is None:
        return ()
    name = unnumbered(passage.name)
    if other is None or passage.medium == "deck" or name == unnumbered(other.name):
        return passage.texts
    return (name, *passage.texts)


def _without(texts: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """Texts that occur more often than among the others."""
    left = Counter(others)
    missing = []
    for text in texts:
        if left[text]:
            left[text] -= 1
        else:
            missing.append(text)
    return tuple(missing)
