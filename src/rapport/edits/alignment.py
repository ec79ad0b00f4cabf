"""A typeset text and the text that its author typed, sign by sign: where in a file words are to be changed.

They differ by spaces, quotation marks, markup and called facts, which are left out of the comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from rapport.edition.text import Span, Text
from rapport.edits.normal import SPACES
from rapport.edits.rewording import TYPED, Chunk, KeptError
from rapport.origin import Origin

CALL = re.compile(r"\{[a-z0-9][a-z0-9-]*(?::[a-z-]+)?\}|\[\^[^\] \n]+\]")  # what stands for a fact or a footnote
HELD = "\ufffc"
"""Stands for whatever is not an author's word: a fact, a footnote call."""
FOLDED = str.maketrans(
    {"’": "'", "‘": "'", "«": '"', "»": '"', "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "…": "."}
)
MARKUP = re.compile(r"([\\*_`\[\]])")
LEAST = 0.75
"""Of the signs of the shorter of both texts that must be alike: a date is not set as it is typed."""
MARKED = frozenset("\\*_`[]()")


class Splice(Struct, frozen=True, order=True):
    """Characters of a text from `start` to `end`, and what is to stand there."""

    start: int
    end: int
    text: str


class Alignment:
    """A typeset text and the raw text of the scalar it comes from, which begins at `offset` of its file.

    Raises KeptError where the text is not what was typed, but made of it.
    """

    def __init__(self, raw: str, offset: int, text: Text, origin: Origin) -> None:
        self.raw, self.offset, self.origin = raw, offset, origin
        self.shown = [(_sign(span), place) for place, span in _placed(text) if _is_of(span, origin)]
        self._places: dict[int, tuple[int, int]] = {}
        self._align()

    def _align(self) -> None:
        own = list(_compact(self.shown))
        best: tuple[int, list[tuple[int, int, int]], list[tuple[str, int, int]]] = (-1, [], [])
        for start, end in _paragraphs(self.raw):
            typed = list(_typed(self.raw, start, end))
            matcher = SequenceMatcher(None, [sign for sign, _ in own], [sign for sign, _, _ in typed], autojunk=False)
            blocks = [(block.a, block.b, block.size) for block in matcher.get_matching_blocks()]
            size = sum(block[2] for block in blocks)
            if size > best[0]:
                best = (size, blocks, typed)
        if best[0] < LEAST * min(len(own), len(best[2])):
            raise KeptError("le texte est composé d’après le fichier\u00a0: à y changer à la main")
        for one, other, size in best[1]:
            for step in range(size):
                _, start, end = best[2][other + step]
                self._places[own[one + step][1]] = (start, end)

    def splice(self, chunk: Chunk) -> Splice:
        """The chunk as a change of the file. Raises KeptError where its words cannot be found again."""
        before = max((place for place in self._places if place < chunk.start), default=None)
        after = min((place for place in self._places if place >= chunk.end), default=None)
        touched = [self._places[place] for place in range(chunk.start, chunk.end) if place in self._places]
        if before is None and after is None and not touched:
            raise KeptError("le texte ne se retrouve pas dans le fichier")
        gap = self._gap(before, after)
        place = self._balanced(touched) if touched else gap
        text = MARKUP.sub(r"\\\1", chunk.text.translate(TYPED))
        start, end, text = self._set(place, text, chunk, gap)
        return Splice(self.offset + start, self.offset + end, text)

    def _balanced(self, touched: Sequence[tuple[int, int]]) -> tuple[int, int]:
        """From the first character to the last; with the other half of markup that opens or closes between them."""
        start, end = min(start for start, _ in touched), max(end for _, end in touched)
        for mark in re.findall(r"\*+|_+", self.raw[start:end]):
            if self.raw[start:end].count(mark) % 2:
                if self.raw[:start].endswith(mark):
                    start -= len(mark)
                elif self.raw.startswith(mark, end):
                    end += len(mark)
        return start, end

    def _gap(self, before: int | None, after: int | None) -> tuple[int, int]:
        """Between the characters that stand before and after; nowhere where there are none."""
        if before is None and after is None:
            return 0, 0
        low = self._places[before][1] if before is not None else self._places[after or 0][0]
        high = self._places[after][0] if after is not None else low
        return low, max(low, high)

    def _set(self, place: tuple[int, int], text: str, chunk: Chunk, gap: tuple[int, int]) -> tuple[int, int, str]:
        start, end = place
        if not chunk.whole:
            return (start, end, text) if chunk.end > chunk.start else (*self._beside(gap, chunk), text)
        if not text:
            return (*self._with_space(start, end), "")
        low, high = gap
        space = SPACES.search(self.raw, low, high)
        if space:
            return space.end(), space.end(), f"{text} "
        if high > low or self._opens(low):
            return low, low, f"{text} "
        return low, low, f" {text}"

    def _beside(self, gap: tuple[int, int], chunk: Chunk) -> tuple[int, int]:
        """Letters added to a word stand with it: before what closes it, after what opens it."""
        opens = chunk.start > 0 and (chunk.start - 1) in self._places
        return (gap[0], gap[0]) if opens else (gap[1], gap[1])

    def _opens(self, place: int) -> bool:
        """Whether a place is the beginning of the text."""
        return place == min(start for start, _ in self._places.values())

    def _with_space(self, start: int, end: int) -> tuple[int, int]:
        """With the space after it, or before it where that keeps a line break."""
        after, before = SPACES.match(self.raw, end), re.search(f"(?:{SPACES.pattern})$", self.raw[:start])
        if after and not ("\n" in after[0] and before and "\n" not in before[0]):
            return start, after.end()
        return (before.start(), end) if before else (start, end)


def _placed(text: Text) -> Iterator[tuple[int, Span]]:
    """Each character of a text as a span of its own, with its place."""
    place = 0
    for span in text:
        for sign in span.text:
            yield place, Span(sign, note=span.note, evidence=span.evidence, origin=span.origin)
            place += 1


def _is_of(span: Span, origin: Origin) -> bool:
    return span.origin == origin


def _sign(span: Span) -> str:
    if span.note or span.evidence is not None:
        return HELD
    return span.text.translate(FOLDED).casefold()


def _compact(shown: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Without spaces, what is held as one sign."""
    last = ""
    for sign, place in shown:
        if sign == HELD and last == HELD:
            continue
        if not SPACES.fullmatch(sign):
            yield sign, place
        last = sign


def _paragraphs(raw: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of a scalar: what blank lines part."""
    start = 0
    for blank in re.finditer(r"\n[ \t]*\n", raw):
        yield start, blank.start()
        start = blank.end()
    yield start, len(raw)


def _typed(raw: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The signs of a stretch of typed text without spaces and markup, each with its place."""
    at = start
    while at < end:
        call = CALL.match(raw, at, end)
        if call:
            yield HELD, call.start(), call.end()
            at = call.end()
            continue
        sign = raw[at]
        if not SPACES.fullmatch(sign) and sign not in MARKED - {"(", ")"}:
            yield sign.translate(FOLDED).casefold(), at, at + 1
        at += 1
