"""A PDF as read back: its structure tree (ISO 32000-1, 14.7), the content of its pages, what another engine reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO

import pikepdf
from msgspec import Struct

from rapport.formats.unreadable import DAMAGE, UnreadableError
from rapport.verify.pdf.budget import MAX_OBJECTS, MAX_PAGES, examined, within_budget
from rapport.verify.pdf.content import Fonts, Marked, PageContent, read_page
from rapport.verify.pdf.seen import seen_pages

MAX_DEPTH = 64
MAX_ROLES = 32
SAID = {"/Alt": "alt", "/ActualText": "actual", "/E": "expansion", "/Lang": "language", "/ID": "identifier"}
"""What an element says of itself: entries of its dictionary (ISO 32000-1, table 323)."""

Number = tuple[int, int]
"""An object's number and generation, or a page's number and an MCID."""


class TaggedContent(Struct, frozen=True):
    """Content of an element: the marked content it names; `mark` is None where the page has no such content."""

    page: int
    mcid: int
    mark: Marked | None

    @property
    def text(self) -> str:
        return self.mark.text if self.mark else ""


class AnnotationLink(Struct, frozen=True):
    """An annotation that belongs to an element (OBJR): its object number, and the page it stands on."""

    page: int
    number: tuple[int, int]
    subtype: str


class TaggedElement(Struct, frozen=True):
    """A structure element. `role` is the standard type that `tag` stands for, `tag` itself where it has no mapping.

    `page` is the page of its first content, from 1, 0 for none. Attributes are flat: `Scope`, `ColSpan`, `Placement`.
    """

    tag: str
    role: str
    kids: tuple[TaggedElement | TaggedContent | AnnotationLink, ...]
    page: int = 0
    alt: str = ""
    actual: str = ""
    expansion: str = ""
    language: str = ""
    identifier: str = ""
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The characters of the element and of all below it, in order, notes included."""
        return self.actual or "".join(kid.text for kid in self.kids if not isinstance(kid, AnnotationLink))

    @property
    def elements(self) -> tuple[TaggedElement, ...]:
        return tuple(kid for kid in self.kids if isinstance(kid, TaggedElement))

    def attribute(self, name: str) -> str:
        return dict(self.attributes).get(name, "")


def walk(element: TaggedElement) -> Iterator[TaggedElement]:
    """The element and all below it, in structure order."""
    yield element
    for kid in element.elements:
        yield from walk(kid)


def read_tree(pdf: pikepdf.Pdf, marks: Mapping[tuple[int, int], Marked]) -> TaggedElement:
    """The structure tree under one element of tag `Root`; without kids where the file is not tagged.

    `marks` gives the marked content of a page number and MCID. Raises `UnreadableError` for one that turns in
    circles.
    """
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return TaggedElement("Root", "Root", ())
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    return _Tree(pages, marks, _roles(root)).element(root, 0, 0)


def _roles(root: pikepdf.Object) -> dict[str, str]:
    """Each mapped type and the standard type it ends at; one that turns in circles stays as it is."""
    role_map = root.get("/RoleMap", pikepdf.Dictionary())
    direct = {str(key).lstrip("/"): str(value).lstrip("/") for key, value in role_map.items()}
    resolved = {}
    for tag in direct:
        role = tag
        for _ in range(MAX_ROLES):
            role = direct.get(role, role)
        resolved[tag] = role
    return resolved


class _Tree:
    """Reads elements, each once: a second parent is a fault that would double its text, or never end."""

    def __init__(self, pages: Mapping[Number, int], marks: Mapping[Number, Marked], roles: dict[str, str]) -> None:
        self.pages, self.marks, self.roles = pages, marks, roles
        self.seen: set[Number] = set()

    def element(self, node: pikepdf.Object, page: int, depth: int) -> TaggedElement:
        if depth > MAX_DEPTH or node.objgen in self.seen:
            raise UnreadableError(
                "l’arbre de structure du PDF tourne en rond, cite deux fois un élément ou descend trop profond"
            )
        self.seen |= {node.objgen} - {(0, 0)}
        page = self._page(node, page)
        kids = tuple(kid for value in _listed(node.get("/K")) for kid in self._kid(value, page, depth))
        keys = node.keys()
        tag = str(node.get("/S", "/Root")).lstrip("/")
        first = next((kid.page for kid in kids if kid.page), 0)
        said = {name: str(node[key]) for key, name in SAID.items() if key in keys}
        attributes = tuple(_attributes(node)) if "/A" in keys else ()
        return TaggedElement(tag, self.roles.get(tag, tag), kids, first or page, attributes=attributes, **said)

    def _page(self, node: pikepdf.Object, inherited: int) -> int:
        page = node.get("/Pg")
        return self.pages.get(page.objgen, inherited) if page is not None else inherited

    def _kid(
        self, value: pikepdf.Object | int, page: int, depth: int
    ) -> Iterator[TaggedElement | TaggedContent | AnnotationLink]:
        if isinstance(value, int):
            yield TaggedContent(page, value, self.marks.get((page, value)))
        elif isinstance(value, pikepdf.Dictionary):
            yield self._dictionary(value, page, depth)

    def _dictionary(
        self, value: pikepdf.Object, page: int, depth: int
    ) -> TaggedElement | TaggedContent | AnnotationLink:
        kind = str(value.get("/Type", ""))
        if kind == "/MCR":
            page, mcid = self._page(value, page), int(value.get("/MCID", -1))
            return TaggedContent(page, mcid, self.marks.get((page, mcid)))
        if kind == "/OBJR":
            target = value.get("/Obj", pikepdf.Dictionary())
            subtype = str(target.get("/Subtype", "")).lstrip("/") if isinstance(target, pikepdf.Dictionary) else ""
            return AnnotationLink(self._page(value, page), target.objgen, subtype)
        return self.element(value, page, depth + 1)


def _listed(kids: pikepdf.Object | int | None) -> list[pikepdf.Object | int]:
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _attributes(node: pikepdf.Object) -> Iterator[tuple[str, str]]:
    for entry in _listed(node.get("/A")):
        if isinstance(entry, pikepdf.Dictionary):
            yield from ((str(key).lstrip("/"), _attribute(value)) for key, value in entry.items())


def _attribute(value: object) -> str:
    if isinstance(value, pikepdf.Array):
        return " ".join(str(item) for item in value)
    return str(value).lstrip("/")


# A PDF as read back: its structure tree, the content of its pages, and what another engine sees on them.


class PdfDocument(Struct, frozen=True):
    """A PDF read twice: by its structure (`tree`, `pages`) and by a page engine (`seen`, the text of each page).

    `nearest` is, for each page, how near to an edge of the paper its texts come, in points (infinite for none).
    `font_names` gives the name of each font by object number, `addresses` where each annotation leads out of the file
    and the page it stands on.
    """

    tree: TaggedElement
    pages: tuple[PageContent, ...]
    seen: tuple[str, ...]
    nearest: tuple[float, ...]
    language: str
    title: str
    font_names: Mapping[tuple[int, int], str]
    addresses: Mapping[Number, tuple[int, str]]


def open_pdf(data: bytes) -> pikepdf.Pdf:
    """The file's objects. Raises `UnreadableError` where it is not a PDF, is damaged, protected or beyond bounds."""
    within_budget(data)
    try:
        pdf = pikepdf.open(BytesIO(data))
        pages = _page_count(pdf)
    except pikepdf.PasswordError as error:
        raise UnreadableError("le PDF est protégé par un mot de passe") from error
    except (pikepdf.PdfError, RuntimeError, *DAMAGE) as error:
        raise UnreadableError("PDF illisible\u00a0: il est abîmé, tronqué, ou n’en est pas un") from error
    if not 0 < pages <= MAX_PAGES:
        raise UnreadableError("le PDF n’a pas de pages" if not pages else f"le PDF compte plus de {MAX_PAGES} pages")
    return pdf


def _page_count(pdf: pikepdf.Pdf) -> int:
    """How many pages there are, counted no further than is allowed. Raises `UnreadableError` for a tree that turns."""
    if int(pdf.trailer.get("/Size", 0)) > MAX_OBJECTS:
        raise UnreadableError(f"le PDF compte plus de {MAX_OBJECTS} objets")
    pending, seen, count = [pdf.Root.Pages], set[tuple[int, int]](), 0
    while pending and count <= MAX_PAGES:
        node = pending.pop()
        if node.objgen in seen and node.is_indirect:
            raise UnreadableError("l’arbre des pages du PDF tourne en rond, ou cite deux fois une page")
        seen.add(node.objgen)
        kids = node.get("/Kids")
        if isinstance(kids, pikepdf.Array):
            if len(kids) > MAX_PAGES:
                return len(kids)
            pending += list(kids)
        else:
            count += 1
    return len(pdf.pages) if count <= MAX_PAGES else count


@lru_cache(1)
def examined_once(data: bytes) -> None:
    """Refuses a file as `open_pdf` and `examined` do, once for those who read it one after the other."""
    with open_pdf(data) as pdf:
        examined(pdf)


def read_pdf(data: bytes) -> PdfDocument:
    """Reads a PDF. Raises `UnreadableError`, as `open_pdf` and for content that cannot be read."""
    examined_once(data)
    with open_pdf(data) as pdf:
        fonts: Fonts = {}
        try:
            pages = tuple(read_page(page, number, fonts) for number, page in enumerate(pdf.pages, start=1))
            marks = {(mark.page, mark.mcid): mark for page in pages for mark in page.marks if mark.mcid >= 0}
            tree = read_tree(pdf, marks)
            addresses = dict(_addresses(pdf))
            language, title = str(pdf.Root.get("/Lang", "")), str(pdf.docinfo.get("/Title", ""))
        except (pikepdf.PdfError, *DAMAGE) as error:
            raise UnreadableError("PDF illisible\u00a0: un objet n’a pas la forme attendue") from error
        names = {number: codes.name for number, codes in fonts.items()}
        seen = seen_pages(data)
        texts, nearest = tuple(page.text for page in seen), tuple(page.nearest for page in seen)
        return PdfDocument(tree, pages, texts, nearest, language, title, names, addresses)


def _addresses(pdf: pikepdf.Pdf) -> Iterator[tuple[Number, tuple[int, str]]]:
    for number, page in enumerate(pdf.pages, start=1):
        annotations = page.obj.get("/Annots")
        for annotation in list(annotations) if isinstance(annotations, pikepdf.Array) else []:
            action = annotation.get("/A") if isinstance(annotation, pikepdf.Dictionary) else None
            if isinstance(action, pikepdf.Dictionary) and "/URI" in action:
                yield annotation.objgen, (number, str(action["/URI"]))
