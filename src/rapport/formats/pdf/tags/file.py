"""The document as PDF/A and PDF/UA want it, and the bytes of its file (ISO 32000-1, 7.5)."""

from __future__ import annotations

import hashlib
import zlib
from typing import Any

from msgspec import Struct
from reportlab.pdfbase import pdfdoc

from rapport.formats.pdf.tags.serial import StructureObjects
from rapport.formats.pdf.tags.tree import StructureTree

# The bytes of a PDF file: object streams, cross-reference stream, identifier (ISO 32000-1, 7.5).

OBJECTS_PER_STREAM = 200
"""Larger streams compress better but make a reader decode more for one object."""

IDENTIFIER_LENGTH = 32
"""Hexadecimal digits of each half of the file identifier."""


class Trailer(Struct, frozen=True):
    """Object numbers of the catalog and of the document information."""

    root: int
    info: int


class WrittenFile(Struct, frozen=True):
    """A finished file, the offset of the body of each object written plainly, and that of its second identifier.

    The identifier is 32 hexadecimal digits derived from the content; the second of the two belongs to the
    copy (14.4), the first to the document.
    """

    data: bytes
    bodies: dict[int, int]
    identifier: int


class FileWriter:
    """Writes objects: streams as they come, all others into object streams, the cross-reference stream last."""

    def __init__(self, version: tuple[int, int] = (1, 7)) -> None:
        self._chunks: list[bytes] = []
        self._size = 0
        self._pool: list[tuple[int, bytes]] = []
        self._rows: dict[int, bytes] = {0: _row(0, 0, 0xFFFF)}
        self._bodies: dict[int, int] = {}
        self._put(b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % version)

    def add(self, number: int, body: bytes) -> None:
        """Write an object; what is not a stream waits for its object stream."""
        if body.endswith(b"endstream"):
            self.add_plain(number, body)
        else:
            self._pool.append((number, body))

    def add_plain(self, number: int, body: bytes) -> None:
        """Write an object outside object streams, where its bytes can be found."""
        self._rows[number] = _row(1, self._size, 0)
        head = b"%d 0 obj\n" % number
        self._bodies[number] = self._size + len(head)
        self._put(b"%s%s\nendobj\n" % (head, body))

    def flush(self, first: int) -> int:
        """Write the waiting objects into object streams numbered from `first`; returns the next free number."""
        for start in range(0, len(self._pool), OBJECTS_PER_STREAM):
            self._object_stream(first, self._pool[start : start + OBJECTS_PER_STREAM])
            first += 1
        self._pool.clear()
        return first

    def _object_stream(self, number: int, objects: list[tuple[int, bytes]]) -> None:
        offset, index = 0, []
        for position, (object_number, body) in enumerate(objects):
            self._rows[object_number] = _row(2, number, position)
            index.append(b"%d %d" % (object_number, offset))
            offset += len(body) + 1
        head = b" ".join(index) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
        self.add_plain(number, _stream(entries, head + b"\n".join(body for _, body in objects)))

    def finish(self, number: int, trailer: Trailer) -> WrittenFile:
        """Write the cross-reference stream as object `number`, the last of the file."""
        start = self._size
        self._rows[number] = _row(1, start, 0)
        identifier = hashlib.md5(b"".join(self._chunks), usedforsecurity=False).hexdigest().upper().encode()
        entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (
            number + 1, trailer.root, trailer.info, identifier, identifier)  # fmt: skip
        body = _stream(entries, b"".join(self._rows[key] for key in range(number + 1)))
        self._put(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        self._put(b"startxref\n%d\n%%%%EOF\n" % start)
        data = b"".join(self._chunks)
        return WrittenFile(data, self._bodies, data.index(b"><" + identifier, start) + 2)

    def _put(self, data: bytes) -> None:
        self._chunks.append(data)
        self._size += len(data)


def _row(kind: int, place: int, index: int) -> bytes:
    return bytes((kind,)) + place.to_bytes(4, "big") + index.to_bytes(2, "big")


def _stream(entries: bytes, content: bytes) -> bytes:
    data = zlib.compress(content)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


# ReportLab's document, written as PDF/A and PDF/UA want it.

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
