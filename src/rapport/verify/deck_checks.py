"""A deck as read back, against its plan and the facts of the content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from rapport.slides.deck import Deck
from rapport.verify.claims import Claims
from rapport.verify.deck.presentation import Presentation
from rapport.verify.expected import deck as expected
from rapport.verify.finding import Finding, quoted, slide_place
from rapport.verify.found import deck as found
from rapport.verify.parity.alignment import Alignment, align
from rapport.verify.parity.charts import chart_findings, claim_findings
from rapport.verify.parity.line import ExpectedLine, FoundLine
from rapport.verify.parity.words import word_findings
from rapport.verify.report import Check


@dataclass(frozen=True, slots=True)
class Compared:
    """Expected lines, found lines, and how their words answer each other."""

    expected: tuple[ExpectedLine, ...]
    found: tuple[FoundLine, ...]
    alignment: Alignment


def compared(wanted: Iterable[ExpectedLine], read: Iterable[FoundLine]) -> Compared:
    """Both sequences with their alignment."""
    lines, others = tuple(wanted), tuple(read)
    return Compared(lines, others, align([line.text for line in lines], [line.text for line in others]))


def compare_deck(plan: Deck, deck: Presentation) -> Compared:
    """All lines of the deck; a marker line between slides keeps words from answering those of another slide."""
    return compared(_expected_lines(plan), _found_lines(deck))


def check_words(both: Compared) -> Check:
    """Whether slides and notes hold the plan's words, in order, once each."""
    findings = word_findings(both.alignment, both.expected, both.found)
    return Check("deck-words", "Mots des diapositives et des commentaires", len(both.alignment.expected), findings)


def _expected_lines(plan: Deck) -> Iterator[ExpectedLine]:
    for number, slide in enumerate(plan.slides, start=1):
        yield ExpectedLine(_marker(number, "diapositive"), "marker", slide.origin)
        yield from expected.slide_lines(slide)
        yield ExpectedLine(_marker(number, "pied"), "marker", slide.origin)
        yield from expected.foot_lines(slide)
        yield ExpectedLine(_marker(number, "commentaires"), "marker", slide.origin)
        yield from expected.note_lines(slide, plan.notes_heading)


def _found_lines(deck: Presentation) -> Iterator[FoundLine]:
    for slide in deck.slides:
        place = slide_place(slide.number)
        yield FoundLine(_marker(slide.number, "diapositive"), place, page=slide.number)
        yield from found.slide_lines(slide)
        yield FoundLine(_marker(slide.number, "pied"), place, page=slide.number)
        yield from found.foot_lines(slide)
        yield FoundLine(_marker(slide.number, "commentaires"), place, page=slide.number)
        yield from found.note_lines(slide)


def _marker(number: int, part: str) -> str:
    return f"[{part}\u00a0{number}]"


def check_charts(plan: Deck, deck: Presentation, claims: Claims) -> Check:
    """Whether native charts, their caches and workbooks hold the plan's data, and these the facts'."""
    count, findings = 0, []
    for slide, read in zip(plan.slides, deck.slides, strict=False):
        wanted, given = expected.charts(slide), found.charts(read)
        count += len(wanted)
        if len(wanted) != len(given):
            message = f"{len(given)} graphique(s) au lieu de {len(wanted)}"
            findings.append(Finding("chart-count", message, slide_place(read.number), slide.origin))
        for chart, (drawn, place) in zip(wanted, given, strict=False):
            findings += chart_findings(chart, drawn, place)
            findings += claim_findings(chart, claims, place, plan.language)
    return Check("deck-charts", "Graphiques, mémoires et classeurs", count, tuple(findings))


def check_properties(plan: Deck, deck: Presentation) -> Check:
    """Whether the file says of itself what the plan says, and its parts and slides are the plan's."""
    wanted = {"title": plan.title, "subject": plan.subject, "creator": plan.issuer, "language": plan.language}
    findings = [*_property_findings(wanted, dict(deck.properties)), *_count_findings(plan, deck)]
    return Check("deck-properties", "Propriétés du fichier", len(wanted) + 2, tuple(findings))


def _property_findings(wanted: dict[str, str], given: dict[str, str]) -> Iterator[Finding]:
    for name, value in wanted.items():
        if value and given.get(name, "") != value:
            yield Finding(
                "deck-property", f"propriété {name}\u00a0: {quoted(given.get(name, ''))} au lieu de {quoted(value)}"
            )


def _count_findings(plan: Deck, deck: Presentation) -> Iterator[Finding]:
    if len(plan.slides) != len(deck.slides):
        yield Finding("slide-count", f"{len(deck.slides)} diapositives au lieu de {len(plan.slides)}")
    for slide in deck.slides:
        if slide.hidden:
            yield Finding("slide-hidden", "diapositive masquée", slide_place(slide.number))
    names = tuple(part.name for part in plan.parts)
    for name, given in zip_longest(names, deck.sections):
        if name != given:
            yield Finding("deck-part", f"section {quoted(str(given))} au lieu de {quoted(str(name))}")
    for text in deck.layout_texts:
        yield Finding("layout-text", f"texte de mise en page étranger au document\u00a0: {quoted(text)}")
