"""Figures of an edition, found again in a document, read there and held to their facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from rapport.figures.claims import Claims
from rapport.verify.finding import Finding, quoted
from rapport.verify.parity.agreement import disagreement
from rapport.verify.parity.alignment import Alignment
from rapport.verify.parity.line import ExpectedLine, FoundLine, Stated


class Occurrence(Struct, frozen=True):
    """A fact's figure as it stands in a document: the text found, empty where its words were not, place and pages."""

    stated: Stated
    text: str
    line: ExpectedLine
    place: str
    pages: tuple[int, ...]


def occurrences(
    alignment: Alignment, expected: Sequence[ExpectedLine], found: Sequence[FoundLine]
) -> tuple[Occurrence, ...]:
    """Every figure of the expected lines with the text that stands for it in the document."""
    firsts = _first_words(alignment, len(expected))
    return tuple(
        _occurrence(stated, index, firsts[index], alignment, (expected, found))
        for index, line in enumerate(expected)
        for stated in line.figures
    )


def _first_words(alignment: Alignment, lines: int) -> list[int]:
    """The index of each line's first word."""
    firsts = [len(alignment.expected)] * lines
    for index in range(len(alignment.expected) - 1, -1, -1):
        firsts[alignment.expected[index].line] = index
    return firsts


def _occurrence(
    stated: Stated,
    line: int,
    first: int,
    alignment: Alignment,
    lines: tuple[Sequence[ExpectedLine], Sequence[FoundLine]],
) -> Occurrence:
    expected, found = lines
    indices = []
    for index in range(first, len(alignment.expected)):
        word = alignment.expected[index]
        if word.line != line or word.start >= stated.end:
            break
        if word.end > stated.start:
            indices.append(index)
    answers = [alignment.answers[index] for index in indices]
    if not answers or -1 in answers:
        return Occurrence(stated, "", expected[line], "", ())
    words = [alignment.found[answer] for answer in answers]
    pages = tuple(dict.fromkeys(found[word.line].page_of(word.start) for word in words))
    place = found[words[0].line].place
    return Occurrence(stated, _text(stated, indices, alignment), expected[line], place, pages)


def _text(stated: Stated, indices: Sequence[int], alignment: Alignment) -> str:
    """The found words, less what the expected ones have before and after the figure ("(", ",")."""
    texts = []
    for index in indices:
        word, answer = alignment.expected[index], alignment.found[alignment.answers[index]]
        before, after = max(0, stated.start - word.start), max(0, word.end - stated.end)
        text = answer.text
        if text[:before] == word.text[:before]:
            text = text[before:]
        if after and text.endswith(word.text[-after:]):
            text = text[:-after]
        texts.append(text)
    return " ".join(texts)


def figure_findings(found: Sequence[Occurrence], claims: Claims, language: str) -> Iterator[Finding]:
    """One finding for each figure that is not found, is behind no fact, or says something else than its fact."""
    for occurrence in found:
        evidence, origin = occurrence.stated.evidence, occurrence.line.origin
        claim = claims.get(evidence.fact)
        if claim is None:
            message = f"le fait {quoted(evidence.fact)} n’existe pas dans le contenu"
            yield Finding("figure-unknown", message, occurrence.place, origin)
        elif not occurrence.text:
            message = f"figure du fait {quoted(evidence.fact)} introuvable"
            yield Finding("figure-missing", message, occurrence.place, origin)
        elif fault := disagreement(occurrence.text, evidence.form, claim, language):
            yield Finding("figure-value", f"{quoted(evidence.fact)}\u00a0: {fault}", occurrence.place, origin)
