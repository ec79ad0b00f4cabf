"""What a presentation is made of, whoever reads it: its slides in order, its properties, what its charts keep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from rapport.formats.office.package import RELATION, OfficePackage, attribute, find_all, first, open_package, tag
from rapport.formats.unreadable import UnreadableError

MOST_POINTS = 10_000
"""Of a series; ours have some thirty."""
CACHES = tuple(tag("c", name) for name in ("strCache", "numCache", "strLit", "numLit"))


@lru_cache(1)
def open_presentation(data: bytes) -> OfficePackage:
    """Opens the package of a presentation, once for those who read it one after the other, as `open_package` does."""
    return open_package(data)


def slide_parts(package: OfficePackage) -> list[str]:
    """The parts of the slides, in order. Raises `UnreadableError` for a file that is not a presentation."""
    main = package.related("", "officeDocument")
    if not main or package.root(main).tag != tag("p", "presentation"):
        raise UnreadableError("le fichier n’est pas une présentation")
    relations = package.relations(main)
    nodes = find_all(package.root(main), "p:sldIdLst/p:sldId")
    return [relations[attribute(node, f"{RELATION}id")].target for node in nodes]


def core_properties(package: OfficePackage) -> Iterator[tuple[str, str]]:
    """What a document says of itself, by the names of Dublin Core (ISO/IEC 29500-2, 8.1)."""
    part = package.related("", "core-properties")
    for node in package.root(part) if part else ():
        yield etree.QName(node).localname, node.text or ""


def custom_properties(package: OfficePackage) -> Iterator[tuple[str, str]]:
    """Properties that programs add, by name."""
    part = package.related("", "custom-properties")
    for node in package.root(part) if part in package.parts else ():
        yield str(node.get("name", "")), "".join(map(str, node.itertext()))


def points(reference: etree._Element | None) -> tuple[str, ...]:
    """The points that a reference of a chart caches, or that are written out in its place (ISO/IEC 29500-1, 21.2)."""
    if reference is None:
        return ()
    cache = next(iter(reference.iter(*CACHES)), None)
    if cache is None:
        return tuple(value.text or "" for value in find_all(reference, "c:v"))
    return cached_points(cache)


def cached_points(cache: etree._Element) -> tuple[str, ...]:
    """The points of a cache, empty where one is missing. Raises `UnreadableError` for a cache beyond all bounds."""
    found = {int(attribute(point, "idx")): _text(first(point, "c:v")) for point in find_all(cache, "c:pt")}
    size = max(int(attribute(first(cache, "c:ptCount"), "val") or 0), max(found, default=-1) + 1)
    if size > MOST_POINTS:
        raise UnreadableError("graphique démesuré")
    return tuple(found.get(index, "") for index in range(size))


def _text(node: etree._Element | None) -> str:
    return (node.text or "") if node is not None else ""


RUNS = frozenset((tag("a", "r"), tag("a", "fld")))


def paragraphs(body: etree._Element | None) -> tuple[str, ...]:
    """The paragraphs of a text body, empty ones left out."""
    if body is None:
        return ()
    return tuple(text for node in find_all(body, "a:p") if (text := paragraph(node)))


HELD = re.compile("(?<=[^ ]-)\u2060(?=[0-9])|(?<=[0-9][\u2013\u2014])\u2060(?=[0-9])")
"""The joiner that decks have where a line must not end, "2021-2024"; anywhere else, somebody put it there."""


def paragraph(node: etree._Element) -> str:
    """A paragraph's characters without the joiners that hold ranges; a line break within it counts as a space."""
    return HELD.sub("", "".join(_run(child) for child in node))


def _run(node: etree._Element) -> str:
    if node.tag in RUNS:
        return "".join(text.text or "" for text in find_all(node, "a:t"))
    return " " if node.tag == tag("a", "br") else ""
