"""The parts of an Office file that others have had in their hands (ISO/IEC 29500-2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct, field

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "a16": "http://schemas.microsoft.com/office/drawing/2014/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
RELATION = f"{{{NAMES['r']}}}"
LARGEST = 64 << 20
"""Bytes of a part."""
CODE = ("vbaProject", "activeX", "/control")
"""What the types of relationships to code hold."""
LINKS = ("hyperlink",)
"""Relationships that may lead out of the file: nothing follows them until somebody clicks."""


class RefusedError(Exception):
    """A file that is not read: damaged, incomplete, or made to harm. The message is one French sentence."""


class Relation(Struct, frozen=True):
    """What a part relates to: the last word of the kind, and the part's name."""

    kind: str
    target: str


class Package(Struct, frozen=True):
    """The parts by name, without a leading slash."""

    parts: Mapping[str, bytes]
    parsed: dict[str, etree._Element] = field(default_factory=dict)

    def root(self, name: str) -> etree._Element:
        """The root element of a part. Raises RefusedError where it is missing or bad."""
        if name not in self.parsed:
            self.parsed[name] = _parse(self.parts.get(name), name)
        return self.parsed[name]

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part relates to inside the package, by the identifier of the relationship."""
        folder, _, base = name.rpartition("/")
        file = f"{folder}/_rels/{base}.rels".lstrip("/")
        if file not in self.parts:
            return {}
        nodes = self.root(file).iterfind("rel:Relationship", NAMES)
        inside = (node for node in nodes if node.get("TargetMode") != "External")
        return {node.get("Id", ""): Relation(_kind(node), _target(folder, node.get("Target", ""))) for node in inside}

    def links(self, name: str) -> dict[str, str]:
        """The addresses outside the package that a part leads to, by the identifier of the relationship."""
        folder, _, base = name.rpartition("/")
        file = f"{folder}/_rels/{base}.rels".lstrip("/")
        nodes = self.root(file).iterfind("rel:Relationship", NAMES) if file in self.parts else ()
        outside = (node for node in nodes if node.get("TargetMode") == "External" and _kind(node) in LINKS)
        return {node.get("Id", ""): str(node.get("Target", "")).rstrip("/") for node in outside}

    def related(self, name: str, kind: str) -> str:
        """The first part of a kind that a part relates to; empty for none."""
        return next((found.target for found in self.relations(name).values() if found.kind == kind), "")


def opened(parts: Mapping[str, bytes]) -> Package:
    """The package. Raises RefusedError where it holds code, or draws on files outside of it."""
    package = Package(parts)
    if "[Content_Types].xml" not in parts:
        raise RefusedError("ce n’est pas un document Office")
    if (
        any(name.lower().endswith("vbaproject.bin") for name in parts)
        or b"macroEnabled" in parts["[Content_Types].xml"]
    ):
        raise RefusedError("le fichier contient des macros")
    for name in parts:
        if name.endswith(".rels"):
            for node in package.root(name).iterfind("rel:Relationship", NAMES):
                _check(node)
    return package


def _check(node: etree._Element) -> None:
    kind = str(node.get("Type", ""))
    if any(word in kind for word in CODE):
        raise RefusedError("le fichier contient du code")
    if node.get("TargetMode") == "External" and _kind(node) not in LINKS and not _is_own_template(node):
        raise RefusedError(
            f"le fichier dépend d’un autre, hors de lui\u00a0: «\u00a0{node.get('Target', '')[:60]}\u00a0»"
        )


def _is_own_template(node: etree._Element) -> bool:
    """Whether it is the model that an office made the document with, by a path of its own: Word alone looks there."""
    return _kind(node) == "attachedTemplate" and not str(node.get("Target", "")).lower().startswith("http")


def _parse(data: bytes | None, name: str) -> etree._Element:
    """Office files have no document types (ISO/IEC 29500-2, 9.1.1.2): no entity is left to expand."""
    if data is None:
        raise RefusedError(f"partie absente du fichier\u00a0: «\u00a0{name}\u00a0»")
    if len(data) > LARGEST:
        raise RefusedError(f"partie démesurée\u00a0: «\u00a0{name}\u00a0»")
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise RefusedError(f"déclaration de type de document interdite dans «\u00a0{name}\u00a0»")
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise RefusedError(f"XML mal formé dans «\u00a0{name}\u00a0»") from error


def _kind(node: etree._Element) -> str:
    return str(node.get("Type", "")).rpartition("/")[2]


def _target(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def find_all(node: etree._Element | None, path: str) -> Iterator[etree._Element]:
    """Elements at a path written with the usual prefixes; none of nothing."""
    return node.iterfind(path, NAMES) if node is not None else iter(())


def first(node: etree._Element | None, path: str) -> etree._Element | None:
    """The first element at a path."""
    return next(find_all(node, path), None)


def attribute(node: etree._Element | None, name: str) -> str:
    """An attribute's value; empty where the node or the attribute is missing."""
    return str(node.get(name, "")) if node is not None else ""


def tag(prefix: str, name: str) -> str:
    """The full name of an element."""
    return f"{{{NAMES[prefix]}}}{name}"
