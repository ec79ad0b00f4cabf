"""A script -> a .docx: real headings and tables, figures locked, tracked changes on."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Literal

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from msgspec import Struct

from rapport.edition.edition import Edition
from rapport.edition.text import Span, Text
from rapport.formats.ooxml.zip import Member, archive

Style = Literal[
    "title",
    "heading",
    "subheading",
    "question",
    "lead",
    "paragraph",
    "term",
    "quote",
    "item",
    "sub-item",
    "number",
    "caption",
    "cell",
    "head",
]


class ScriptLine(Struct, frozen=True):
    """A text, how it is set, and its number from 1."""

    style: Style
    text: Text
    number: int

    @property
    def said(self) -> str:
        """All its characters."""
        return "".join(span.text for span in self.text)


def seal(text: str) -> str:
    """What tells a text from any other, whatever a program makes of its spaces: eight characters."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[:8]


Cell = tuple[ScriptLine, ...]


class ScriptTable(Struct, frozen=True):
    """A table: its cells row by row, each with a line for each of its paragraphs."""

    rows: tuple[tuple[Cell, ...], ...]


class ScriptNote(Struct, frozen=True):
    """A footnote: the key and the mark of its calls, and its text."""

    key: str
    mark: str
    line: ScriptLine


Part = ScriptLine | ScriptTable | ScriptNote


class Numbering:
    """Numbers lines in the order in which they are made."""

    def __init__(self) -> None:
        self.last = 0

    def line(self, style: Style, text: Text) -> ScriptLine:
        self.last += 1
        return ScriptLine(style, text, self.last)

    def some(self, style: Style, *texts: Text) -> Iterator[ScriptLine]:
        """A line for each text that says something."""
        yield from (self.line(style, text) for text in texts if text)

    def cells(self, style: Style, texts: Iterable[Text]) -> tuple[Cell, ...]:
        return tuple(tuple(self.some(style, text)) for text in texts)


# A script -> a .docx: real headings and tables, figures locked, tracked changes on.

STYLES: Mapping[Style, str] = {
    "title": "Title",
    "heading": "Heading 1",
    "subheading": "Heading 2",
    "question": "Heading 3",
    "lead": "Subtitle",
    "paragraph": "Normal",
    "term": "Normal",
    "quote": "Quote",
    "item": "List Bullet",
    "sub-item": "List Bullet 2",
    "number": "List Number",
    "caption": "Caption",
    "cell": "Normal",
    "head": "Normal",
}
"""Word's own styles, which it calls by other names in each language."""
BOLD = ("head", "term")
BOOKMARK = "rapport_"
"""What the bookmarks of lines are called, before their numbers and seals: every program keeps them."""
AUTHOR = "rapport"
"""Of the comments that say where a figure comes from."""


def write(edition: Edition, parts: tuple[Part, ...], sources: Mapping[str, str]) -> bytes:
    """The document. `sources` is the comment of each fact, by its key. The same script gives the same bytes."""
    notes = {part.key: part for part in parts if isinstance(part, ScriptNote)}
    writer = _Writer(docx.Document(), sources, notes)
    writer.settings(edition)
    for part in parts:
        writer.part(part)
    return writer.bytes()


class _Writer:
    """Adds to one document. Each fact has its comment where it first stands, at the call of the footnote it stands in.

    A footnote is called once, as Word has it; a later call shows its mark.
    """

    def __init__(self, document: Document, sources: Mapping[str, str], notes: Mapping[str, ScriptNote]) -> None:
        self.document, self.sources, self.notes = document, sources, notes
        self.footnotes, self.numbers = Footnotes(document), dict[str, int]()
        self.commented: set[str] = set()

    def settings(self, edition: Edition) -> None:
        """What the file says of itself; changes are tracked from the first key on."""
        self.document.settings.element.append(OxmlElement("w:trackRevisions"))
        language = self.document.styles.element.find(f".//{qn('w:lang')}")
        if language is not None:
            language.set(qn("w:val"), edition.language)
        about, day = self.document.core_properties, datetime.fromisoformat(edition.date).replace(tzinfo=UTC)
        about.author, about.comments, about.language = "", "", edition.language
        about.title = "".join(span.text for span in edition.title)
        about.created = about.modified = day
        about.identifier = f"{edition.briefing}:{edition.content_digest}"

    def part(self, part: Part) -> None:
        if isinstance(part, ScriptLine):
            self.line(part, self.document.add_paragraph(style=STYLES[part.style]))
        elif isinstance(part, ScriptTable):
            self.grid(part)
        elif part.key not in self.numbers:
            raise ValueError(f"no call of {part.key}")

    def grid(self, grid: ScriptTable) -> None:
        columns = max((len(row) for row in grid.rows), default=0)
        if not columns:
            return
        table = self.document.add_table(len(grid.rows), columns, style="Table Grid")
        for row, places in zip(grid.rows, table.rows, strict=True):
            for own, place in zip(row, places.cells, strict=False):
                for rank, line in enumerate(own):
                    self.line(line, place.add_paragraph() if rank else place.paragraphs[0])

    def line(self, line: ScriptLine, paragraph: Paragraph, mark: str = "") -> None:
        """The text between the two ends of its bookmark, which names the mark of a footnote too."""
        name = "_".join(filter(None, (f"{BOOKMARK}{line.number}", seal(line.said), mark)))
        paragraph._p.append(_mark("w:bookmarkStart", line.number, name))
        for span in line.text:
            self.span(span, paragraph, bold=line.style in BOLD)
        paragraph._p.append(_mark("w:bookmarkEnd", line.number))

    def span(self, span: Span, paragraph: Paragraph, *, bold: bool) -> None:
        if span.note in self.notes and span.note not in self.numbers:
            self.called(paragraph.add_run(), self.notes[span.note])
            return
        run = paragraph.add_run(span.text)
        run.bold = True if bold or span.emphasis == "strong" else None
        run.italic = True if span.emphasis == "emphasis" else None
        run.font.superscript = True if span.note or span.position == "superscript" else None
        run.font.subscript = True if span.position == "subscript" else None
        if span.evidence is not None:
            self.locked(run, span.evidence.fact)

    def called(self, run: Run, note: ScriptNote) -> None:
        """The call of a footnote. Word has no comments in footnotes: sources of its figures stand at the call."""
        number = self.numbers[note.key] = len(self.numbers) + 1
        self.footnotes.called(run, number)
        for span in note.line.text:
            if span.evidence is not None:
                self.sourced(run, span.evidence.fact)
        self.line(note.line, self.footnotes.add(number), note.mark)

    def sourced(self, run: Run, fact: str) -> None:
        """The source of a fact in a comment, the first time."""
        if fact in self.commented:
            return
        self.commented.add(fact)
        comment = self.document.add_comment(run, self.sources[fact], author=AUTHOR, initials="r")
        comment._comment_elm.attrib.pop(qn("w:date"), None)

    def locked(self, run: Run, fact: str) -> None:
        """The figure as a control that nobody types in (ECMA-376 part 1, 17.5.2.23)."""
        self.sourced(run, fact)
        control, properties, content = (OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "sdtContent"))
        for name, value in (("alias", fact), ("tag", fact), ("lock", "sdtContentLocked")):
            properties.append(_valued(f"w:{name}", value))
        run._r.addprevious(control)
        content.append(run._r)
        control.extend((properties, content))

    def bytes(self) -> bytes:
        """The file; python-docx dates the members of its archives, so they are packed again."""
        buffer = io.BytesIO()
        self.document.save(buffer)
        with zipfile.ZipFile(buffer) as packed:
            return archive(Member(name, packed.read(name)) for name in packed.namelist()).data


def _mark(name: str, number: int, called: str = "") -> Any:
    element = OxmlElement(name)
    element.set(qn("w:id"), str(number))
    if called:
        element.set(qn("w:name"), called)
    return element


def _valued(name: str, value: str) -> Any:
    element = OxmlElement(name)
    element.set(qn("w:val"), value)
    return element


CALL, TEXT = "footnote reference", "footnote text"
"""Word's own styles, which it calls by other names in each language."""
SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
"""The rules above footnotes, which take the first two numbers."""
SIZE = Pt(10)  # Word's own for footnotes


class Footnotes:
    """The footnotes of one document; the part is made with the first call."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._root: Any = None

    def add(self, number: int) -> Paragraph:
        """The paragraph of a new footnote, behind its mark."""
        paragraph = self._note(number, "")
        mark = paragraph.add_run()
        mark.style = self.document.styles[CALL]
        mark._r.append(OxmlElement("w:footnoteRef"))
        paragraph.style = self.document.styles[TEXT]
        paragraph.add_run(" ")
        return paragraph

    def called(self, run: Run, number: int) -> None:
        """Makes a run the call of a footnote, which is then to be added."""
        if self._root is None:
            self._make()
        run.style = self.document.styles[CALL]
        run._r.append(_numbered("w:footnoteReference", number))

    def _make(self) -> None:
        """The new part, with its separators, which the settings name."""
        root = OxmlElement("w:footnotes")
        main = self.document.part
        part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, main.package)
        main.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._styles()
        named = OxmlElement("w:footnotePr")
        self._root = root
        for kind, number in SEPARATORS:
            self._note(number, kind).add_run()._r.append(OxmlElement(f"w:{kind}"))
            named.append(_numbered("w:footnote", number))
        settings = self.document.settings.element
        settings.find(qn("w:compat")).addprevious(named)  # the order of the schema (17.15.1.78)

    def _styles(self) -> None:
        call = self.document.styles.add_style(CALL, WD_STYLE_TYPE.CHARACTER, builtin=True)
        call.font.superscript = True
        text = self.document.styles.add_style(TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        text.base_style, text.font.size = self.document.styles["Normal"], SIZE

    def _note(self, number: int, kind: str) -> Paragraph:
        note, element = _numbered("w:footnote", number), OxmlElement("w:p")
        if kind:
            note.set(qn("w:type"), kind)
        note.append(element)
        self._root.append(note)
        return Paragraph(element, self.document._body)


def _numbered(name: str, number: int) -> Any:
    element = OxmlElement(name)
    element.set(qn("w:id"), str(number))
    return element
