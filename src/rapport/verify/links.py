"""Addresses that a document leads to, held to those that its content gives: which words lead where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from rapport.edition.text import Text, passages
from rapport.formats.office.package import NAMES, RELATION, OfficePackage, attribute, find_all
from rapport.formats.unreadable import quoted
from rapport.verify.parity.line import letters
from rapport.verify.pdf.document import AnnotationLink, PdfDocument, walk
from rapport.verify.rebuilt.package import edges
from rapport.verify.report import Check, Finding, page_place, slide_place

TITLE = "Adresses où mènent les liens"
WITHIN = "#"
"""Begins a link to a place in the document itself."""

Led = tuple[str, str]
"""Words, their letters alone, and the address that they lead to."""


def check_page_links(value: object, document: PdfDocument) -> Check:
    """Whether words of a PDF lead where the texts of an edition or of a plan do."""
    wanted = frozenset(_wanted(value))
    found = tuple(_of_pages(document))
    findings = (Finding("link-elsewhere", _told(led), page_place(page)) for page, led in found if led not in wanted)
    return Check("links", TITLE, len(found), tuple(findings))


def check_slide_links(plan: object, package: OfficePackage) -> Check:
    """The links of a deck, its notes included. Raises `UnreadableError`."""
    wanted = frozenset(_wanted(plan))
    found = tuple(_of_parts(package))
    findings = (Finding("link-elsewhere", _told(led), place) for place, led in found if led not in wanted)
    return Check("links", TITLE, len(found), tuple(findings))


def _told(led: Led) -> str:
    words, address = led
    return f"{quoted(words)} mène à {quoted(address)}, où le contenu ne mène pas"


def _wanted(value: object) -> Iterator[Led]:
    for passage in passages(value):
        yield from _joined((span.text, span.link) for span in _whole(passage))


def _whole(passage: Text) -> Text:
    return tuple(span for span in passage if not span.note)


def _joined(pieces: Iterable[tuple[str, str]]) -> Iterator[Led]:
    """Neighbours that lead to one address are one link."""
    words, last = "", ""
    for text, address in (*pieces, ("", "")):
        if address != last:
            if last and not last.startswith(WITHIN):
                yield letters(words), last.rstrip("/")
            words, last = "", address
        words += text


def _of_pages(document: PdfDocument) -> Iterator[tuple[int, Led]]:
    known = dict(document.addresses)
    for element in walk(document.tree):
        for kid in element.kids:
            if isinstance(kid, AnnotationLink) and kid.number in known:
                page, address = known.pop(kid.number)
                yield page, (letters(element.text), address.rstrip("/"))
    yield from ((page, ("", address)) for page, address in known.values())


def _of_parts(package: OfficePackage) -> Iterator[tuple[str, Led]]:
    """The links of slides and notes; what leads out of any other part is told without words."""
    for name in package.parts:
        if not name.endswith(".xml") or not name.startswith("ppt/"):
            continue
        outside = {key: target for key, (_, target, mode) in edges(package, name).items() if mode}
        if not outside:
            continue
        digits = "".join(filter(str.isdigit, name.rpartition("/")[2]))
        place = slide_place(int(digits or 0)) if name.startswith("ppt/slides/") else name
        used = set()
        for paragraph in package.root(name).iter(f"{{{NAMES['a']}}}p"):
            runs = [
                (_said(run), attribute(run.find("a:rPr/a:hlinkClick", NAMES), f"{RELATION}id")) for run in paragraph
            ]
            used |= {key for _, key in runs}
            yield from ((place, led) for led in _joined((text, outside.get(key, "")) for text, key in runs))
        yield from ((place, ("", target)) for key, target in outside.items() if key not in used)


def _said(run: etree._Element) -> str:
    return "".join(node.text or "" for node in find_all(run, "a:t"))
