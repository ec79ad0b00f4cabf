"""Weights of pages that a document is made up of again and again, kept from one time to the next."""

from __future__ import annotations

from itertools import count


class WeighedPages:
    """The weights of pages seen before, by what their passages say, for callers that make up a document repeatedly."""

    MOST = 1_000
    """Passages that are remembered: those of some hundred saves."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}
        self._free = count(1)
        self.found: dict[object, tuple[float, bool, bool, float, int]] = {}

    def number(self, content: object) -> int:
        """The number of what a passage says, from 1; the same for equal contents, and for no others ever."""
        if len(self._numbers) > self.MOST:
            self._numbers.clear()
            self.found.clear()
        if content not in self._numbers:
            self._numbers[content] = next(self._free)
        return self._numbers[content]
