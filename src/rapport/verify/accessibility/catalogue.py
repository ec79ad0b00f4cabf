"""Rules on the file as a whole: tagging, metadata, language, bookmarks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pikepdf
from lxml.etree import _Element as Element

from rapport.formats.office.archive import parse
from rapport.formats.unreadable import quoted
from rapport.verify.accessibility.subject import Subject
from rapport.verify.report import Finding, page_place

DESCRIPTION = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description"
UA_PART = "{http://www.aiim.org/pdfua/ns/id/}part"
DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
ACCESSIBLE = 1 << 9
"""The permission to extract text for accessibility (ISO 32000-1, table 22, bit 10)."""
SECTIONS_TO_MARK = 3  # shorter documents are looked through, not searched


def tagged(subject: Subject) -> Iterator[Finding]:
    """P1. ISO 14289-1, 6.2 and 7.1: marked as tagged, with a structure tree, none of it suspect."""
    root = subject.pdf.Root
    info = root.get("/MarkInfo", pikepdf.Dictionary())
    if not info.get("/Marked", False):
        yield Finding("P1", "le PDF ne se dit pas balisé (MarkInfo)")
    if info.get("/Suspects", False):
        yield Finding("P1", "le PDF dit son balisage douteux (Suspects)")
    if not subject.elements:
        yield Finding("P1", "le PDF n’a pas d’arbre de structure")


def identified(subject: Subject) -> Iterator[Finding]:
    """P2. ISO 14289-1, 5: XMP metadata say PDF/UA-1."""
    if _metadata(subject.pdf).get(UA_PART) != "1":
        yield Finding("P2", "les métadonnées ne déclarent pas PDF/UA-1")


def version(subject: Subject) -> Iterator[Finding]:
    """P3. ISO 14289-1, 6.1: a header of PDF 1.x."""
    if not re.match(rb"%PDF-1\.[4-7][\r\n]", subject.data[:9] + b"\n"):
        yield Finding("P3", f"en-tête de fichier inattendu\u00a0: {quoted(subject.data[:8].decode('latin-1'))}")


def titled(subject: Subject) -> Iterator[Finding]:
    """P4. ISO 14289-1, 7.1: a title in the metadata, shown by the viewer, the same in both places."""
    title = _metadata(subject.pdf).get(DC_TITLE, "")
    if not title:
        yield Finding("P4", "le PDF n’a pas de titre dans ses métadonnées")
    elif title != subject.document.title:
        yield Finding("P4", f"deux titres\u00a0: {quoted(title)} et {quoted(subject.document.title)}")
    if title.lower().endswith(".pdf"):
        yield Finding("P4", f"le titre est un nom de fichier\u00a0: {quoted(title)}")
    if not subject.pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False):
        yield Finding("P4", "le lecteur ne montrerait pas le titre (DisplayDocTitle)")


def languages(subject: Subject) -> Iterator[Finding]:
    """P5. ISO 14289-1, 7.2: a language for the document, well-formed tags on the parts in another."""
    if not TAG.fullmatch(subject.document.language):
        yield Finding("P5", f"langue du document absente ou mal formée\u00a0: {quoted(subject.document.language)}")
    for element in subject.elements:
        if element.language and not TAG.fullmatch(element.language):
            place = page_place(element.page)
            yield Finding("P5", f"langue mal formée\u00a0: {quoted(element.language)}", place)


def unprotected(subject: Subject) -> Iterator[Finding]:
    """P15. ISO 14289-1, 7.15 and 7.16: no XFA form, no protection that shuts out assistive technology."""
    if "/XFA" in subject.pdf.Root.get("/AcroForm", pikepdf.Dictionary()):
        yield Finding("P15", "le PDF contient un formulaire XFA")
    encryption = subject.pdf.trailer.get("/Encrypt")
    if encryption is not None and not int(encryption.get("/P", 0)) & ACCESSIBLE:
        yield Finding("P15", "la protection du PDF interdit l’accès aux aides techniques")


def bookmarked(subject: Subject) -> Iterator[Finding]:
    """P18. Bookmarks for three sections or more, unless one page holds them; each with a title and a place."""
    count = sum(element.role == "H2" for element in subject.elements)
    with subject.pdf.open_outline() as outline:
        items = tuple(_entries(outline.root))
    if count >= SECTIONS_TO_MARK > len(items) and len(subject.pdf.pages) > 1:
        yield Finding("P18", f"{len(items)} signet(s) pour {count} sections")
    for item in items:
        if not item.title:
            yield Finding("P18", "un signet n’a pas de titre")
        elif item.destination is None and item.action is None:
            yield Finding("P18", f"le signet {quoted(item.title)} ne mène nulle part")


def _entries(items: Iterable[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    """The bookmarks and those under them."""
    for item in items:
        yield item
        yield from _entries(item.children)


def sound(subject: Subject) -> Iterator[Finding]:
    """P20. The file's own structure, as qpdf checks it."""
    for problem in subject.pdf.check_pdf_syntax():
        yield Finding("P20", f"structure du fichier\u00a0: {problem}")


def _metadata(pdf: pikepdf.Pdf) -> dict[str, str]:
    """The values of the XMP packet by their names, the first of several (ISO 16684-1, 7).

    Read as it is: libraries mend a packet that other programs would refuse. Raises `UnreadableError` for bad XML.
    """
    packet = pdf.Root.get("/Metadata")
    if not isinstance(packet, pikepdf.Stream):
        return {}
    found: dict[str, str] = {}
    for description in parse(packet.read_bytes(), "XMP").iter(DESCRIPTION):
        found |= {str(name): str(value) for name, value in description.attrib.items()}
        found |= {str(child.tag): next(_texts(child), "") for child in description}
    return found


def _texts(node: Element) -> Iterator[str]:
    return (text for text in map(str.strip, map(str, node.itertext())) if text)
