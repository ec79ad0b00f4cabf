"""The words of one sequence of lines set against those of another, and where they differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from rapport.formats.unreadable import quoted
from rapport.origin import NOWHERE, Origin
from rapport.verify.parity.line import ExpectedLine, FoundLine
from rapport.verify.report import Finding

WORD = re.compile(r"[^ \u00a0\t\r\n]+")
"""A word ends at a space that may be broken or stretched; U+202F is part of it ("110 000")."""


class ComparedWord(Struct, frozen=True):
    """A word of a line: the line's index, and where the word stands in its text."""

    text: str
    line: int
    start: int
    end: int


class Difference(Struct, frozen=True):
    """A stretch of expected words against the found words in its place; either may be empty."""

    kind: Literal["changed", "missing", "added"]
    expected: tuple[ComparedWord, ...]
    found: tuple[ComparedWord, ...]
    before: int
    """The index of the found word that follows what is missing."""


class WordAlignment(Struct, frozen=True):
    """Which found word answers each expected word (-1 for none), and the differences, in order."""

    expected: tuple[ComparedWord, ...]
    found: tuple[ComparedWord, ...]
    answers: tuple[int, ...]
    differences: tuple[Difference, ...]


def words_of(lines: Sequence[str]) -> tuple[ComparedWord, ...]:
    """All words of the lines, in order."""
    found = ((index, match) for index, text in enumerate(lines) for match in WORD.finditer(text))
    return tuple([ComparedWord(match[0], index, *match.span()) for index, match in found])


def align(expected_lines: Sequence[str], found_lines: Sequence[str]) -> WordAlignment:
    """Aligns two sequences of lines: whole lines first, then the words of the stretches that differ.

    How words are grouped in lines does not matter to the result, only the words and their order.
    """
    expected, found = words_of(expected_lines), words_of(found_lines)
    answers = [-1] * len(expected)
    differences = []
    for part in _parts(expected, found):
        if part.kind == "equal":
            answers[part.a : part.b] = range(part.c, part.d)
            continue
        if part.b - part.a == part.d - part.c:
            answers[part.a : part.b] = range(part.c, part.d)
        old, new = expected[part.a : part.b], found[part.c : part.d]
        kind: Literal["changed", "missing", "added"] = "changed" if old and new else "missing" if old else "added"
        differences.append(Difference(kind, old, new, part.c))
    return WordAlignment(expected, found, tuple(answers), tuple(differences))


class _Part(Struct, frozen=True):
    """Words a to b of one sequence against words c to d of the other."""

    kind: str
    a: int
    b: int
    c: int
    d: int


def _parts(expected: tuple[ComparedWord, ...], found: tuple[ComparedWord, ...]) -> Iterator[_Part]:
    old_lines, new_lines = _Lines(expected), _Lines(found)
    for kind, a, b, c, d in _opcodes(old_lines.texts, new_lines.texts):
        part = _Part(kind, old_lines.starts[a], old_lines.starts[b], new_lines.starts[c], new_lines.starts[d])
        if kind == "replace":
            yield from _within(part, expected, found)
        else:
            yield part


def _within(part: _Part, expected: tuple[ComparedWord, ...], found: tuple[ComparedWord, ...]) -> Iterator[_Part]:
    old = [word.text for word in expected[part.a : part.b]]
    new = [word.text for word in found[part.c : part.d]]
    for kind, a, b, c, d in _opcodes(old, new):
        yield _Part(kind, part.a + a, part.a + b, part.c + c, part.c + d)


class _Lines:
    """Words grouped into the lines they come from: the words of each, and the index of each one's first word."""

    def __init__(self, words: tuple[ComparedWord, ...]) -> None:
        self.texts: list[str] = []
        self.starts: list[int] = []
        line = -1
        for index, word in enumerate(words):
            if word.line == line:
                self.texts[-1] += f" {word.text}"
            else:
                self.texts.append(word.text)
                self.starts.append(index)
                line = word.line
        self.starts.append(len(words))


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """As `SequenceMatcher.get_opcodes`, after what both begin and end with is set aside: most often that is all."""
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    a, b = len(old) - tail, len(new) - tail
    if head:
        yield "equal", 0, head, 0, head
    for kind, i, j, k, m in SequenceMatcher(None, old[head:a], new[head:b], autojunk=False).get_opcodes():
        yield kind, head + i, head + j, head + k, head + m
    if tail:
        yield "equal", a, len(old), b, len(new)


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """How many items both begin with."""
    count = 0
    for left, right in zip(old, new, strict=False):
        if left != right:
            break
        count += 1
    return count


# Words that differ between an edition and a document, as findings.

SPACES = dict.fromkeys(map(ord, " \u202f"))


def word_findings(
    alignment: WordAlignment, expected: Sequence[ExpectedLine], found: Sequence[FoundLine]
) -> tuple[Finding, ...]:
    """One finding for each stretch of words that is lost, added, changed or moved."""
    moved = _moved(alignment.differences)
    return tuple(_finding(difference, alignment, expected, found, moved) for difference in alignment.differences)


def _moved(differences: Sequence[Difference]) -> Counter[str]:
    """Stretches that are missing in one place and added in another."""
    missing = Counter(_text(difference.expected) for difference in differences if difference.kind == "missing")
    added = Counter(_text(difference.found) for difference in differences if difference.kind == "added")
    return missing & added


def _finding(
    difference: Difference,
    alignment: WordAlignment,
    expected: Sequence[ExpectedLine],
    found: Sequence[FoundLine],
    moved: Counter[str],
) -> Finding:
    old, new = _text(difference.expected), _text(difference.found)
    place = _place(difference, alignment, found)
    origin = _origin(difference, expected)
    if moved[old or new] and difference.kind != "changed":
        return Finding("words-moved", f"texte déplacé\u00a0: {quoted(old or new)}", place, origin)
    if difference.kind == "missing":
        return Finding("words-missing", f"texte absent du document\u00a0: {quoted(old)}", place, origin)
    if difference.kind == "added":
        repeated = new in " ".join(word.text for word in alignment.expected)
        code, what = ("words-repeated", "texte répété") if repeated else ("words-added", "texte en trop")
        return Finding(code, f"{what}\u00a0: {quoted(new)}", place, origin)
    glued = old.translate(SPACES) == new.translate(SPACES)
    code, what = ("words-glued", "mots collés ou coupés") if glued else ("words-changed", "texte changé")
    return Finding(code, f"{what}\u00a0: {quoted(new)} au lieu de {quoted(old)}", place, origin)


def _text(words: Sequence[ComparedWord]) -> str:
    return " ".join(word.text for word in words)


def _place(difference: Difference, alignment: WordAlignment, found: Sequence[FoundLine]) -> str:
    """The place of the words found, or of those near which words are missing."""
    near = difference.found or alignment.found[difference.before :][:1] or alignment.found[-1:]
    return found[near[0].line].place if near else ""


def _origin(difference: Difference, expected: Sequence[ExpectedLine]) -> Origin:
    return next((expected[word.line].origin for word in difference.expected), NOWHERE)


class Compared(Struct, frozen=True):
    """Expected lines, found lines, and how their words answer each other."""

    expected: tuple[ExpectedLine, ...]
    found: tuple[FoundLine, ...]
    alignment: WordAlignment

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
