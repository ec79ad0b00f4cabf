"""Facts against the text they were taken from: each figure is looked for in the paragraph it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from rapport.figures.claims import FactClaim
from rapport.figures.dates import FigureReading
from rapport.figures.reader import scan
from rapport.figures.units import canonical
from rapport.formats.unreadable import quoted
from rapport.origin import Origin
from rapport.verify.parity.figures import same_date
from rapport.verify.report import Finding

PARAGRAPH = re.compile(r"§[ \u00a0\u202f]*(\d+)")
BLANKS = re.compile(r"[ \t\u00a0\u202f]+")


class Taken(Struct, frozen=True):
    """A fact, the place in the source it names, and where it is written in the content."""

    claim: FactClaim
    locator: str
    origin: Origin


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a source text: its lines that are not empty, counted from 1."""
    return tuple(line.strip(" \t") for line in text.splitlines() if line.strip(" \t"))


def provenance_findings(facts: Sequence[Taken], text: str, language: str) -> Iterator[Finding]:
    """A finding for each fact whose figure, words or date are not in the paragraphs it names."""
    source = paragraphs(text)
    for fact in facts:
        message = _fault(fact, source, language)
        if message:
            yield Finding("source-figure", f"{quoted(fact.claim.key)}\u00a0: {message}", fact.locator, fact.origin)


def _fault(fact: Taken, source: Sequence[str], language: str) -> str:
    numbers = [int(number) for number in PARAGRAPH.findall(fact.locator)]
    if not numbers:
        return f"aucun paragraphe dans {quoted(fact.locator)}"
    missing = [number for number in numbers if not 1 <= number <= len(source)]
    if missing:
        return f"la source n’a pas de paragraphe {missing[0]}"
    if any(_states(source[number - 1], fact.claim, language) for number in numbers):
        return ""
    return f"{_sought(fact.claim)} ne se lit pas dans la source"


def _states(paragraph: str, claim: FactClaim, language: str) -> bool:
    """Whether a paragraph states the fact: its words, its date, or its value with the same qualifier."""
    found = scan(paragraph, language)
    low, high = claim.low, claim.high
    if low is not None and high is not None:
        return any(_same(reading, low, high, claim) for reading in found.figures) or _says(paragraph, claim)
    return not claim.date or any(same_date(date, claim.date) for date in found.dates)


def _same(reading: FigureReading, low: Decimal, high: Decimal, claim: FactClaim) -> bool:
    """Whether a figure read is the fact's; a source may leave the unit to its reader ("1,7 milliard à elle seule")."""
    least, unit = canonical(low, claim.unit)
    most, _ = canonical(high, claim.unit)
    same_value = (reading.low, reading.high, reading.qualifier) == (least, most, claim.qualifier)
    return same_value and reading.unit in ("", unit)


def _says(paragraph: str, claim: FactClaim) -> bool:
    return bool(claim.words) and _plain(claim.words) in _plain(paragraph)


def _plain(text: str) -> str:
    return BLANKS.sub(" ", text.replace("’", "'")).casefold()


def _sought(claim: FactClaim) -> str:
    """What was looked for, as the content states it."""
    if claim.low is None:
        return quoted(claim.date)
    amount = str(claim.low) if claim.low == claim.high else f"{claim.low} à {claim.high}"
    return quoted(" ".join(part for part in (claim.qualifier, amount, claim.unit) if part))
