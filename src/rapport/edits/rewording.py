"""What was reworded in a typeset text: the stretches that differ, whose words they are, and figures among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from msgspec import Struct

from rapport.edition.text import Span, Text
from rapport.edits.normal import WORD, normal, words_of
from rapport.origin import NOWHERE, Origin

TYPED = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "\u2011": "-"})
"""What authors type on a plain keyboard for what the typographer sets."""


class Restated(Struct, frozen=True):
    """A fact whose figure was changed: its key, what the text said and what stands there now."""

    fact: str
    before: str
    after: str


class KeptError(Exception):
    """A change that cannot be written back. `facts` are those whose figures it alters; the reason is in French."""

    def __init__(self, reason: str, facts: tuple[Restated, ...] = ()) -> None:
        self.reason, self.facts = reason, facts
        super().__init__(reason)


class Chunk(Struct, frozen=True):
    """Characters of a typeset text from `start` to `end`, and what stands there now; whole words where `whole`."""

    start: int
    end: int
    text: str
    whole: bool


class Rewording(Struct, frozen=True):
    """A chunk of the text of one scalar."""

    origin: Origin
    chunk: Chunk


def rewordings(text: Text, after: str) -> tuple[Rewording, ...]:
    """What to reword so that a text says `after`. Raises KeptError where more than an author's words would change."""
    shown = "".join(span.text for span in text)
    chunks = tuple(_chunks(shown, after))
    owners = _owners(text)
    facts = tuple(dict.fromkeys(fact for chunk in chunks for fact in _facts(chunk, shown, owners)))
    facts = facts or _printed(text)
    if facts:
        raise KeptError("chiffre", tuple(_restated(fact, text, after) for fact in facts))
    return tuple(Rewording(_origin(chunk, owners), chunk) for chunk in chunks)


def _printed(text: Text) -> tuple[str, ...]:
    """The fact of a text that prints one and nothing that was typed: its unit is changed with it."""
    printed = tuple(dict.fromkeys(span.evidence.fact for span in text if span.evidence is not None))
    typed = any(span.evidence is None and span.origin != NOWHERE for span in text)
    return printed if len(printed) == 1 and not typed else ()


def _restated(fact: str, text: Text, after: str) -> Restated:
    """What stands where a text printed a fact: between the words beside it that are still there."""
    shown = "".join(span.text for span in text)
    tokens, opcodes = _compared(shown, after)
    new = words_of(after)
    start = 0
    for evidence, spans in groupby(text, key=lambda span: span.evidence):
        printed = "".join(span.text for span in spans)
        end = start + len(printed)
        if evidence is not None and evidence.fact == fact:
            places = [place for place, (first, last) in enumerate(tokens) if first < end and last > start]
            words = new[_now(opcodes, places[0], at_end=False) : _now(opcodes, places[-1], at_end=True)]
            now = " ".join(words).rstrip(",;.")
            if normal(printed) != now:
                return Restated(fact, printed, now)
        start = end
    return Restated(fact, normal(shown), after)


def _now(opcodes: Sequence[tuple[str, int, int, int, int]], place: int, *, at_end: bool) -> int:
    """Where the new words begin, or end, that stand for the old one at a place."""
    kind, first, _, start, end = next(code for code in opcodes if code[1] <= place < code[2])
    if kind == "equal":
        return start + place - first + at_end
    return end if at_end else start


def _compared(shown: str, after: str) -> tuple[list[tuple[int, int]], list[tuple[str, int, int, int, int]]]:
    """The words of a text by their places, and what makes the new words of them."""
    tokens = [match.span() for match in WORD.finditer(shown)]
    old = [normal(shown[start:end]) for start, end in tokens]
    codes = SequenceMatcher(None, old, words_of(after), autojunk=False).get_opcodes()
    return tokens, [(str(kind), *rest) for kind, *rest in codes]  # type: ignore[misc]  # four numbers follow a kind


def _chunks(shown: str, after: str) -> Iterator[Chunk]:
    """The changed stretches, cut down to the characters that differ."""
    tokens, opcodes = _compared(shown, after)
    new = words_of(after)
    for kind, first, last, start, end in opcodes:
        if kind == "equal":
            continue
        words = " ".join(new[start:end])
        if kind == "insert":
            place = tokens[first][0] if first < len(tokens) else len(shown)
            yield Chunk(place, place, words, whole=True)
        else:
            yield _trimmed(shown, (tokens[first][0], tokens[last - 1][1]), words)


def _trimmed(shown: str, place: tuple[int, int], words: str) -> Chunk:
    """Without the characters that both begin and end with, where anything of either is left."""
    start, end = place
    if not words:
        return Chunk(start, end, "", whole=True)
    old = shown[start:end].translate(TYPED)
    new = words.translate(TYPED)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    return Chunk(start + head, end - tail, words[head : len(words) - tail], whole=False)


def _common(one: str, other: str) -> int:
    """How many characters two strings begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (sign, its) in enumerate(pairs) if sign != its), min(len(one), len(other)))


def _owners(text: Text) -> list[Span]:
    """The span of each character."""
    return [span for span in text for _ in span.text]


def _facts(chunk: Chunk, shown: str, owners: Sequence[Span]) -> Iterator[str]:
    """The facts whose figure a chunk changes: by what it takes away, or by letters that it sets beside it."""
    for span in owners[chunk.start : chunk.end]:
        if span.evidence is not None:
            yield span.evidence.fact
    if chunk.start != chunk.end:
        return
    around = (*owners[chunk.start - 1 : chunk.start], *owners[chunk.start : chunk.start + 1])
    if len(around) == 2 and around[0] is around[1] and around[0].evidence is not None:
        yield around[0].evidence.fact
    if chunk.whole:
        return
    before, after = shown[chunk.start - 1 : chunk.start], shown[chunk.start : chunk.start + 1]
    for place, sign, edge in ((chunk.start - 1, before, chunk.text[:1]), (chunk.start, after, chunk.text[-1:])):
        if sign and edge.isalnum() and owners[place].evidence is not None:
            yield owners[place].evidence.fact  # type: ignore[union-attr]  # mypy forgets what the line above says


def _origin(chunk: Chunk, owners: Sequence[Span]) -> Origin:
    """Where the words of a chunk were typed."""
    touched = owners[chunk.start : chunk.end] or owners[max(0, chunk.start - 1) : chunk.start] or owners[:1]
    if any(span.note for span in touched):
        raise KeptError("appel de note")
    places = {span.origin for span in touched if span.origin != NOWHERE}
    if chunk.start == chunk.end and not places:
        places = {span.origin for span in owners[chunk.start : chunk.start + 1]} - {NOWHERE}
    if len(places) != 1:
        raise KeptError("texte composé par rapport" if not places else "texte écrit à plusieurs endroits")
    return places.pop()
