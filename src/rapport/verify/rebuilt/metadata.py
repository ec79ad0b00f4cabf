"""What a PDF says of itself, against the rebuilt one, and which program saved it last."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf
from lxml import etree

from rapport.formats.office.archive import parse
from rapport.formats.unreadable import DAMAGE, UnreadableError, quoted
from rapport.verify.pdf.stream import read_stream
from rapport.verify.rebuilt.graph import STORAGE
from rapport.verify.report import Finding

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
SAVING = re.compile(r"(\{http://ns\.adobe\.com/xap/1\.0/mm/\}.*|.*\}(Producer|ModifyDate|MetadataDate)|xmptk)")
"""What programs write when they save: which one it was, when, and the history of versions (ISO 16684-1, 8.4, 8.6)."""
SAVING_INFO = frozenset(("/Producer", "/ModDate"))
TRAILER = frozenset(
    (
        *("/Size", "/Prev", "/Root", "/Encrypt", "/Info", "/ID", "/XRefStm"),
        *("/Type", "/Index", "/W", "/Length", "/Filter", "/DecodeParms", "/DocChecksum"),
    )
)
"""Entries at the end of a file (ISO 32000-1, tables 15, 17 and 19), and the one that LibreOffice adds."""
OWN = "rapport"
BLANK, WHITE = " \t\r\n", b" \t\r\n"


def metadata_differences(given: pikepdf.Pdf, wanted: pikepdf.Pdf) -> Iterator[Finding]:
    """Entries that differ in either place where a PDF describes itself, except those that any program rewrites."""
    for key, value, other in _unlike(_info(given), _info(wanted)):
        yield _finding(key.lstrip("/"), value, other)
    if extra := sorted(set(given.trailer.keys()) - TRAILER):
        yield Finding("rebuilt-metadata", f"entrée ajoutée à la fin du fichier\u00a0: {quoted(extra[0])}")
    try:
        packets = _packet(given), _packet(wanted)
    except UnreadableError:
        yield Finding("rebuilt-metadata", "les métadonnées sont illisibles")
        return
    for key, value, other in _unlike(*packets):
        yield _finding(f"XMP {key.rpartition('}')[2]}", value, other)


def _finding(name: str, value: str, other: str) -> Finding:
    return Finding("rebuilt-metadata", f"métadonnée {name}\u00a0: {quoted(value)} au lieu de {quoted(other)}")


def _unlike(one: dict[str, str], other: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for key in sorted(one.keys() | other.keys()):
        if one.get(key, "") != other.get(key, ""):
            yield key, one.get(key, ""), other.get(key, "")


def _info(pdf: pikepdf.Pdf) -> dict[str, str]:
    """The entries; the last apostrophe of a date may be left out (ISO 32000-1, 7.9.4)."""
    info = pdf.trailer.get("/Info")
    entries = info.items() if isinstance(info, pikepdf.Dictionary) else ()
    return {str(key): str(value).removesuffix("'") for key, value in entries if key not in SAVING_INFO}


def _packet(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Each property of the packet with all the texts in it."""
    packet = pdf.Root.get("/Metadata")
    if not isinstance(packet, pikepdf.Stream):
        return {}
    found: dict[str, str] = {}
    root = parse(read_stream(packet).strip(WHITE), "XMP")
    if remarks := [str(node.text) for node in root.iter(etree.Comment)]:
        found["remarque"] = " ".join(remarks)
    if extra := sorted(set(packet.keys()) - {*STORAGE, "/Type", "/Subtype"}):
        found["flux"] = extra[0]
    for description in root.iter(f"{RDF}Description"):
        if description.getparent() is not None and description.getparent().tag != f"{RDF}RDF":
            continue
        found |= {str(name): str(value) for name, value in description.attrib.items()}
        found |= {str(child.tag): _said(child) for child in description if isinstance(child.tag, str)}
    return {name: value for name, value in found.items() if not SAVING.fullmatch(name) and not name.startswith(RDF)}


def _said(node: etree._Element) -> str:
    texts = (text.strip(BLANK) for text in map(str, node.itertext()))
    inner = (str(value) for child in node.iter() for name, value in child.attrib.items() if not name.startswith("{"))
    return " ".join(filter(None, (*texts, *inner)))


def saved_by(data: bytes, pdf: pikepdf.Pdf) -> str:
    """The program that saved the file last, as far as it tells; empty for none but ours."""
    try:
        producer = str(pdf.trailer.Info.Producer) if "/Info" in pdf.trailer else ""
    except (pikepdf.PdfError, *DAMAGE):
        producer = ""
    if producer and producer != OWN:
        return producer
    if b"\xbf\xf7\xa2\xfe" in data[:40]:
        return "qpdf ou pikepdf"
    if b"\xa1\xb3\xc5\xd7" in data[:40]:
        return "PDFium"
    return "un autre programme"
