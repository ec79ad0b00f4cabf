"""The package: types, relationships, media and fonts (ISO/IEC 29500-2); what runs, or fetches from elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rapport.verify.archive import open_archive
from rapport.verify.deck.package import NAMES, attribute, find_all
from rapport.verify.deck_linter.deck_file import DeckFile, LintRule, Remark
from rapport.verify.finding import quoted

# What runs, or fetches from elsewhere: macros, controls, objects of other programs, links to files.

_ACTIVE = ("vbaproject", "activex", "oleobject", "embeddings/ole", "ctrlprops", ".bin")
"""What parts that run, or that wake another program, are called (ECMA-376 part 1, 15.2; MS-OFFMACRO)."""
_CLICKS = (b"ppaction://program", b"ppaction://macro", b"ppaction://ole")
_KNOWN = (".xml", ".rels", ".xlsx", ".png", ".jpg", ".jpeg", ".gif", ".svg")
_HYPERLINK = "/hyperlink"
_SAFE = ("http://", "https://", "mailto:")


def active_parts(deck: DeckFile) -> Iterator[Remark]:
    """Macros, controls and objects of other programs."""
    for name in deck.package.archive:
        if any(mark in name.lower() for mark in _ACTIVE):
            yield Remark(f"contenu actif (programme, contrôle ou objet)\u00a0: {quoted(name)}")


def external_relations(deck: DeckFile) -> Iterator[Remark]:
    """Pictures, workbooks, templates fetched from elsewhere; links that lead to a file."""
    for name in deck.package.archive:
        relations = find_all(deck.package.root(name), "rel:Relationship") if name.endswith(".rels") else ()
        for node in relations:
            target = attribute(node, "Target")
            link = attribute(node, "Type").endswith(_HYPERLINK) and target.lower().startswith(_SAFE)
            if attribute(node, "TargetMode") == "External" and not link:
                yield Remark(f"contenu pris hors du fichier\u00a0: {quoted(target)} ({name})")


def active_clicks(deck: DeckFile) -> Iterator[Remark]:
    """Clicks that start a program or a macro (ECMA-376 part 1, 21.1.2.3.5)."""
    for name in deck.package.archive:
        if name.endswith(".xml") and any(mark in deck.package.archive[name] for mark in _CLICKS):
            yield Remark(f"un clic lance un programme\u00a0: {quoted(name)}")


def foreign_parts(deck: DeckFile) -> Iterator[Remark]:
    """Parts that are neither XML, pictures nor workbooks; the same within the workbooks."""
    for name in deck.package.archive:
        if not name.lower().endswith(_KNOWN):
            yield Remark(f"fichier d’un genre qu’une présentation n’a pas\u00a0: {quoted(name)}")
        elif name.lower().endswith(".xlsx"):
            yield from (Remark(f"{quoted(name)}\u00a0: {message}") for message in _within(deck.package.archive[name]))


def _within(workbook: bytes) -> Iterator[str]:
    archive = open_archive(workbook)
    for name in archive:
        if not name.lower().endswith((".xml", ".rels")):
            yield f"fichier caché dans le classeur\u00a0: {quoted(name)}"
        elif name.endswith(".rels") and b"External" in archive[name]:
            yield "le classeur va chercher hors du fichier"


ACTIVE = (
    LintRule("package-click", active_clicks),
    LintRule("package-part", foreign_parts),
    LintRule("package-active", active_parts),
    LintRule("package-external", external_relations),
)


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
    LintRule("package-phantom-type", phantom_types),
    LintRule("package-relation-repeated", repeated_relations),
    LintRule("package-media-kind", media_kinds),
    LintRule("package-font-container", embedded_fonts),
    LintRule("package-layout-unused", unused_layouts),
    LintRule("document-property-missing", core_texts),
    LintRule("document-date", core_dates),
)
