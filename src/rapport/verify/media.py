"""The brief against the deck: the same fact says the same in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from rapport.figures.dates import FigureReading
from rapport.figures.reader import scan
from rapport.verify.finding import Finding, quoted
from rapport.verify.parity.figures import Occurrence
from rapport.verify.report import Check

UNCOMPARED = ("number", "status", "period", "date", "when")
"""Forms that print no quantity, or one whose unit stands elsewhere."""


def check_media(brief: Iterable[Occurrence], deck: Iterable[Occurrence], language: str) -> Check:
    """Whether each fact printed in both has one value and one qualifier; a rounded form may stand for a full one."""
    first, second = _by_fact(brief), _by_fact(deck)
    shared = sorted(set(first) & set(second))
    findings = tuple(finding for fact in shared for finding in _findings(first[fact], second[fact], language))
    return Check("media", "Mêmes faits, mêmes chiffres dans les deux documents", len(shared), findings)


def _by_fact(found: Iterable[Occurrence]) -> dict[str, list[Occurrence]]:
    facts: dict[str, list[Occurrence]] = {}
    for occurrence in found:
        if occurrence.text:
            facts.setdefault(occurrence.stated.evidence.fact, []).append(occurrence)
    return facts


def _findings(brief: list[Occurrence], deck: list[Occurrence], language: str) -> Iterator[Finding]:
    """Every occurrence of the deck is held against the most precise one of the brief."""
    readings = [(one, reading) for one in brief if (reading := _reading(one, language))]
    if not readings:
        return
    reference, exact = min(readings, key=lambda pair: pair[1].step)
    qualifiers = {reading.qualifier for _, reading in readings if reading.qualifier}
    for occurrence in deck:
        reading = _reading(occurrence, language)
        if reading is None:
            continue
        if not agree(exact, reading):
            said = f"{quoted(occurrence.text)} dans la présentation"
            message = f"{said}, {quoted(reference.text)} dans le dossier ({reference.place})"
            yield Finding("media-value", message, occurrence.place, occurrence.line.origin)
        if reading.qualifier and qualifiers and reading.qualifier not in qualifiers:
            message = (
                f"{quoted(occurrence.text)} dans la présentation, une autre nuance dans le dossier ({reference.place})"
            )
            yield Finding("media-qualifier", message, occurrence.place, occurrence.line.origin)


def _reading(occurrence: Occurrence, language: str) -> FigureReading | None:
    """The one figure of an occurrence; None for a date, a name, words, or a number whose unit stands elsewhere."""
    if occurrence.stated.evidence.form in UNCOMPARED:
        return None
    figures = scan(occurrence.text, language).figures
    return figures[0] if len(figures) == 1 else None


def agree(exact: FigureReading, other: FigureReading) -> bool:
    """Whether both read the same, to the coarser one's last digit."""
    step = max(exact.step, other.step)
    ends = ((exact.low, other.low), (exact.high, other.high))
    return exact.unit == other.unit and all(abs(one - two) * Decimal(2) <= step for one, two in ends)
