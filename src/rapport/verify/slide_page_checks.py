"""Slides on pages, alone or over their notes, against the plan of the deck."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rapport.edition.blocks.figures import Chart
from rapport.edition.text import plain
from rapport.slides.deck import Deck, Slide
from rapport.verify.comparison import Compared, compared
from rapport.verify.deck_checks import marker
from rapport.verify.expected.deck import charts
from rapport.verify.expected.printed import letters
from rapport.verify.expected.slides import foots
from rapport.verify.expected.tiles import Known
from rapport.verify.finding import Finding, page_place, quoted
from rapport.verify.found.slides import slide_page_lines
from rapport.verify.parity.line import ExpectedLine
from rapport.verify.parity.words import word_findings
from rapport.verify.pdf.document import PdfDocument
from rapport.verify.report import Check

SlideLines = Callable[[Deck, Slide, Known], Iterable[ExpectedLine]]
"""What is read of a slide."""


def compare_pages(plan: Deck, known: Known, document: PdfDocument, lines: SlideLines) -> Compared:
    """All lines of the pages; the marker between slides keeps words from answering those of another slide."""
    return compared(_expected(plan, known, lines), slide_page_lines(document.tree, _marker))


def check_words(both: Compared) -> Check:
    """Whether the structure tree holds the plan's words, in order, once each."""
    findings = word_findings(both.alignment, both.expected, both.found)
    return Check("slides-words", "Mots des diapositives, dans l’ordre", len(both.alignment.expected), findings)


def plan_charts(plan: Deck) -> tuple[Chart, ...]:
    """The charts of a deck, in order."""
    return tuple(frame.chart for slide in plan.slides for frame in charts(slide))


def check_slide_feet(plan: Deck, document: PdfDocument) -> Check:
    """Whether each slide has its page, which repeats its number and the title, and nothing else."""
    count = len(plan.slides)
    findings = [] if len(document.pages) == count else [_count(len(document.pages), count)]
    for slide, page in zip(plan.slides, document.pages, strict=False):
        wanted = (*foots(plan, slide), *_stamp(plan, page.number))
        findings += _foot_findings(wanted, wanted, document, page.number)
    return _feet(count, findings)


def check_note_feet(plan: Deck, document: PdfDocument, both: Compared) -> Check:
    """Whether each page bears the title of the document and the number of the slide it belongs to."""
    owners = _owners(both)
    findings: list[Finding] = []
    for page in document.pages:
        slide = plan.slides[min(max(owners.get(page.number, 1), 1), len(plan.slides)) - 1]
        restriction = (plain(plan.restriction),) if plan.restriction else ()
        wanted = (plan.title, str(slide.number), *restriction, *_stamp(plan, page.number))
        findings += _foot_findings(wanted, (*wanted, *foots(plan, slide)), document, page.number)
    return _feet(len(document.pages), findings)


def _stamp(plan: Deck, page: int) -> tuple[str, ...]:
    """The stamp of a numbered copy as pages repeat it: on the first it is read among the words."""
    return (plan.stamp,) if plan.stamp and page > 1 else ()


def _owners(both: Compared) -> dict[int, int]:
    """The slide that each page belongs to, counted from 1: the one whose lines stand there."""
    owners: dict[int, int] = {}
    slide = 0
    for found in both.found:
        slide += found.text == _marker(slide + 1)
        for page in (found.page, *(number for _, number in found.breaks)):
            owners.setdefault(page, slide)
    return owners


def _feet(count: int, findings: Iterable[Finding]) -> Check:
    return Check("slides-furniture", "Pieds et numéros des diapositives", count, tuple(findings))


def _count(found: int, wanted: int) -> Finding:
    return Finding("slide-count", f"{found} pages au lieu de {wanted} diapositives")


def _foot_findings(
    wanted: Iterable[str], allowed: Iterable[str], document: PdfDocument, number: int
) -> Iterator[Finding]:
    place, page = page_place(number), document.pages[number - 1]
    shown = [letters(text) for mark in page.marks if mark.artifact for text in mark.texts if letters(text)]
    for text in wanted:
        if letters(text) not in shown:
            yield Finding("furniture-missing", f"mention absente\u00a0: {quoted(text)}", place)
    known = frozenset(map(letters, allowed))
    for text in shown:
        if text not in known:
            yield Finding("furniture-added", f"mention en trop\u00a0: {quoted(text)}", place)


def _expected(plan: Deck, known: Known, lines: SlideLines) -> Iterator[ExpectedLine]:
    if plan.stamp:
        yield ExpectedLine(plan.stamp, "furniture")
    for number, slide in enumerate(plan.slides, start=1):
        yield ExpectedLine(_marker(number), "marker", slide.origin)
        yield from lines(plan, slide, known)


def _marker(number: int) -> str:
    return marker(number, "diapositive")
