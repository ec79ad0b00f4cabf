"""Words that differ between an edition and a document, as findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapport.origin import NOWHERE, Origin
from rapport.verify.finding import Finding, quoted
from rapport.verify.parity.alignment import Alignment, Difference, Word
from rapport.verify.parity.line import ExpectedLine, FoundLine

SPACES = dict.fromkeys(map(ord, " \u202f"))


def word_findings(
    alignment: Alignment, expected: Sequence[ExpectedLine], found: Sequence[FoundLine]
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
    alignment: Alignment,
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


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _place(difference: Difference, alignment: Alignment, found: Sequence[FoundLine]) -> str:
    """The place of the words found, or of those near which words are missing."""
    near = difference.found or alignment.found[difference.before :][:1] or alignment.found[-1:]
    return found[near[0].line].place if near else ""


def _origin(difference: Difference, expected: Sequence[ExpectedLine]) -> Origin:
    return next((expected[word.line].origin for word in difference.expected), NOWHERE)
