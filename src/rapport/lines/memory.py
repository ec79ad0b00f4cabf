"""Paragraphs as they were last set: an edit changes few of them."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.lines.line import Hyphenate, Line, Run, Setting
from rapport.lines.paragraph import set_paragraph

_Key = tuple[tuple[Run, ...], Setting, Hyphenate]


class SetParagraphs:
    """`set_paragraph` that remembers; what two documents running did not ask for is forgotten.

    The same runs, setting and hyphenation (the same function) give the same lines: nothing else goes into them.
    """

    def __init__(self) -> None:
        self._now: dict[_Key, tuple[Line, ...]] = {}
        self._before: dict[_Key, tuple[Line, ...]] = {}

    def __call__(self, runs: Sequence[Run], setting: Setting, hyphenate: Hyphenate) -> tuple[Line, ...]:
        key = (tuple(runs), setting, hyphenate)
        lines = self._now.get(key) or self._before.get(key) or set_paragraph(*key)
        self._now[key] = lines
        return lines

    def __len__(self) -> int:
        return len(self._now | self._before)

    def age(self) -> None:
        """A document begins."""
        self._now, self._before = {}, self._now
