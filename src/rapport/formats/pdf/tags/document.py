"""ReportLab's document, written as PDF/A and PDF/UA want it."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

from rapport.formats.pdf.tags.file import FileWriter, Trailer, WrittenFile
from rapport.formats.pdf.tags.serial import StructureObjects
from rapport.formats.pdf.tags.tree import StructureTree

_END = b"endstream\n"


class TaggedDocument(pdfdoc.PDFDocument):
    """Writes the objects that ReportLab collects and the structure tree.

    Differs from its base in what the standards ask (an end-of-line before `endstream`, ISO 19005-2, 6.1.7.1),
    in size (object streams) and in the identifier (from all the bytes). `kept_last` names the streams to be
    written last.
    """

    def __init__(self, tree: StructureTree, language: str) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7), lang=language)
        self.tree = tree
        self.kept_last: tuple[str, ...] = ()

    def write(self, canvas: Any) -> WrittenFile:
        """The finished file; `canvas` resolves the names of the outline's destinations."""
        for font in self.delayedFonts:
            font.addObjects(self)
        self.Reference(self.Catalog)
        self.Reference(self.info)
        self._prepare_outline(canvas)
        structure = self._reserve_structure()
        writer = FileWriter(self._pdfVersion)
        self._write_objects(writer)
        for number, body in structure:
            writer.add(number, body)
        free = writer.flush(self.objectcounter + 1)
        for name in self.kept_last:
            writer.add_plain(self.number_of(name), self._body(name))
        return writer.finish(free, Trailer(self.number_of(_name(self.Catalog)), self.number_of(_name(self.info))))

    def number_of(self, name: str) -> int:
        """The object number of a named object."""
        number: int = self.idToObjectNumberAndVersion[name][0]
        return number

    def _prepare_outline(self, canvas: Any) -> None:
        self.Outlines.prepare(self, canvas)
        if self.Outlines.ready < 0:
            self.Catalog.Outlines = None
        else:
            self.Catalog.PageMode = "/UseOutlines"

    def _reserve_structure(self) -> StructureObjects:
        # the elements' numbers are taken at once: references made while formatting go on after them
        structure = StructureObjects(self.tree, self.objectcounter + 1, self.number_of)
        self.objectcounter += len(structure)
        self.Catalog.StructTreeRoot = b"%d 0 R" % structure.root
        return structure

    def _write_objects(self, writer: FileWriter) -> None:
        number = 0
        while number < self.objectcounter:  # grows: formatting an object may register further ones
            number += 1
            name = self.numberToId.get(number, "")
            if name and name not in self.kept_last:
                writer.add(number, self._body(name))

    def _body(self, name: str) -> bytes:
        body: bytes = pdfdoc.format(self.idToObject[name], self, toplevel=1)
        if body.endswith(_END):
            return body[: -len(_END)] + b"\nendstream"
        return body.rstrip(b"\n ")


def _name(registered: Any) -> str:
    return str(registered.__InternalName__)
