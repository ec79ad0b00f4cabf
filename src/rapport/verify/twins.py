"""A document against the other medium, and against itself in another language: the same facts say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.text import Evidence
from rapport.figures.dates import DateReading, FigureReading
from rapport.figures.reader import dates_in, reader_of, scan
from rapport.formats.unreadable import quoted
from rapport.verify.parity.figures import Occurrence
from rapport.verify.report import Check, Finding
from rapport.verify.trace import passages

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
        if not _say_the_same((reference, exact), (occurrence, reading)):
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


def _say_the_same(one: tuple[Occurrence, FigureReading], other: tuple[Occurrence, FigureReading]) -> bool:
    """Whether both agree; as far as they are great, where the words around one say its sign."""
    readings = one[1], other[1]
    unsigned = "unsigned" in (one[0].stated.evidence.form, other[0].stated.evidence.form)
    return agree(*(map(_without_sign, readings) if unsigned else readings))


def _without_sign(reading: FigureReading) -> FigureReading:
    """The same without its sign, which the words around one of them say: « une baisse de 21 % »."""
    low, high = sorted((abs(reading.low), abs(reading.high)))
    return replace(reading, low=low, high=high)


def agree(exact: FigureReading, other: FigureReading) -> bool:
    """Whether both read the same, to the coarser one's last digit."""
    step = max(exact.step, other.step)
    ends = ((exact.low, other.low), (exact.high, other.high))
    return exact.unit == other.unit and all(abs(one - two) * Decimal(2) <= step for one, two in ends)


# A document against the same one in another language: the same facts in the same places, read back as the same.


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
    shown = [{_sourced(each): each.locator for each in place.facts} for place in (one, other)]
    for mine, theirs, language in ((shown[0], shown[1], languages[1]), (shown[1], shown[0], languages[0])):
        for fact, status, source, numbers in sorted(mine.keys() - theirs.keys()):
            locator = mine[fact, status, source, numbers]
            said = ", ".join(filter(None, (status, source, locator)))
            yield Finding("twin-fact", f"{quoted(fact)} ({said}) n’est pas en {language}", one.key)


def _sourced(evidence: Evidence) -> tuple[str, str, str, tuple[str, ...]]:
    """What both languages say of a fact: of its place in the source, the numbers; « tableau 4 » is "table 4"."""
    return evidence.fact, evidence.status, evidence.source, tuple(NUMBER.findall(evidence.locator))


NUMBER = re.compile(r"\d+")


def _values(fact: str, first: Twin, second: Twin) -> Iterator[Finding]:
    """Every value of the second is held against the most precise one of the first."""
    mine, theirs = _by_fact(first.figures)[fact], _by_fact(second.figures)[fact]
    known = [(each, reading) for each in mine if (reading := _quantity(each, first.language))]
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
        reading = _quantity(each, language)
        if reading is not None and not _say_the_same((reference, exact), (each, reading)):
            yield _finding("twin-value", each, reference)


def _finding(code: str, one: Occurrence, other: Occurrence) -> Finding:
    message = f"{quoted(one.text)}, {quoted(other.text)} dans l’autre langue ({other.place})"
    return Finding(code, message, one.place, one.line.origin)


def _quantity(occurrence: Occurrence, language: str) -> FigureReading | None:
    """The one figure of an occurrence of a quantity; None for any other fact."""
    return None if occurrence.stated.evidence.low is None else _reading(occurrence, language)


def _dates(occurrence: Occurrence, language: str) -> Iterator[tuple[object, ...]]:
    """What the dates of an occurrence say, whatever words say it."""
    evidence = occurrence.stated.evidence
    if evidence.form in DATES and (evidence.low is None or evidence.form != "full"):
        yield from (_said(date) for date in dates_in(occurrence.text, language))


def _said(date: DateReading) -> tuple[object, ...]:
    return date.first, date.last, date.part


# Sentences of the language that a document was translated from, left in it without being marked.


SENTENCE = re.compile(r"[.!?…।:;\n\r]+ *")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LEAST, SHARE = 2, 0.28
"""Little words of a sentence, and their share of its words: a French name in an English sentence has fewer."""
RUN, IN_RUN = 7, 3
"""Words in a row, and the little words among them that make part of a sentence, with none of ours between."""


def check_foreign(data: bytes, marked: Iterable[str], language: str, origin: str) -> Check:
    """Whether no sentence of a document is in the language of `origin`; `marked` are the passages that say they are.

    Both languages are BCP 47 tags. Raises UnreadableError for a file that cannot be read.
    """
    known = sorted({_plain(text) for text in marked if text.strip(" ")}, key=len, reverse=True)
    called = reader_of(origin).words.called
    texts = [(passage.place, _without(_plain(passage.text), known)) for passage in passages(data)]
    found = tuple(
        Finding("language-unmarked", f"{quoted(sentence)} n’est pas signalé comme {called}", place)
        for place, text in texts
        for sentence in foreign_sentences(text, language[:2], origin[:2])
    )
    return Check("foreign", "Aucune phrase de l’autre langue sans marque", len(texts), found)


def foreign_sentences(text: str, language: str, origin: str) -> Iterator[str]:
    """The sentences of a text, or parts of them, that are in the language of `origin` rather than in `language`."""
    little, our_little = (reader_of(each).words.little for each in (origin, language))
    for sentence in SENTENCE.split(text):
        words = [match[0] for match in WORD.finditer(sentence.casefold())]
        theirs = [word in little for word in words]
        ours = [word in our_little for word in words]
        count = sum(theirs)
        if count >= LEAST and count > sum(ours) and count >= SHARE * len(words):
            yield sentence.strip(" ")
        elif run := _run(theirs, ours):
            found = tuple(WORD.finditer(sentence))[run[0] : run[1]]
            yield sentence[found[0].start() : found[-1].end()]


def _run(theirs: Sequence[bool], ours: Sequence[bool]) -> tuple[int, int] | None:
    """The first words in a row, as a range, that make part of a sentence of the other language."""
    for start in range(len(theirs) - RUN + 1):
        if sum(theirs[start : start + RUN]) >= IN_RUN and not any(ours[start : start + RUN]):
            return start, start + RUN
    return None


def _plain(text: str) -> str:
    return re.sub(r"[ \u00a0\u202f\r\n]+", " ", text.replace("’", "'").replace("\u00ad", "").replace("\ufffe", ""))


def _without(text: str, known: Iterable[str]) -> str:
    for passage in known:
        text = text.replace(passage, " \u2026 ")
    return text
