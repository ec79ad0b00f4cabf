"""What is printed beside the brief, against what it claims: slides, slides over their notes, the fiche."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart
from rapport.edition.edition import Edition
from rapport.edition.text import plain, words
from rapport.figures.claims import Claimed
from rapport.formats.unreadable import UnreadableError, quoted
from rapport.slides.deck import Deck, Slide
from rapport.slides.elements import ChartFrame, Element, ElementGroup
from rapport.verify import brief_checks, deck_checks
from rapport.verify.accessibility.table import check_accessibility
from rapport.verify.brief_checks import check_furniture
from rapport.verify.deck_checks import marker
from rapport.verify.expected.brief import sheet_lines
from rapport.verify.expected.deck import charts, foots, note_page_lines, page_lines
from rapport.verify.found import brief_lines as found_lines
from rapport.verify.found import slide_page_lines
from rapport.verify.links import check_page_links
from rapport.verify.parity.alignment import Compared, compared, word_findings
from rapport.verify.parity.figures import Occurrence, occurrences
from rapport.verify.parity.line import ExpectedLine, letters
from rapport.verify.pdf.document import PdfDocument, read_pdf
from rapport.verify.report import Check, Finding, Verification, page_place
from rapport.verify.statements import check_totals
from rapport.verify.verify import Proof, figure_checks, unreadable, with_own_words

# Slides on pages, alone or over their notes, against the plan of the deck.

SlideLines = Callable[[Deck, Slide], Iterable[ExpectedLine]]
"""What is read of a slide."""


def compare_pages(plan: Deck, document: PdfDocument, lines: SlideLines) -> Compared:
    """All lines of the pages; the marker between slides keeps words from answering those of another slide."""
    return compared(_expected(plan, lines), slide_page_lines(document.tree, _marker))


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


def _expected(plan: Deck, lines: SlideLines) -> Iterator[ExpectedLine]:
    if plan.stamp:
        yield ExpectedLine(plan.stamp, "furniture")
    for number, slide in enumerate(plan.slides, start=1):
        yield ExpectedLine(_marker(number), "marker", slide.origin)
        yield from lines(plan, slide)


def _marker(number: int) -> str:
    return marker(number, "diapositive")


def verify_slides(data: bytes, plan: Deck, edition: Edition, content: Claimed, subject: str = "slides.pdf") -> Proof:
    """Proves the slides on pages of their own, as `verify_brief` proves a brief."""
    try:
        document = read_pdf(data)
        both = compare_pages(plan, document, page_lines)
        own = (
            check_slide_feet(plan, document),
            brief_checks.check_spans(tuple((slide.title, _written(slide)) for slide in plan.slides), document),
            check_page_links(plan, document),
        )
        shared, figures = _shared(both, plan, edition, content)
        checks = (*own, *shared, *_file_checks(data, document, plan_charts(plan)))
    except UnreadableError as error:
        return unreadable(subject, error)
    return Proof(Verification(subject, checks), figures)


def verify_notes(data: bytes, plan: Deck, edition: Edition, content: Claimed, subject: str = "notes.pdf") -> Proof:
    """Proves the slides over their notes: nothing that the edition shows or says is lost."""
    try:
        document = read_pdf(data)
        both = compare_pages(plan, document, note_page_lines)
        shown = tuple((slide.title, _written(slide), slide.speech, slide.sources) for slide in plan.slides)
        own = (
            check_note_feet(plan, document, both),
            brief_checks.check_reach(document.nearest),
            deck_checks.check_edition(edition, both),
            brief_checks.check_spans(shown, document),
            check_page_links(plan, document),
        )
        shared, figures = _shared(both, plan, edition, content)
        checks = (*own, *shared, *_file_checks(data, document, plan_charts(plan)))
    except UnreadableError as error:
        return unreadable(subject, error)
    return Proof(Verification(subject, checks), figures)


def verify_sheet(data: bytes, lengths: Sequence[Edition], content: Claimed, subject: str = "sheet.pdf") -> Proof:
    """Proves a fiche, which is one of several lengths: it is held to the one it differs from least."""
    try:
        document = read_pdf(data)
        found = found_lines(document.tree)
        tried = [(compared(sheet_lines(edition), found), edition) for edition in lengths]
        both, edition = min(tried, key=lambda pair: len(pair[0].alignment.differences))
        headed = replace(edition, title=words(edition.subject))  # what its running head says
        figures = occurrences(both.alignment, both.expected, both.found)
        checks = (
            brief_checks.check_words(both),
            check_furniture(headed, document, both, cover=0),
            brief_checks.check_spans(brief_checks.in_full(edition).sections, document),
            brief_checks.check_reach(document.nearest),
            check_page_links(edition, document),
            *figure_checks(both, figures, edition.language, with_own_words(content, edition)),
            check_totals(edition, content.claims),
            *_file_checks(data, document, brief_checks.charts(edition)),
        )
    except UnreadableError as error:
        return unreadable(subject, error)
    return Proof(Verification(subject, checks), figures)


def _written(slide: Slide) -> tuple[Element, ...]:
    """The elements whose words are text: those of a chart are drawn, and its measure stands over it as a text."""
    held = (each.elements if isinstance(each, ElementGroup) else (each,) for each in slide.elements)
    return tuple(element for elements in held for element in elements if not isinstance(element, ChartFrame))


def _shared(
    both: Compared, plan: Deck, edition: Edition, content: Claimed
) -> tuple[tuple[Check, ...], tuple[Occurrence, ...]]:
    """What is asked of slides whether their notes are shown or not, and the figures found."""
    figures = occurrences(both.alignment, both.expected, both.found)
    charts = plan_charts(plan)
    checks = (
        check_words(both),
        *figure_checks(both, figures, plan.language, with_own_words(content, edition)),
        brief_checks.check_chart_facts(charts, plan.language, content.claims),
        check_totals(edition, content.claims),
    )
    return checks, figures


def _file_checks(data: bytes, document: PdfDocument, charts: Sequence[Chart]) -> tuple[Check, ...]:
    """What is drawn, what another engine sees, and the accessibility of the file."""
    return (
        brief_checks.check_drawings(charts, document),
        brief_checks.check_seen(document),
        *check_accessibility(data, document),
    )
