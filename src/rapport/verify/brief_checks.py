"""A brief as read back, against its edition; what each of its pages repeats."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Timeline
from rapport.edition.edition import Block, Edition
from rapport.edition.text import plain, spans_at_length
from rapport.figures.claims import Claims
from rapport.formats.unreadable import quoted
from rapport.verify.expected.brief import brief_lines as expected_lines
from rapport.verify.found import brief_lines as found_lines
from rapport.verify.found import drawn_lines
from rapport.verify.parity.alignment import Compared, compared, word_findings
from rapport.verify.parity.charts import claim_findings
from rapport.verify.parity.figures import occurrences
from rapport.verify.parity.line import FoundLine, PageNumbers, as_printed, letters
from rapport.verify.parity.plots import drawing_findings
from rapport.verify.pdf.content import PageContent
from rapport.verify.pdf.document import PdfDocument, walk
from rapport.verify.report import Check, Finding, page_place

# What every page of a brief repeats: running head, foot, the number of the page.

COVER = 1
CUT = "…"
"""Ends a running head that is too long for its line."""
JOINED = " \u00b7 "
"""Between the names of sections that share a page."""


def check_furniture(edition: Edition, document: PdfDocument, both: Compared, cover: int = COVER) -> Check:
    """Whether each page bears its number and the document's marks, and repeats nothing but its own words.

    `cover` is the page that bears nothing, 0 for none.
    """
    known = frozenset(letters(text) for line in both.expected for text in (line.text, _again(edition, line.text)))
    pages = document.pages
    marks = {page.number: () if page.number == cover else _marks(edition, page.number, len(pages)) for page in pages}
    findings = tuple(finding for page in pages for finding in _page(page, marks[page.number], edition, known))
    return Check("brief-furniture", "En-têtes, pieds et numéros de page", len(pages), findings)


def _again(edition: Edition, text: str) -> str:
    """A heading of a table's group where the table goes on."""
    return f"{text} {edition.furniture('continued')}"


def _marks(edition: Edition, number: int, count: int) -> tuple[str, ...]:
    """What the page must bear."""
    cover = edition.cover
    stamp = edition.stamp if number > 1 else ""  # on the first page it is read among the words
    said = map(plain, (cover.marking, cover.embargo, edition.closed, edition.draft_mark))
    return tuple(filter(None, (*said, stamp, edition.furniture("page", number, count))))


def _page(page: PageContent, wanted: tuple[str, ...], edition: Edition, known: frozenset[str]) -> Iterator[Finding]:
    place = page_place(page.number)
    told = [text for mark in page.marks if mark.artifact for text in mark.texts if letters(text)]
    shown = {letters(text) for text in told}
    for text in wanted:
        if letters(text) not in shown:
            yield Finding("furniture-missing", f"mention absente\u00a0: {quoted(text)}", place)
    heads = (*(plain(section.name) for section in edition.sections), plain(edition.contents.name), plain(edition.title))
    allowed = {letters(text) for text in wanted} | known
    starts = tuple(letters(text) for text in heads if text)
    for text in told:
        parts = (letters(part) for part in text.split(JOINED))
        if letters(text) not in allowed and not all(_begins(part, starts) for part in parts):
            yield Finding("furniture-added", f"mention en trop\u00a0: {quoted(text)}", place)


def _begins(part: str, starts: tuple[str, ...]) -> bool:
    """Whether a running head is one of those known, or the beginning of one that was cut."""
    return any(start.startswith(part.removesuffix(CUT).rstrip(JOINED)) for start in starts)


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
    languages = Counter((letters(span.text), span.language) for span in spans_at_length(shown) if span.language)
    expansions = Counter((letters(span.text), span.expansion) for span in spans_at_length(shown) if span.expansion)
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


def in_full(edition: Edition) -> Edition:
    """The edition without the short forms of its moments, which stand on slides alone."""
    return replace(
        edition, sections=tuple(replace(each, blocks=tuple(map(_full, each.blocks))) for each in edition.sections)
    )


def _full(block: Block) -> Block:
    if not isinstance(block, Timeline):
        return block
    return replace(block, moments=tuple(replace(moment, short_date=(), short_text=()) for moment in block.moments))


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


def check_reach(pages: Sequence[float]) -> Check:
    """Whether all texts, the marking and the embargo among them, stand where a printer prints: `pages` says for each
    how near to an edge of the paper its texts come.
    """
    findings = tuple(
        Finding(
            "page-edge", f"texte à {nearest:.0f}\u00a0points du bord\u00a0: il ne s’imprimera pas", page_place(number)
        )
        for number, nearest in enumerate(pages, start=1)
        if nearest < REACH
    )
    return Check("brief-reach", "Textes dans la zone imprimable", len(pages), findings)


def _visible(text: str) -> str:
    """Letters both engines give alike: spaces and the hyphens of divided words aside, ligatures undone."""
    return NO_LETTER.sub("", unicodedata.normalize("NFKC", text))
