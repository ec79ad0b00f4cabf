"""The texts of a document, of whatever kind and whoever wrote it last, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2
from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from rapport.verify.archive import Archive, open_archive
from rapport.verify.finding import DAMAGE, UnreadableError, page_place, slide_place
from rapport.verify.markup import parse
from rapport.verify.pdf.document import open_pdf, page_text
from rapport.verify.pdf.examination import examined

METADATA = "métadonnées"
MAX_DEPTH = 2
"""Archives within each other: a pack, or a folder of packs."""
MAX_BYTES = 512 << 20
_SLIDE = re.compile(r"ppt/(slides/slide|notesSlides/notesSlide)(\d+)\.xml")
_PROPERTIES = ("docProps/core.xml", "meta.xml")
_OFFICE = ("[Content_Types].xml", "mimetype")
"""What archives of office suites hold (ISO/IEC 29500-2, ISO/IEC 26300-3); other archives are folders of documents."""
_TAG = re.compile(r"<[^>]*>")


class Passage(Struct, frozen=True):
    """A text and where it stands: "page 3", "diapositive 5", "métadonnées"; empty for a document without pages."""

    text: str
    place: str


def passages(data: bytes) -> Iterator[Passage]:
    """The texts of a PDF, of an office document, of the documents in an archive, or of a plain text.

    Raises UnreadableError for what is damaged or made to harm, and for archives in archives more than two deep.
    """
    yield from _passages(data, 0, [MAX_BYTES])


def _passages(data: bytes, depth: int, left: list[int]) -> Iterator[Passage]:
    """The same at a depth of archives; `left` counts the bytes that all of them together may still hold."""
    left[0] -= len(data)
    if left[0] < 0:
        raise UnreadableError(f"plus de {MAX_BYTES >> 20}\u00a0Mio à lire")
    if b"%PDF-" in data[:1024]:
        yield from _pdf(data)
    elif data.startswith(b"PK"):
        yield from _zipped(open_archive(data), depth, left)
    else:
        yield Passage(_decoded(data), "")


def _pdf(data: bytes) -> Iterator[Passage]:
    with open_pdf(data) as pdf:
        examined(pdf)
    try:
        with pypdfium2.PdfDocument(data) as document:
            for number, page in enumerate(document, start=1):
                yield Passage(page_text(page), page_place(number))
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("PDF illisible, abîmé ou protégé par un mot de passe") from error
    yield from _packet(data)


def _packet(data: bytes) -> Iterator[Passage]:
    """What a PDF says of itself, where it still says anything."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            packet = pdf.Root.Metadata.read_bytes().decode("utf-8", "replace")
    except (pikepdf.PdfError, RuntimeError, *DAMAGE):
        return
    text = _TAG.sub("\n", packet).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    yield Passage(text, METADATA)


def _zipped(archive: Archive, depth: int, left: list[int]) -> Iterator[Passage]:
    left[0] -= sum(map(len, archive.members.values()))
    if left[0] < 0:
        raise UnreadableError(f"plus de {MAX_BYTES >> 20}\u00a0Mio à lire")
    if any(name in archive for name in _OFFICE):
        for name in archive:
            if name.endswith(".xml"):
                yield from _part(archive[name], name)
        return
    if depth == MAX_DEPTH:
        raise UnreadableError("des archives s’emboîtent plus de deux fois")
    for name in archive:
        if name.lower().endswith((".pdf", ".pptx", ".txt")):
            found = _passages(archive[name], depth + 1, left)
            yield from (replace(passage, place=f"{name} {passage.place}") for passage in found)


def _part(data: bytes, name: str) -> Iterator[Passage]:
    """The paragraphs of a part; nothing where it cannot be read: others may."""
    try:
        root = parse(data, name)
    except UnreadableError:
        return
    place = METADATA if name in _PROPERTIES else _place(name)
    if place == METADATA:
        yield from (Passage("".join(node.itertext()), place) for node in root)
    for node in root.iter(etree.Element):
        if etree.QName(node).localname == "p":
            yield Passage("".join(node.itertext()), place)


def _place(name: str) -> str:
    match = _SLIDE.fullmatch(name)
    if match is None:
        return ""
    return slide_place(int(match[2])) if match[1].startswith("slides") else f"commentaires\u00a0{match[2]}"


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
