"""A document against the same one in another language: the same facts in the same places, read back as the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct

from rapport.edition.text import Evidence
from rapport.figures.dates import DateReading, FigureReading
from rapport.figures.reader import dates_in, scan
from rapport.verify.finding import Finding, quoted
from rapport.verify.media import UNCOMPARED, agree
from rapport.verify.parity.figures import Occurrence
from rapport.verify.report import Check

DATES = ("full", "date", "when", "period")
"""Forms that may print a date."""


class TwinPlace(Struct, frozen=True):
    """A section or a slide: its key, and the facts it shows."""

    key: str
    facts: tuple[Evidence, ...]


class Twin(Struct, frozen=True):
    """A document in one language: its places in order, and the figures read back from it."""

    language: str
    places: tuple[TwinPlace, ...]
    figures: tuple[Occurrence, ...]


def check_twins(first: Twin, second: Twin) -> tuple[Check, Check]:
    """Whether both show the same facts, statuses and sources in the same places, and print the same values."""
    places = tuple(_places(first, second))
    shared = _by_fact(first.figures).keys() & _by_fact(second.figures).keys()
    values = tuple(finding for fact in sorted(shared) for finding in _values(fact, first, second))
    return (
        Check("twin-places", "Mêmes faits, statuts et sources aux mêmes endroits", len(first.places), places),
        Check("twin-figures", "Mêmes chiffres et dates relus dans les deux langues", len(shared), values),
    )


def _places(first: Twin, second: Twin) -> Iterator[Finding]:
    for one, other in zip_longest(first.places, second.places):
        if one is None or other is None or one.key != other.key:
            names = [quoted(place.key) if place else "rien" for place in (one, other)]
            message = f"{names[0]} en {first.language}, {names[1]} en {second.language}"
            yield Finding("twin-place", message)
            return  # those after it are all shifted
        yield from _facts(one, other, (first.language, second.language))


def _facts(one: TwinPlace, other: TwinPlace, languages: tuple[str, str]) -> Iterator[Finding]:
    shown = [{(each.fact, each.status, each.source, each.locator) for each in place.facts} for place in (one, other)]
    for mine, theirs, language in ((shown[0], shown[1], languages[1]), (shown[1], shown[0], languages[0])):
        for fact, status, source, locator in sorted(mine - theirs):
            said = ", ".join(filter(None, (status, source, locator)))
            yield Finding("twin-fact", f"{quoted(fact)} ({said}) n’est pas en {language}", one.key)


def _by_fact(found: Iterable[Occurrence]) -> dict[str, list[Occurrence]]:
    facts: dict[str, list[Occurrence]] = {}
    for occurrence in found:
        if occurrence.text:
            facts.setdefault(occurrence.stated.evidence.fact, []).append(occurrence)
    return facts


def _values(fact: str, first: Twin, second: Twin) -> Iterator[Finding]:
    """Every value of the second is held against the most precise one of the first."""
    mine, theirs = _by_fact(first.figures)[fact], _by_fact(second.figures)[fact]
    known = [(each, reading) for each in mine if (reading := _reading(each, first.language))]
    if known:
        reference, exact = min(known, key=lambda pair: pair[1].step)
        yield from _other_values(theirs, second.language, (reference, exact))
    dates = [(each, date) for each in mine for date in _dates(each, first.language)]
    written = {date for _each, date in dates}
    for each in theirs:
        for date in _dates(each, second.language):
            if written and date not in written:
                yield _finding("twin-date", each, dates[0][0])


def _other_values(
    theirs: Sequence[Occurrence], language: str, known: tuple[Occurrence, FigureReading]
) -> Iterator[Finding]:
    reference, exact = known
    for each in theirs:
        reading = _reading(each, language)
        if reading is not None and not agree(exact, reading):
            yield _finding("twin-value", each, reference)


def _finding(code: str, one: Occurrence, other: Occurrence) -> Finding:
    message = f"{quoted(one.text)}, {quoted(other.text)} dans l’autre langue ({other.place})"
    return Finding(code, message, one.place, one.line.origin)


def _reading(occurrence: Occurrence, language: str) -> FigureReading | None:
    """The one figure of an occurrence; None for a date, words, or a number whose unit stands elsewhere."""
    evidence = occurrence.stated.evidence
    if evidence.form in UNCOMPARED or evidence.low is None:
        return None
    figures = scan(occurrence.text, language).figures
    return figures[0] if len(figures) == 1 else None


def _dates(occurrence: Occurrence, language: str) -> Iterator[tuple[object, ...]]:
    """What the dates of an occurrence say, whatever words say it."""
    evidence = occurrence.stated.evidence
    if evidence.form in DATES and (evidence.low is None or evidence.form != "full"):
        yield from (_said(date) for date in dates_in(occurrence.text, language))


def _said(date: DateReading) -> tuple[object, ...]:
    return date.first, date.last, date.part
