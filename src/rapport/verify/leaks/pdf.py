"""What a PDF holds beside what it shows: each carrier is an allow-list of what ours writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pikepdf
from lxml import etree

from rapport.formats.office.archive import parse
from rapport.formats.unreadable import quoted
from rapport.verify.pdf.stream import read_stream
from rapport.verify.report import Finding, page_place

_INFO = frozenset(("/Title", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate", "/ModDate"))
_XMP = frozenset(
    "format identifier title description language Producer Keywords CreatorTool CreateDate ModifyDate MetadataDate "
    "part conformance schemas rev about ContentDigest digest".split(" ")
)
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_LINKS = ("/Link", "/Widget", "/PrinterMark")


def _metadata(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    info = pdf.trailer.get("/Info")
    for key, value in info.items() if isinstance(info, pikepdf.Dictionary) else ():
        if key not in _INFO and str(value):
            yield Finding("leak-metadata", f"{key.lstrip('/')}\u00a0: {quoted(str(value))}", "métadonnées")
    yield from _packet(pdf)
    for item in pdf.objects:
        if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)) and "/PieceInfo" in item:
            yield Finding("leak-metadata", "données d’un autre programme (PieceInfo)", "objets du PDF")


def _packet(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    packet = pdf.Root.get("/Metadata")
    if not isinstance(packet, pikepdf.Stream):
        return
    for node in parse(read_stream(packet).strip(b" \t\r\n"), "XMP").iter(f"{_RDF}Description"):
        parent = node.getparent()
        if parent is not None and parent.tag == f"{_RDF}RDF":
            said = [*(str(child.tag) for child in node if isinstance(child.tag, str)), *map(str, node.attrib)]
            for name in (each.rpartition("}")[2] for each in said):
                if name not in _XMP:
                    value = _creator(node) if name == "creator" else name
                    yield Finding("leak-metadata", f"XMP\u00a0: {quoted(value)}", "métadonnées")


def _creator(node: etree._Element) -> str:
    """The names of the XMP packet's creators; empty where it is an attribute."""
    found = node.find(f"{_DC}creator")
    return "".join(map(str, found.itertext())).strip(" \n") if found is not None else ""


def _hidden(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    known = {page.obj.objgen for page in pdf.pages}
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Page" and item.objgen not in known:
            yield Finding("leak-hidden", "page qui n’est plus dans le document", "objets du PDF")
    if "/OCProperties" in pdf.Root:
        yield Finding("leak-hidden", "calques, qui se masquent", "objets du PDF")


def _crops(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """What lies outside of what a page shows."""
    for number, page in enumerate(pdf.pages, start=1):
        if [float(side) for side in page.cropbox] != [float(side) for side in page.mediabox]:
            yield Finding(
                "leak-crop", "page rognée\u00a0: ce qui n’en paraît pas est dans le fichier", page_place(number)
            )


def _comments(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    for number, page in enumerate(pdf.pages, start=1):
        annotations = page.obj.get("/Annots")
        for each in annotations if isinstance(annotations, pikepdf.Array) else ():
            kind = str(each.get("/Subtype", "")) if isinstance(each, pikepdf.Dictionary) else ""
            if kind not in _LINKS:
                yield Finding("leak-comment", f"annotation {quoted(kind.lstrip('/'))}", page_place(number))


CARRIERS: tuple[Callable[[pikepdf.Pdf], Iterator[Finding]], ...] = (_metadata, _hidden, _crops, _comments)
"""By what each looks into; a PDF has neither notes of its own nor workbooks."""
