"""A Word document -> its outline: headings, paragraphs, lists, tables, pictures and footnotes, as marked-up text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Literal

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as KINDS
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree
from msgspec import Struct

HEADING = re.compile(r"(?:Heading|Titre) (\d)", re.IGNORECASE)
SPECIAL = re.compile(r"[\\`*_\[\]]")
BRACES = re.compile(r"[{}]")
"""What a text of the content would take for its own marks; braces call a fact unless they are set as code."""
LEFT_OUT = (qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:pPr"), qn("w:rPr"))
SPACES = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2011": "-", "\t": " ", "\n": " ", "\u00ad": None, "\u2019": "'"}
)
"""What Word sets of itself, as it is typed."""
SHORT = re.compile(" +")

Kind = Literal["title", "section", "heading", "paragraph", "bullet", "number"]


class Passage(Struct, frozen=True):
    """A text in the marks of the content; `level` is that of a heading or of a list item, from 0."""

    kind: Kind
    text: str
    level: int = 0


class WordRows(Struct, frozen=True):
    """A table, its first row its heads; all rows are of one length, a merged cell says its text once."""

    cells: tuple[tuple[str, ...], ...]


class WordDrawing(Struct, frozen=True):
    """A picture: the ending of its file's name, its bytes, and what its author says of it, which may be nothing."""

    ending: str
    data: bytes
    alternative: str


Part = Passage | WordRows | WordDrawing


class Outline(Struct, frozen=True):
    """What a document holds, in order; the texts of its footnotes by the names that `[^name]` calls."""

    parts: tuple[Part, ...]
    footnotes: Mapping[str, str]


def outline(data: bytes) -> Outline:
    """The outline of a file that is known to be sound."""
    document = docx.Document(io.BytesIO(data))
    reader = _Reader(document)
    return Outline(tuple(reader.parts()), reader.footnotes())


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document

    def parts(self) -> Iterator[Part]:
        for each in self.document.iter_inner_content():
            if isinstance(each, Table):
                yield from self._rows(each)
            else:
                yield from self._passage(each)

    def footnotes(self) -> dict[str, str]:
        """Word's own separators have a type; what a reader sees has none."""
        found = (each for each in self.document.part.rels.values() if each.reltype == KINDS.FOOTNOTES)
        relation = next(found, None)
        if relation is None:
            return {}
        notes = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        return {
            f"note-{note.get(qn('w:id'))}": self._text(note)
            for note in notes.iter(qn("w:footnote"))
            if note.get(qn("w:type")) is None
        }

    def _rows(self, table: Table) -> Iterator[WordRows]:
        rows = tuple(tuple(self._cells(row.cells)) for row in table.rows)
        width = max((len(row) for row in rows), default=0)
        if width:
            yield WordRows(tuple((*row, *("",) * (width - len(row))) for row in rows))

    def _cells(self, cells: tuple[object, ...]) -> Iterator[str]:
        seen: set[object] = set()
        for cell in cells:
            element = cell._tc  # type: ignore[attr-defined]  # the same for each column that a merged cell spans
            yield "" if element in seen else self._text(element)
            seen.add(element)

    def _passage(self, paragraph: Paragraph) -> Iterator[Part]:
        text = self._text(paragraph._p)
        if text:
            yield self._kind(paragraph, text)
        yield from self._drawings(paragraph)

    def _kind(self, paragraph: Paragraph, text: str) -> Passage:
        name = paragraph.style.name if paragraph.style is not None and paragraph.style.name else ""
        if name in ("Title", "Titre"):
            return Passage("title", text)
        if heading := HEADING.match(name):
            return Passage("section" if heading[1] == "1" else "heading", text, int(heading[1]) - 1)
        listed = self._listed(paragraph, name)
        return Passage(listed[0], text, listed[1]) if listed else Passage("paragraph", text)

    def _listed(self, paragraph: Paragraph, name: str) -> tuple[Kind, int] | None:
        """Whether a paragraph is a list's, by its own numbering or by that of its style; and how deep."""
        own = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if own is None and not name.startswith("List "):
            return None
        numbered = name.startswith("List Number")
        level = int(name[-1]) - 1 if name[-1:].isdigit() else 0
        if own is not None:
            number, depth = (_value(own.find(qn(f"w:{each}"))) for each in ("numId", "ilvl"))
            if number == "0":  # taken out of its list
                return None
            level = int(depth or level)
            numbered = self._format(number, level) not in ("", "bullet") if number else numbered
        return ("number" if numbered else "bullet"), min(level, 1)

    def _format(self, number: str, level: int) -> str:
        numbering = self.document.part.numbering_part.element
        for one in numbering.iterfind(f"{qn('w:num')}[@{qn('w:numId')}='{number}']"):
            kind = _value(one.find(qn("w:abstractNumId")))
            path = f"{qn('w:abstractNum')}[@{qn('w:abstractNumId')}='{kind}']/{qn('w:lvl')}[@{qn('w:ilvl')}='{level}']"
            found = numbering.find(f"{path}/{qn('w:numFmt')}")
            return _value(found)
        return ""

    def _drawings(self, paragraph: Paragraph) -> Iterator[WordDrawing]:
        for drawing in paragraph._p.iter(qn("w:drawing")):
            about = drawing.find(f".//{qn('wp:docPr')}")
            for picture in drawing.iter(qn("a:blip")):
                part = self.document.part.related_parts.get(picture.get(qn("r:embed"), ""))
                if part is not None:
                    ending = str(part.partname).rpartition(".")[2].lower()
                    said = about.get("descr", "") if about is not None else ""
                    yield WordDrawing({"jpeg": "jpg"}.get(ending, ending), part.blob, _typed(said))

    def _text(self, element: etree._Element) -> str:
        """The text of what an element holds, with its marks; what was deleted under tracking is gone."""
        pieces: list[tuple[str, str]] = []
        for run in element.iter(qn("w:r")):
            if any(above.tag in LEFT_OUT for above in run.iterancestors()):
                continue
            mark, said = _emphasis(run), "".join(_said(run))
            if pieces and pieces[-1][0] == mark:
                pieces[-1] = (mark, pieces[-1][1] + said)
            elif said:
                pieces.append((mark, said))
        return _typed("".join(_marked(mark, said) for mark, said in pieces))


def _said(run: etree._Element) -> Iterator[str]:
    for each in run:
        if each.tag == qn("w:t"):
            yield BRACES.sub(r"`\g<0>`", SPECIAL.sub(r"\\\g<0>", each.text or ""))
        elif each.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif each.tag in (qn("w:tab"), qn("w:br")):
            yield " "
        elif each.tag == qn("w:footnoteReference"):
            yield f"[^note-{each.get(qn('w:id'))}]"


def _emphasis(run: etree._Element) -> str:
    """Bold before italic: no text of the content has both."""
    for name, mark in (("b", "**"), ("i", "*")):
        found = run.find(f"{qn('w:rPr')}/{qn(f'w:{name}')}")
        if found is not None and found.get(qn("w:val"), "true") not in ("0", "false", "off"):
            return mark
    return ""


def _marked(mark: str, said: str) -> str:
    """Marks stand beside letters, never beside spaces."""
    bare = said.strip(" \u00a0")
    return said.replace(bare, f"{mark}{bare}{mark}", 1) if mark and bare else said


def _typed(text: str) -> str:
    return SHORT.sub(" ", text.translate(SPACES)).strip(" ")


def _value(element: etree._Element | None) -> str:
    return str(element.get(qn("w:val"), "")) if element is not None else ""
