"""What is printed beside the brief, against what it claims: slides, slides over their notes, the fiche."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart
from rapport.edition.edition import Edition
from rapport.edition.text import words
from rapport.figures.claims import Claimed
from rapport.slides.deck import Deck, Slide
from rapport.slides.elements import ChartFrame, Element, Group
from rapport.verify import brief_checks, deck_checks, slide_page_checks
from rapport.verify.accessibility.table import check_accessibility
from rapport.verify.comparison import Compared, compared
from rapport.verify.expected.sheet import sheet_lines
from rapport.verify.expected.slides import note_page_lines, page_lines
from rapport.verify.expected.tiles import known_of
from rapport.verify.finding import UnreadableError
from rapport.verify.found.brief import brief_lines as found_lines
from rapport.verify.furniture_checks import check_furniture
from rapport.verify.parity.figures import Occurrence, occurrences
from rapport.verify.pdf.document import PdfDocument, read_pdf
from rapport.verify.report import Check, Verification
from rapport.verify.totals import check_totals
from rapport.verify.verify import Proof, figure_checks, unreadable, with_own_words


def verify_slides(data: bytes, plan: Deck, edition: Edition, content: Claimed, subject: str = "slides.pdf") -> Proof:
    """Proves the slides on pages of their own, as `verify_brief` proves a brief."""
    try:
        document = read_pdf(data)
        both = slide_page_checks.compare_pages(plan, known_of(edition), document, page_lines)
        own = (
            slide_page_checks.check_slide_feet(plan, document),
            brief_checks.check_spans(tuple((slide.title, _written(slide)) for slide in plan.slides), document),
        )
        shared, figures = _shared(both, plan, edition, content)
        checks = (*own, *shared, *_file_checks(data, document, slide_page_checks.plan_charts(plan)))
    except UnreadableError as error:
        return unreadable(subject, error)
    return Proof(Verification(subject, checks), figures)


def verify_notes(data: bytes, plan: Deck, edition: Edition, content: Claimed, subject: str = "notes.pdf") -> Proof:
    """Proves the slides over their notes: nothing that the edition shows or says is lost."""
    try:
        document = read_pdf(data)
        both = slide_page_checks.compare_pages(plan, known_of(edition), document, note_page_lines)
        shown = tuple((slide.title, _written(slide), slide.speech, slide.sources) for slide in plan.slides)
        own = (
            slide_page_checks.check_note_feet(plan, document, both),
            brief_checks.check_reach(document),
            deck_checks.check_edition(edition, both),
            brief_checks.check_spans(shown, document),
        )
        shared, figures = _shared(both, plan, edition, content)
        checks = (*own, *shared, *_file_checks(data, document, slide_page_checks.plan_charts(plan)))
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
            brief_checks.check_spans(edition.sections, document),
            brief_checks.check_reach(document),
            *figure_checks(both, figures, edition.language, with_own_words(content, edition)),
            check_totals(edition, content.claims),
            *_file_checks(data, document, brief_checks.charts(edition)),
        )
    except UnreadableError as error:
        return unreadable(subject, error)
    return Proof(Verification(subject, checks), figures)


def _written(slide: Slide) -> tuple[Element, ...]:
    """The elements whose words are text: those of a chart are drawn, and its measure stands over it as a text."""
    held = (each.elements if isinstance(each, Group) else (each,) for each in slide.elements)
    return tuple(element for elements in held for element in elements if not isinstance(element, ChartFrame))


def _shared(
    both: Compared, plan: Deck, edition: Edition, content: Claimed
) -> tuple[tuple[Check, ...], tuple[Occurrence, ...]]:
    """What is asked of slides whether their notes are shown or not, and the figures found."""
    figures = occurrences(both.alignment, both.expected, both.found)
    charts = slide_page_checks.plan_charts(plan)
    checks = (
        slide_page_checks.check_words(both),
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
