"""The structure tree of a tagged PDF (ISO 32000-1, 14.7), with the text of each element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pikepdf
from msgspec import Struct

from rapport.verify.finding import UnreadableError
from rapport.verify.pdf.content import Marked

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
