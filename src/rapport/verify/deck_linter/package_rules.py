"""The package: content types, relationships, media and fonts (ISO/IEC 29500-2)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rapport.verify.deck.package import NAMES, attribute, find_all
from rapport.verify.deck_linter.deck_file import DeckFile
from rapport.verify.deck_linter.rule import Remark, Rule
from rapport.verify.finding import quoted

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_CORE = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}
_SIGNATURES = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
}
_EOT_MAGIC = b"LP"
_EOT_MAGIC_AT = 34
"""Where an Embedded OpenType header has its magic number."""

_MOMENT = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")
"""A date as W3CDTF writes it."""


def phantom_types(deck: DeckFile) -> Iterator[Remark]:
    """A content type for a part that is not there makes PowerPoint repair the file."""
    for node in deck.package.root("[Content_Types].xml").iter(_TYPES + "Override"):
        name = attribute(node, "PartName").lstrip("/")
        if name not in deck.package.archive:
            yield Remark(f"type de contenu déclaré pour une partie absente\u00a0: {quoted(name)}")


def repeated_relations(deck: DeckFile) -> Iterator[Remark]:
    """Two relationships of one identifier."""
    for name in deck.package.archive:
        if name.endswith(".rels"):
            ids = Counter(attribute(node, "Id") for node in find_all(deck.package.root(name), "rel:Relationship"))
            for identifier in (key for key, count in ids.items() if count > 1):
                yield Remark(f"deux relations portent l’identifiant {quoted(identifier)} dans {quoted(name)}")


def media_kinds(deck: DeckFile) -> Iterator[Remark]:
    """An image whose bytes are not what its name says is shown as a red cross."""
    for name in deck.package.archive:
        expected = _SIGNATURES.get(name.rpartition(".")[2].lower())
        if expected and not deck.package.archive[name].startswith(expected):
            yield Remark(f"le contenu de l’image {quoted(name)} n’est pas du format que son nom annonce")


def embedded_fonts(deck: DeckFile) -> Iterator[Remark]:
    """PowerPoint takes fonts in an Embedded OpenType container only."""
    for name in deck.package.archive:
        if name.endswith(".fntdata"):
            magic = deck.package.archive[name][_EOT_MAGIC_AT : _EOT_MAGIC_AT + len(_EOT_MAGIC)]
            if magic != _EOT_MAGIC:
                yield Remark(f"police incorporée illisible\u00a0: {quoted(name)} n’est pas au format EOT")


def unused_layouts(deck: DeckFile) -> Iterator[Remark]:
    """A layout that no slide uses is a leftover."""
    used = {slide.layout.name for slide in deck.slides}
    for layout in deck.layouts:
        if layout.name not in used:
            name = attribute(layout.root.find("p:cSld", NAMES), "name")
            yield Remark(f"disposition inutilisée\u00a0: {quoted(name)}")


def core_texts(deck: DeckFile) -> Iterator[Remark]:
    """Title and language of the document (EN 301 549, 10.2.4.2 and 10.3.1.1)."""
    part = deck.package.of_kind("", "core-properties")
    root = deck.package.root(part) if part else None
    for name, label in (("title", "titre"), ("language", "langue")):
        if root is None or not (root.findtext(f"dc:{name}", "", _CORE) or "").strip(" "):
            yield Remark(f"les propriétés du document n’ont pas de {label}")


def core_dates(deck: DeckFile) -> Iterator[Remark]:
    """Dates that Office cannot read."""
    part = deck.package.of_kind("", "core-properties")
    for name in ("created", "modified") if part else ():
        value = deck.package.root(part).findtext(f"dcterms:{name}", "", _CORE)
        if value and not _MOMENT.fullmatch(value):
            yield Remark(f"date illisible dans les propriétés du document\u00a0: {quoted(value)}")


RULES = (
    Rule("package-phantom-type", phantom_types),
    Rule("package-relation-repeated", repeated_relations),
    Rule("package-media-kind", media_kinds),
    Rule("package-font-container", embedded_fonts),
    Rule("package-layout-unused", unused_layouts),
    Rule("document-property-missing", core_texts),
    Rule("document-date", core_dates),
)
