"""What the source prints and what the fact says: the same quantity."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rapport.figures.dates import FigureReading
from rapport.figures.reader import scan
from rapport.figures.units import canonical
from rapport.language.units import key_of
from rapport.model.content import Content, facts_in
from rapport.model.fact import Fact
from rapport.problem import Problem

LANGUAGES = ("fr", "en")
"""Those that sources are read in."""


def printed_otherwise(content: Content, key: str) -> Iterator[Problem]:
    """Facts of a briefing whose source prints another quantity; it may round, and words without one say nothing."""
    briefing = content.briefings[key]
    sections = (content.sections[name] for name in briefing.sections)
    facts = (content.facts.get(name) for name in dict.fromkeys(facts_in((briefing, *sections))))
    for fact in facts:
        if fact is None or fact.printed is None or fact.bounds is None or fact.words is not None:
            continue
        if _is_otherwise(fact.printed.text, fact):
            message = f"«\u00a0{fact.printed.text}\u00a0» ne dit pas la valeur du fait"
            hint = "corrigez l’un ou l’autre, selon la source"
            yield Problem("printed-otherwise", message, fact.printed.origin, hint, "warning")


def _is_otherwise(text: str, fact: Fact) -> bool:
    """Whether a text has figures that could be those of the fact, and in no language are; read in as few as will do."""
    found = False
    for code in LANGUAGES:
        readings = tuple(_alike(text, key_of(fact.unit), code))
        if any(_says(reading, fact) for reading in readings):
            return False
        found = found or bool(readings)
    return found


def _alike(text: str, key: str, language: str) -> Iterator[FigureReading]:
    """The figures of a text, in digits, that bear the unit of a fact; none is another way to say it."""
    _, unit = canonical(Decimal(1), key)
    for reading in scan(text, language).figures:
        if unit in ("", reading.unit) and any(map(str.isdigit, reading.text)):
            yield reading


def _says(reading: FigureReading, fact: Fact) -> bool:
    """Whether a reading is as great as the fact, whatever its sign, as far as it is exact."""
    low, high = fact.bounds or (reading.low, reading.high)
    meant = sorted(abs(canonical(value, key_of(fact.unit))[0]) for value in (low, high))
    said = sorted(map(abs, (reading.low, reading.high)))
    return all(abs(one - other) <= reading.step / 2 for one, other in zip(said, meant, strict=True))
