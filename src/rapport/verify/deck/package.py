"""Parts of an Office Open XML package and what relates them (ISO/IEC 29500-2)."""

from __future__ import annotations

import posixpath
from functools import lru_cache

from lxml import etree
from msgspec import Struct, field

from rapport.verify.archive import Archive, open_archive, parse
from rapport.verify.report import UnreadableError, quoted

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
MAX_PARSED = 24 << 20
"""Bytes of all parts that are read as XML: a deck of 16 slides has 1 MiB."""
RELATION = f"{{{NAMES['r']}}}"


class DeckPackage(Struct, frozen=True):
    """A package's parts by name, without a leading slash. Each is parsed once, for all who only read it."""

    archive: Archive
    parsed: dict[str, etree._Element] = field(default_factory=dict)

    def root(self, name: str) -> etree._Element:
        """The root element of a part. Raises `UnreadableError` where it is missing or bad."""
        if name not in self.archive:
            raise UnreadableError(f"partie absente du fichier\u00a0: {quoted(name)}")
        if name not in self.parsed:
            if sum(len(self.archive[each]) for each in (*self.parsed, name)) > MAX_PARSED:
                raise UnreadableError(f"les parties XML dépassent {MAX_PARSED >> 20}\u00a0Mio")
            self.parsed[name] = parse(self.archive[name], name)
        return self.parsed[name]

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part relates to inside the package: relationship id -> (kind, part name)."""
        folder, _, base = name.rpartition("/")
        relations = f"{folder}/_rels/{base}.rels".lstrip("/")
        if relations not in self.archive:
            return {}
        return {
            str(node.get("Id")): (
                str(node.get("Type", "")).rpartition("/")[2],
                _target(folder, str(node.get("Target", ""))),
            )
            for node in self.root(relations).iterfind("rel:Relationship", NAMES)
            if node.get("TargetMode") != "External"
        }

    def of_kind(self, name: str, kind: str) -> str:
        """The first part of a kind that a part relates to; empty for none."""
        return next((target for found, target in self.related(name).values() if found == kind), "")


@lru_cache(1)
def open_presentation(data: bytes) -> DeckPackage:
    """Opens the package of a presentation, once for those who read it one after the other, as `open_package` does."""
    return open_package(data)


def open_package(data: bytes) -> DeckPackage:
    """Opens a package. Raises `UnreadableError`."""
    package = DeckPackage(open_archive(data))
    if "[Content_Types].xml" not in package.archive:
        raise UnreadableError("l’archive n’est pas un document Office")
    return package


def _target(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def find_all(node: etree._Element, path: str) -> list[etree._Element]:
    """Elements at a path written with the usual prefixes."""
    return list(node.iterfind(path, NAMES))


def attribute(node: etree._Element | None, name: str) -> str:
    """An attribute's value; empty where the node or the attribute is missing."""
    return str(node.get(name, "")) if node is not None else ""


A = f"{{{NAMES['a']}}}"
RUNS = frozenset((f"{A}r", f"{A}fld"))


def paragraphs(body: etree._Element | None) -> tuple[str, ...]:
    """The paragraphs of a text body, empty ones left out."""
    if body is None:
        return ()
    return tuple(text for node in find_all(body, "a:p") if (text := paragraph(node)))


def paragraph(node: etree._Element) -> str:
    """A paragraph's characters; a line break within it counts as a space."""
    return "".join(_run(child) for child in node)


def _run(node: etree._Element) -> str:
    if node.tag in RUNS:
        return "".join(text.text or "" for text in find_all(node, "a:t"))
    return " " if node.tag == f"{A}br" else ""
