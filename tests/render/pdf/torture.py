"""A document that strains the tagging, and the simplest composer that can draw it.

Deep lists, a table over several pages with its header repeated, links and acronyms broken over lines, other languages,
words of sixty characters, notes at the foot of pages, a figure. `said` gives its words in reading order.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from msgspec import Struct, field

from faces import face
from rapport.artefact import Artefact
from rapport.formats.pdf.archive import Attachment, Properties
from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.graphics import Paint, Stroke, draw_box, draw_circle
from rapport.formats.pdf.stamp import Stamp
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.line import Line, LineSetting, Run
from rapport.lines.paragraph import set_paragraph
from rapport.look.geometry import Box, Pt
from rapport.look.palette import Colour
from rapport.render.pdf.text import Baseline, Inline, InlineElements, TextInk, draw_late, draw_lines

WIDTH, HEIGHT, MARGIN, LEADING, SIZE = 320.0, 420.0, 40.0, 13.0, 10.0
BLACK, BLUE = Colour("#000000"), Colour("#0A3D91")
INK = TextInk(BLACK, BLUE, BLACK)
LONG_WORD = "hexakosioihexekontahexaphobieanticonstitutionnellementintergouvernemental"
LINK = Inline(1, target="https://example.org/rapport", contents="Le rapport complet (example.org)")
HEADER = ("Pays", "Montant", "Part", "Remarque")
SECTIONS, PARAGRAPHS, DEPTH, ROWS = 2, 4, 4, 40
PROPERTIES = Properties(
    title="Épreuve de balisage : listes, tableaux & notes",
    language="fr-FR",
    date=datetime(2026, 2, 10, 9, 30, tzinfo=timezone(timedelta(hours=1))),
    author="Rapport",
    subject="Ce que le balisage doit supporter",
    keywords=("balisage", "PDF/UA"),
)


class Sheet(Struct):
    """Pages filled from top to bottom."""

    canvas: TaggedCanvas
    outlines: str = "ttf"
    y: float = MARGIN
    pages: int = 1
    notes: list[tuple[Element, str, str]] = field(default_factory=list)
    table_header: Sequence[str] = ()

    def run(self, text: str, tag: Inline | None = None, rise: float = 0.0) -> Run:
        return Run(text, face(outlines=self.outlines), SIZE * (0.65 if rise else 1), rise, tag)

    def paragraph(self, element: Element, runs: Sequence[Run], left: float = 0.0, right: float = 0.0) -> None:
        """Lines drawn on as many pages as they need, all of one element."""
        lines = set_paragraph(
            runs, LineSetting(WIDTH - 2 * MARGIN - left - right), lambda word: range(3, len(word) - 2)
        )
        calls = [run.tag.note for run in runs if isinstance(run.tag, Inline) and run.tag.note]
        notes = {call: element.inline("Note", identifier=f"note-{call}") for call in calls}
        inlines = InlineElements(element, notes)
        while lines:
            room = max(1, int((self.bottom - self.y) / LEADING))
            self.draw(lines[:room], left, inlines)
            lines = lines[room:]
            if lines:
                self.turn()
        for name, note in notes.items():
            self.notes.append((note, name, note_text(name)))

    def draw(self, lines: Sequence[Line], left: float, inlines: InlineElements) -> None:
        draw_lines(self.canvas, lines, Baseline(MARGIN + left, self.y + SIZE, LEADING), INK, inlines)
        self.y += LEADING * len(lines)

    @property
    def bottom(self) -> float:
        return HEIGHT - MARGIN - LEADING * 2 * len(self.notes)

    def turn(self) -> None:
        """Draw the notes and the foot of the page, and begin the next."""
        self.y = self.bottom
        pending, self.notes = self.notes, []
        for element, name, text in pending:
            label = element.child("Lbl")
            self.canvas.bookmark(f"note-{name}", self.y)
            self.paragraph(label, [self.run(name)])
            self.y -= LEADING
            self.paragraph(element, [self.run(text)], left=12)
        with self.canvas.artifact("Pagination", "Footer"):
            page = self.pages
            place = Baseline(WIDTH - MARGIN, HEIGHT - MARGIN / 2, align=1.0)
            draw_late(self.canvas, Element("Span"), lambda: self.line(f"page {page} sur {self.pages}"), place, BLACK)
        self.canvas.showPage()
        self.pages += 1
        self.y = MARGIN
        if self.table_header:
            with self.canvas.artifact("Pagination", "Header"):
                self.row(self.table_header, [Element("TH") for _ in self.table_header])

    def line(self, text: str) -> Line:
        return set_paragraph([self.run(text)], LineSetting(WIDTH))[0]

    def row(self, texts: Sequence[str], cells: Sequence[Element]) -> None:
        """A row whose cells hold one short paragraph each."""
        if self.y + LEADING > self.bottom:
            self.turn()
        width, top = (WIDTH - 2 * MARGIN) / len(texts), self.y
        for index, (text, cell) in enumerate(zip(texts, cells, strict=True)):
            self.y = top
            if text:
                right = width * (len(texts) - index - 1)
                self.paragraph(cell.child("P"), [self.run(text)], width * index, right)
        self.y = top + LEADING
        with self.canvas.artifact("Layout"):
            rule = Box(Pt(MARGIN), Pt(self.y), Pt(WIDTH - 2 * MARGIN), Pt(0.25))
            draw_box(self.canvas, rule, Paint(inside=BLACK))


def torture(outlines: str = "ttf", *, stamped: bool = False, attachments: Sequence[Attachment] = ()) -> Artefact:
    """The whole document."""
    canvas = TaggedCanvas((WIDTH, HEIGHT), PROPERTIES)
    sheet = Sheet(canvas, outlines)
    if stamped:
        box = Box(Pt(MARGIN), Pt(8), Pt(WIDTH - 2 * MARGIN), Pt(12))
        canvas.reserve_stamp(Stamp(face("bold"), 7, BLUE, box), canvas.tree.document.child("P"))
    for number in range(1, SECTIONS + 1):
        _section(sheet, canvas.tree.document.child("Sect"), number)
    sheet.turn()
    return canvas.finish("brief", attachments)


def said() -> str:
    """All the words of the document in reading order, as they are written."""
    return "".join(map(_section_text, range(1, SECTIONS + 1)))


def _section_text(number: int) -> str:
    prose = "".join(_prose_text(f"{number}.{index}") for index in range(PARAGRAPHS))
    rows = "".join("".join(_row(row)) for row in range(ROWS))
    return title(number) + prose + _list_text(DEPTH) + "".join(HEADER) + rows


def _prose_text(name: str) -> str:
    spans = prose(name)
    call = next(index for index, (_, tag) in enumerate(spans) if tag and tag.note) + 1
    texts = [text for text, _ in spans]
    return "".join((*texts[:call], name, note_text(name), *texts[call:]))


def _list_text(depth: int) -> str:
    first, second = (f"•{point_text(index, depth)}" for index in (1, 2))
    return first + (_list_text(depth - 1) if depth > 1 else "") + second


def title(number: int) -> str:
    return f"Partie {number} : l’épreuve"


def note_text(name: str) -> str:
    return f"Note {name} : sources et méthode, en bas de page."


def point_text(index: int, depth: int) -> str:
    return f"point {index} au niveau {depth}, assez long pour occuper deux lignes au moins"


def prose(name: str) -> list[tuple[str, Inline | None]]:
    """A paragraph of everything: its texts and what they are."""
    return [
        (f"Selon l’étude n°\u00a0{name}, plus de 2,6\u00a0Md€ ont été levés\u202f; voir ", None),
        ("le rapport complet publié par les services de la Commission", LINK),
        (", qui cite le ", None),
        ("Artificial Intelligence Act of the European Union", Inline(2, language="en")),
        (" et l’", None),
        ("OCDE", Inline(3, expansion="Organisation de coopération et de développement économiques")),
        (f". Le mot {LONG_WORD} ne tient sur aucune ligne", None),
        (name, Inline(4, target=f"#note-{name}", contents=f"Note {name}", note=name)),
        (". La suite se lit ", None),
        ("au début", Inline(5, target="#partie-1", contents="Aller à la partie 1")),
        (".", None),
    ]


def _row(number: int) -> tuple[str, ...]:
    return f"Pays {number}", f"{number}\u202f000", f"{number}\u00a0%", "" if number % 3 else "estimé"


def _section(sheet: Sheet, section: Element, number: int) -> None:
    sheet.canvas.bookmark(f"partie-{number}", sheet.y)
    sheet.canvas.outline(title(number), f"partie-{number}", 0)
    sheet.paragraph(section.child("H1"), [sheet.run(title(number))])
    for index in range(PARAGRAPHS):
        texts = prose(f"{number}.{index}")
        sheet.paragraph(
            section.child("P"), [sheet.run(text, tag, 3.5 if tag and tag.note else 0) for text, tag in texts]
        )
    _nested_list(sheet, section.child("L"), DEPTH)
    _figure(sheet, section)
    _table(sheet, section.child("Table"))


def _nested_list(sheet: Sheet, element: Element, depth: int, left: float = 0.0) -> None:
    element.annotate("List", ListNumbering="Disc")
    for index in range(2):
        item = element.child("LI")
        label, body = item.child("Lbl"), item.child("LBody")
        if sheet.y + LEADING > sheet.bottom:
            sheet.turn()
        sheet.paragraph(label, [sheet.run("•")], left)
        sheet.y -= LEADING
        sheet.paragraph(body.child("P"), [sheet.run(point_text(index + 1, depth))], left + 10)
        if depth > 1 and index == 0:
            _nested_list(sheet, body.child("L"), depth - 1, left + 10)


def _figure(sheet: Sheet, section: Element) -> None:
    if sheet.y + 60 > sheet.bottom:
        sheet.turn()
    figure = section.child("Figure", alt="Un disque bleu dans un cadre pointillé")
    box = Box(Pt(MARGIN), Pt(sheet.y + 5), Pt(80), Pt(40))
    corners = box.x, sheet.canvas.flip(box.bottom), box.right, sheet.canvas.flip(box.y)
    figure.annotate("Layout", Placement="Block", BBox=corners)
    with sheet.canvas.marked(figure):
        draw_box(sheet.canvas, box, Paint(outline=Stroke(BLACK, 0.5, (2, 1))))
        draw_circle(sheet.canvas, box.centre, 15, Paint(inside=BLUE))
    sheet.y += 55


def _table(sheet: Sheet, table: Element) -> None:
    head = table.child("THead").child("TR")
    sheet.row(HEADER, [head.child("TH").annotate("Table", Scope="Column") for _ in HEADER])
    sheet.table_header = HEADER
    body = table.child("TBody")
    for number in range(ROWS):
        line = body.child("TR")
        cells = [line.child("TH").annotate("Table", Scope="Row"), *(line.child("TD") for _ in HEADER[1:])]
        sheet.row(_row(number), cells)
    sheet.table_header = ()
