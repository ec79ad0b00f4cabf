"""Parts of an Office Open XML package and what relates them (ISO/IEC 29500-2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct, field

from rapport.formats.office.archive import MAX_NODES, MAX_SIZE, open_archive, parse
from rapport.formats.unreadable import UnreadableError, quoted

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "a16": "http://schemas.microsoft.com/office/drawing/2014/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}
RELATION = f"{{{NAMES['r']}}}"
TYPES = "[Content_Types].xml"
"""The part that every package has (ISO/IEC 29500-2, 7.2.3)."""


class PartLimits(Struct, frozen=True):
    """Bytes and elements of a part read as XML, and bytes of all such parts together.

    A deck of 16 slides has 1 MiB; what is proved was made by us, and is held to little more.
    """

    size: int = MAX_SIZE
    nodes: int = MAX_NODES
    total: int = 24 << 20


class Relation(Struct, frozen=True):
    """What a part relates to inside its package: the last word of the kind, and the part's name."""

    kind: str
    target: str


class OfficePackage(Struct, frozen=True):
    """A package's parts by name, without a leading slash. Each is parsed once, for all who only read it."""

    parts: Mapping[str, bytes]
    limits: PartLimits = PartLimits()
    parsed: dict[str, etree._Element] = field(default_factory=dict)

    def root(self, name: str) -> etree._Element:
        """The root element of a part. Raises `UnreadableError` where it is missing, bad or too large."""
        if name not in self.parts:
            raise UnreadableError(f"partie absente du fichier\u00a0: {quoted(name)}")
        if name not in self.parsed:
            if sum(len(self.parts[each]) for each in (*self.parsed, name)) > self.limits.total:
                raise UnreadableError(f"les parties XML dépassent {self.limits.total >> 20}\u00a0Mio")
            self.parsed[name] = parse(self.parts[name], name, self.limits.size, self.limits.nodes)
        return self.parsed[name]

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part relates to inside the package, by the identifier of the relationship; "" is the package."""
        folder = name.rpartition("/")[0]
        inside = (node for node in self.relationships(name) if node.get("TargetMode") != "External")
        return {
            str(node.get("Id")): Relation(kind_of(node), _target(folder, str(node.get("Target", ""))))
            for node in inside
        }

    def relationships(self, name: str) -> Iterator[etree._Element]:
        """The elements that relate a part to others, inside the package or not."""
        file = relations_of(name)
        return self.root(file).iterfind("rel:Relationship", NAMES) if file in self.parts else iter(())

    def related(self, name: str, kind: str) -> str:
        """The first part of a kind that a part relates to; empty for none."""
        return next((found.target for found in self.relations(name).values() if found.kind == kind), "")


def open_package(data: bytes) -> OfficePackage:
    """Opens a package. Raises `UnreadableError`."""
    return package_of(open_archive(data).members)


def package_of(parts: Mapping[str, bytes], limits: PartLimits | None = None) -> OfficePackage:
    """The package of these parts. Raises `UnreadableError` if they do not make one."""
    if TYPES not in parts:
        raise UnreadableError("l’archive n’est pas un document Office")
    return OfficePackage(parts, limits or PartLimits())


def relations_of(name: str) -> str:
    """The part that says what a part relates to (ISO/IEC 29500-2, 6.5.2.2)."""
    folder, _, base = name.rpartition("/")
    return f"{folder}/_rels/{base}.rels".lstrip("/")


def kind_of(node: etree._Element) -> str:
    """The last word of a relationship's type."""
    return str(node.get("Type", "")).rpartition("/")[2]


def _target(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def find_all(node: etree._Element | None, path: str) -> list[etree._Element]:
    """Elements at a path written with the usual prefixes; none of nothing."""
    return list(node.iterfind(path, NAMES)) if node is not None else []


def first(node: etree._Element | None, path: str) -> etree._Element | None:
    """The first element at a path."""
    return node.find(path, NAMES) if node is not None else None


def attribute(node: etree._Element | None, name: str) -> str:
    """An attribute's value; empty where the node or the attribute is missing."""
    return str(node.get(name, "")) if node is not None else ""


def tag(prefix: str, name: str) -> str:
    """The full name of an element."""
    return f"{{{NAMES[prefix]}}}{name}"
