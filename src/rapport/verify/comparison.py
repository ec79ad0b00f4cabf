"""Expected lines set against found lines."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from rapport.verify.parity.alignment import Alignment, align
from rapport.verify.parity.line import ExpectedLine, FoundLine


class Compared(Struct, frozen=True):
    """Expected lines, found lines, and how their words answer each other."""

    expected: tuple[ExpectedLine, ...]
    found: tuple[FoundLine, ...]
    alignment: Alignment

    @property
    def places(self) -> tuple[str, ...]:
        """The place of each expected line: that of its first word that was found; empty where none was."""
        places = [""] * len(self.expected)
        for word, answer in zip(self.alignment.expected, self.alignment.answers, strict=True):
            if answer >= 0 and not places[word.line]:
                places[word.line] = self.found[self.alignment.found[answer].line].place
        return tuple(places)


def compared(expected: Iterable[ExpectedLine], found: Iterable[FoundLine]) -> Compared:
    """Both sequences with their alignment."""
    lines, others = tuple(expected), tuple(found)
    return Compared(lines, others, align([line.text for line in lines], [line.text for line in others]))
