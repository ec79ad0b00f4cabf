"""Footnotes as Word's own: a part of their own beside the document (ISO/IEC 29500-1, 17.11)."""

from __future__ import annotations

from typing import Any

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
