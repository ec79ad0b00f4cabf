"""A rule reads the whole text and yields the edits it wants; it never sees what is masked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from rapport.language.typography.style import Style


class Edit(NamedTuple):
    """Replace `text[start:end]` by `new`; an insertion when start equals end."""

    start: int
    end: int
    new: str


Need = str | tuple[str, ...]
"""One of some characters, or one of some stretches of text."""


class Rule(Struct, frozen=True):
    """`find(text, style)` yields edits in order of place, none overlapping; it must find none in its own output.

    `needs` spares the search: a text has nothing for the rule unless it holds something of each need.
    """

    name: str
    find: Callable[[str, Style], Iterable[Edit]]
    needs: tuple[Need, ...] = ()

    def applies(self, text: str, characters: Set[str]) -> bool:
        """Whether a text of these characters holds something of all that the rule needs."""
        for need in self.needs:
            if characters.isdisjoint(need) if isinstance(need, str) else not any(map(text.__contains__, need)):
                return False
        return True


Replacement = Callable[[re.Match[str], Style], str]


def substitution(name: str, pattern: str, replacement: Replacement, needs: tuple[Need, ...] = ()) -> Rule:
    """The rule that replaces each match of `pattern` by `replacement(match, style)`.

    Patterns must be linear: no repetition may be retried from each of its own characters (possessive `++`, a
    lookbehind that bars the start, or a bounded count).
    """
    compiled = cache(lambda: re.compile(pattern))  # when first needed: few texts need every rule

    def find(text: str, style: Style) -> Iterator[Edit]:
        for match in compiled().finditer(text):
            if edit := trimmed(match.start(), match[0], replacement(match, style)):
                yield edit

    return Rule(name, find, needs)


def trimmed(start: int, old: str, new: str) -> Edit | None:
    """The smallest edit at `start` that turns `old` into `new`; None when they are equal.

    What two fragments share keeps to its own side only if edits do not reach beyond what they change.
    """
    if old == new:
        return None
    shortest = min(len(old), len(new))
    head = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    shortest -= head
    tail = next((i for i in range(shortest) if old[-1 - i] != new[-1 - i]), shortest)
    return Edit(start + head, start + len(old) - tail, new[head : len(new) - tail])
