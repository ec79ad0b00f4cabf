"""A brief as read back, against its edition."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from rapport.edition.blocks.figures import Chart
from rapport.edition.edition import Edition
from rapport.edition.text import plain
from rapport.edition.walk import spans
from rapport.figures.claims import Claims
from rapport.verify.comparison import Compared, compared
from rapport.verify.expected.brief import brief_lines as expected_lines
from rapport.verify.expected.pages import PageNumbers
from rapport.verify.expected.printed import as_printed, letters
from rapport.verify.finding import Finding, page_place, quoted
from rapport.verify.found.brief import brief_lines as found_lines
from rapport.verify.found.brief import drawn_lines
from rapport.verify.parity.charts import claim_findings
from rapport.verify.parity.drawings import drawing_findings
from rapport.verify.parity.figures import occurrences
from rapport.verify.parity.line import FoundLine
from rapport.verify.parity.words import word_findings
from rapport.verify.pdf.document import PdfDocument
from rapport.verify.pdf.structure import walk
from rapport.verify.report import Check

NO_LETTER = re.compile(r"[\W_]+")


def charts(edition: Edition) -> tuple[Chart, ...]:
    """The charts of an edition, in order."""
    blocks = (block for section in edition.sections for block in section.blocks)
    return tuple(block for block in blocks if isinstance(block, Chart))


def compare_brief(edition: Edition, document: PdfDocument) -> Compared:
    """All lines of the brief. Numbers of pages are first left open, then held to where things were found to stand."""
    found = found_lines(document.tree)
    first = compared(expected_lines(edition), found)
    pages = PageNumbers(_section_pages(edition, found), _fact_pages(edition, document, first))
    return compared(as_printed(expected_lines(edition, pages), found), found)


def check_words(both: Compared) -> Check:
    """Whether the structure tree holds the edition's words, in order, once each."""
    findings = word_findings(both.alignment, both.expected, both.found)
    return Check("brief-words", "Mots du document, dans l’ordre", len(both.alignment.expected), findings)


def check_drawings(wanted: Sequence[Chart], document: PdfDocument) -> Check:
    """Whether drawn charts hold the names and labels of those wanted."""
    findings = tuple(drawing_findings(wanted, drawn_lines(document.tree)))
    return Check("brief-drawings", "Mots des graphiques dessinés", len(wanted), findings)


def _section_pages(edition: Edition, found: Sequence[FoundLine]) -> dict[str, int]:
    """The page of the heading of each section, in order; a section whose heading is not found has none."""
    headings = [line for line in found if line.role.startswith("H")]
    pages, start = {}, 0
    for section in edition.sections:
        title = letters(plain(section.title or section.name))
        for index in range(start, len(headings)):
            if letters(headings[index].text).startswith(title):
                pages[section.key], start = headings[index].page, index + 1
                break
    return pages


def _fact_pages(edition: Edition, document: PdfDocument, both: Compared) -> dict[str, tuple[int, ...]]:
    """The pages on which each fact is printed or drawn; a table that lists pages is not one of its own places."""
    pages: dict[str, set[int]] = {}
    for occurrence in occurrences(both.alignment, both.expected, both.found):
        if occurrence.line.role != "index":
            pages.setdefault(occurrence.stated.evidence.fact, set()).update(occurrence.pages)
    for chart, lines in zip(charts(edition), drawn_lines(document.tree), strict=False):
        points = (point for series in chart.series for point in series.points)
        for point in points:
            if point.evidence is not None:
                pages.setdefault(point.evidence.fact, set()).update(line.page for line in lines)
    return {fact: tuple(sorted(numbers)) for fact, numbers in pages.items()}


def check_chart_facts(wanted: Sequence[Chart], language: str, claims: Claims) -> Check:
    """Whether values, labels and statuses of charts are those of the facts."""
    findings = tuple(finding for chart in wanted for finding in claim_findings(chart, claims, "", language))
    return Check("chart-facts", "Valeurs des graphiques comparées aux faits", len(wanted), findings)


def check_spans(shown: object, document: PdfDocument) -> Check:
    """Whether passages in another language and expanded acronyms of what is shown are marked as such (P5, P19)."""
    languages = Counter((letters(span.text), span.language) for span in spans(shown) if span.language)
    expansions = Counter((letters(span.text), span.expansion) for span in spans(shown) if span.expansion)
    elements = tuple(walk(document.tree))
    told = Counter((letters(element.text), element.language) for element in elements if element.language)
    expanded = Counter((letters(element.text), element.expansion) for element in elements if element.expansion)
    findings = (
        *(_lost("span-language", text, f"langue {tag}") for text, tag in (languages - told).elements()),
        *(
            _lost("span-expansion", text, f"développé {quoted(long)}")
            for text, long in (expansions - expanded).elements()
        ),
    )
    return Check("brief-spans", "Langues et sigles signalés", languages.total() + expansions.total(), findings)


def _lost(code: str, text: str, what: str) -> Finding:
    return Finding(code, f"{quoted(text)} n’est pas signalé\u00a0: {what}")


def check_seen(document: PdfDocument) -> Check:
    """Whether another engine sees on each page the letters that are marked there, no more and no fewer."""
    findings = []
    for page, seen in zip(document.pages, document.seen, strict=True):
        marked = Counter(_visible("".join(mark.text for mark in page.marks)))
        other = Counter(_visible(seen))
        for letter, count in ((marked - other) + (other - marked)).items():
            message = f"{count} caractère(s) {quoted(letter)} de différence entre le balisage et la page vue"
            findings.append(Finding("page-seen", message, page_place(page.number)))
    return Check("brief-seen", "Page vue par un autre moteur", len(document.pages), tuple(findings))


REACH = 17.0
"""Points at the edges of a sheet that office printers leave white: 6 mm."""


def check_reach(document: PdfDocument) -> Check:
    """Whether all texts, the marking and the embargo among them, stand where a printer prints."""
    findings = tuple(
        Finding(
            "page-edge", f"texte à {nearest:.0f}\u00a0points du bord\u00a0: il ne s’imprimera pas", page_place(number)
        )
        for number, nearest in enumerate(document.nearest, start=1)
        if nearest < REACH
    )
    return Check("brief-reach", "Textes dans la zone imprimable", len(document.nearest), findings)


def _visible(text: str) -> str:
    """Letters both engines give alike: spaces and the hyphens of divided words aside, ligatures undone."""
    return NO_LETTER.sub("", unicodedata.normalize("NFKC", text))
