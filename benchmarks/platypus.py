"""The reference: the same text by ReportLab's own stack, platypus, as its user guide has it.

`multiBuild` in as many passes as it takes, TableOfContents with links, an outline, a running head, "page n sur N",
justified and hyphenated (pyphen's French patterns), two lines at least on either side of a page break; no tags. At its
best: with its optional C extension rl_accel, which `make bench` installs, and without its streams in base 85. Both
programs deflate at the same level and embed subsets; both parse the faces and
load pyphen's patterns within the time that is measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from benchmarks.prose import Sections
from reportlab import rl_config
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table
from reportlab.platypus.doctemplate import IndexingFlowable
from reportlab.platypus.tableofcontents import TableOfContents

from rapport.edition.blocks.figures import Table as EditionTable
from rapport.edition.edition import Edition, EditionSection
from rapport.edition.text import Span, Text, passages, plain
from rapport.lines.face import FontSet

rl_config.useA85 = 0

MEASURE = 324.2
MARGINS = {"leftMargin": 214, "rightMargin": A4[0] - 226 - MEASURE, "topMargin": 64, "bottomMargin": 54}
"""Our text column, with the 6 points of white inside a frame's edges."""
SMALL = 8.5

BODY = ParagraphStyle(
    "body", fontName="Face", fontSize=10.5, leading=15, spaceAfter=7, alignment=TA_JUSTIFY, hyphenationLang="fr_FR",
    allowWidows=0, allowOrphans=0,
)  # fmt: skip
HEADING = ParagraphStyle("heading", fontName="Face-Bold", fontSize=25, leading=28, spaceAfter=38)
CELL = ParagraphStyle("cell", fontName="Face", fontSize=SMALL, leading=11)


class PageTotal(IndexingFlowable):
    """The number of pages, which the next pass prints."""

    def __init__(self) -> None:
        self.pages = self._last = 0

    def isIndexing(self) -> int:  # noqa: N802 (ReportLab's name, as those below)
        return 1

    def isSatisfied(self) -> bool:  # noqa: N802
        return self.pages == self._last

    def beforeBuild(self) -> None:  # noqa: N802
        self._last, self.pages = self.pages, 0

    def notify(self, kind: str, stuff: Any) -> None:
        if kind == "page":
            self.pages = stuff

    @property
    def total(self) -> int:
        """As the pass before found it."""
        return self._last

    def wrap(self, *_room: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        pass


class Template(SimpleDocTemplate):
    """Tells the contents and the outline where headings stand, and numbers the pages."""

    def __init__(self, title: str, total: PageTotal, file: BytesIO) -> None:
        super().__init__(file, pagesize=A4, title=title, lang="fr-FR", **MARGINS)
        self._total = total
        self._heads = 0

    def beforeDocument(self) -> None:  # noqa: N802
        self._heads = 0

    def afterFlowable(self, flowable: object) -> None:  # noqa: N802
        if isinstance(flowable, Paragraph) and flowable.style is HEADING:
            self._heads += 1
            text, key = flowable.getPlainText(), f"s{self._heads}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(text, key)
            self.notify("TOCEntry", (0, text, self.page, key))

    def afterPage(self) -> None:  # noqa: N802
        self.notify("page", self.page)
        self.canv.setFont("Face", SMALL)
        self.canv.drawString(51, A4[1] - 42, self.title)
        self.canv.drawRightString(A4[0] - 51, 36, f"page {self.page} sur {self._total.total}")


def long_document(sections: Sections, fonts: FontSet) -> bytes:
    """Sections of prose, each on a new page."""
    _register(fonts)
    story: list[object] = []
    for number, texts in enumerate(sections):
        story += [PageBreak(), Paragraph(f"Fiche {number}", HEADING)]
        story += [Paragraph(escape(text), BODY) for text in texts]
    return _built("Dossier", story)


def brief(edition: Edition, fonts: FontSet) -> bytes:
    """All texts of a brief, tables as tables; charts and other figures only as the texts they hold."""
    _register(fonts)
    story: list[object] = [Paragraph(_markup(text), BODY) for text in passages(edition.cover)]
    story += [Paragraph(_markup(text), BODY) for text in passages(edition.contents)]
    for section in edition.sections:
        story += [PageBreak(), Paragraph(_markup(section.title or section.name), HEADING), *_section(section)]
    story += [Paragraph(_markup(note.text), CELL) for note in edition.notes]
    return _built(plain(edition.title), story)


def _section(section: EditionSection) -> Iterator[object]:
    for block in section.blocks:
        if isinstance(block, EditionTable):
            yield Table(list(_rows(block)), repeatRows=1)
        else:
            yield from (Paragraph(_markup(text), BODY) for text in passages(block))


def _rows(table: EditionTable) -> Iterator[list[object]]:
    yield [Paragraph(_markup(column.header), CELL) for column in table.columns]
    for row in table.rows:
        cells = [[Paragraph(_markup(text), CELL) for text in passages(cell)] for cell in row.cells]
        yield [*cells, *[""] * (len(table.columns) - len(cells))]


def _markup(text: Text) -> str:
    return "".join(_span(span) for span in text)


def _span(span: Span) -> str:
    marked = escape(span.text)
    if span.emphasis != "none":
        tag = "i" if span.emphasis == "emphasis" else "b"
        marked = f"<{tag}>{marked}</{tag}>"
    if span.position != "baseline" or span.note:
        tag = "sub" if span.position == "subscript" else "super"
        marked = f"<{tag}>{marked}</{tag}>"
    return f'<a href="{escape(span.link)}">{marked}</a>' if ":" in span.link else marked


def _built(title: str, story: Sequence[object]) -> bytes:
    total, buffer = PageTotal(), BytesIO()
    contents = TableOfContents(levelStyles=[BODY])
    Template(title, total, buffer).multiBuild([total, contents, *story])
    return buffer.getvalue()


def _register(fonts: FontSet) -> None:
    faces: Iterable[tuple[str, bytes]] = (
        ("Face", fonts.regular.data),
        ("Face-Bold", fonts.bold.data),
        ("Face-Italic", fonts.italic.data),
        ("Face-BoldItalic", fonts.bold_italic.data),
    )
    for name, data in faces:
        registerFont(TTFont(name, BytesIO(data)))
    registerFontFamily("Face", *(name for name, _ in faces))
