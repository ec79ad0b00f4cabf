"""The package (ISO/IEC 29500-2) and its main part: types, relationships, how the show runs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rapport.formats.office.package import NAMES, attribute, find_all
from rapport.formats.unreadable import quoted
from rapport.verify.deck_linter.deck_file import DeckFile, LintRule, P, Remark, SlideFile, each_slide

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
    "emf": (b"\x01\0\0\0",),
    "wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0"),
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
        if name not in deck.package.parts:
            yield Remark(f"type de contenu déclaré pour une partie absente\u00a0: {quoted(name)}")


def repeated_relations(deck: DeckFile) -> Iterator[Remark]:
    """Two relationships of one identifier."""
    for name in deck.package.parts:
        if name.endswith(".rels"):
            ids = Counter(attribute(node, "Id") for node in find_all(deck.package.root(name), "rel:Relationship"))
            for identifier in (key for key, count in ids.items() if count > 1):
                yield Remark(f"deux relations portent l’identifiant {quoted(identifier)} dans {quoted(name)}")


def media_kinds(deck: DeckFile) -> Iterator[Remark]:
    """An image whose bytes are not what its name says is shown as a red cross."""
    for name in deck.package.parts:
        expected = _SIGNATURES.get(name.rpartition(".")[2].lower())
        if expected and not deck.package.parts[name].startswith(expected):
            yield Remark(f"le contenu de l’image {quoted(name)} n’est pas du format que son nom annonce")


def embedded_fonts(deck: DeckFile) -> Iterator[Remark]:
    """PowerPoint takes fonts in an Embedded OpenType container only."""
    for name in deck.package.parts:
        if name.endswith(".fntdata"):
            magic = deck.package.parts[name][_EOT_MAGIC_AT : _EOT_MAGIC_AT + len(_EOT_MAGIC)]
            if magic != _EOT_MAGIC:
                yield Remark(f"police incorporée illisible\u00a0: {quoted(name)} n’est pas au format EOT")


def unused_layouts(deck: DeckFile) -> Iterator[Remark]:
    """A layout that no slide uses is a leftover, unless it is of the template that the deck says it fills."""
    if _fills_template(deck):
        return
    used = {slide.layout.name for slide in deck.slides}
    for layout in deck.layouts:
        if layout.name not in used:
            name = attribute(layout.root.find("p:cSld", NAMES), "name")
            yield Remark(f"disposition inutilisée\u00a0: {quoted(name)}")


def _fills_template(deck: DeckFile) -> bool:
    part = deck.package.related("", "custom-properties")
    nodes = deck.package.root(part) if part in deck.package.parts else ()
    return any(node.get("name") == "TemplateDigest" for node in nodes)


def core_texts(deck: DeckFile) -> Iterator[Remark]:
    """Title and language of the document (EN 301 549, 10.2.4.2 and 10.3.1.1)."""
    part = deck.package.related("", "core-properties")
    root = deck.package.root(part) if part else None
    for name, label in (("title", "titre"), ("language", "langue")):
        if root is None or not (root.findtext(f"dc:{name}", "", _CORE) or "").strip(" "):
            yield Remark(f"les propriétés du document n’ont pas de {label}")


def core_dates(deck: DeckFile) -> Iterator[Remark]:
    """Dates that Office cannot read."""
    part = deck.package.related("", "core-properties")
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


# The main part: numbers, sections, notes, and how the show runs.


_LONG = 12
"""Slides of a deck that needs sections."""
_DEFAULT_NAMES = frozenset(
    ("", "Section par défaut", "Section sans titre", "Default Section", "Untitled Section", "Sans titre")
)


def shared_numbers(deck: DeckFile) -> Iterator[Remark]:
    """Masters and layouts share one number space."""
    nodes = find_all(deck.main.root, "p:sldMasterIdLst/p:sldMasterId")
    for master in deck.masters:
        nodes += find_all(master.root, "p:sldLayoutIdLst/p:sldLayoutId")
    counts = Counter(attribute(node, "id") for node in nodes)
    for number in (key for key, count in counts.items() if count > 1):
        yield Remark(f"le numéro {number} sert à deux masques ou dispositions")


def unlisted_notes_master(deck: DeckFile) -> Iterator[Remark]:
    """A notes master that the presentation does not list."""
    if any(deck.main.of_kind("notesMaster")) and deck.main.root.find("p:notesMasterIdLst", NAMES) is None:
        yield Remark("le masque des commentaires n’est pas déclaré dans la présentation")


def sections_partition(deck: DeckFile) -> Iterator[Remark]:
    """Sections, where there are any, hold each slide once."""
    slides = [attribute(node, "id") for node in find_all(deck.main.root, "p:sldIdLst/p:sldId")]
    listed = [attribute(node, "id") for node in deck.main.root.iterfind(".//p14:sldId", NAMES)]
    if not listed:
        return
    for number in sorted(set(listed) - set(slides)):
        yield Remark(f"une section cite la diapositive d’identifiant {number}, qui n’existe pas")
    missing = len(set(slides) - set(listed))
    if missing:
        yield Remark(f"{missing} diapositive(s) hors de toute section")
    if len(listed) > len(set(listed)):
        yield Remark("une diapositive figure dans deux sections")


def section_names(deck: DeckFile) -> Iterator[Remark]:
    """A section's name says what it holds."""
    for index, node in enumerate(deck.main.root.iterfind(".//p14:section", NAMES), start=1):
        if attribute(node, "name").strip(" ") in _DEFAULT_NAMES:
            yield Remark(f"la section {index} n’a pas de nom")


def slide_size_type(deck: DeckFile) -> Iterator[Remark]:
    """The name of a slide size that is another."""
    size = deck.main.root.find("p:sldSz", NAMES)
    kind = attribute(size, "type")
    wide, high = int(attribute(size, "cx") or 0), int(attribute(size, "cy") or 0)
    if kind == "screen4x3" and wide * 3 != high * 4:
        yield Remark("la taille de diapositive se dit 4:3 sans l’être")


def notes_without_slide(slide: SlideFile) -> Iterator[Remark]:
    """A notes page belongs to its slide."""
    if slide.notes and slide.part.name not in slide.notes.of_kind("slide"):
        yield Remark("la page de commentaires ne renvoie pas à sa diapositive", slide.place())


def auto_advance(slide: SlideFile) -> Iterator[Remark]:
    """Slides that go on by themselves leave no time to read (WCAG 2.2, 2.2.1)."""
    if any(node.get("advTm") for node in slide.part.root.iter(P + "transition")):
        yield Remark("la diapositive avance toute seule", slide.place())


def media_captions(slide: SlideFile) -> Iterator[Remark]:
    """Sound and film need captions (WCAG 2.2, 1.2.2)."""
    for holder in slide.part.root.iter(P + "nvPr"):
        names = {node.tag.rpartition("}")[2] for node in holder.iter()}
        if names & {"videoFile", "audioFile"} and not names & {"trackLst", "track"}:
            yield Remark("média sans sous-titres", slide.place())


def missing_sections(deck: DeckFile) -> Iterator[Remark]:
    """A long deck without sections is hard to find one’s way in."""
    if len(deck.slides) > _LONG and deck.main.root.find(".//p14:section", NAMES) is None:
        yield Remark(f"{len(deck.slides)} diapositives sans section")


PRESENTATION = (
    LintRule("presentation-number-shared", shared_numbers),
    LintRule("presentation-notes-master", unlisted_notes_master),
    LintRule("section-partition", sections_partition),
    LintRule("section-name", section_names),
    LintRule("section-missing", missing_sections),
    LintRule("presentation-size-type", slide_size_type),
    LintRule("notes-slide", each_slide(notes_without_slide)),
    LintRule("slide-auto-advance", each_slide(auto_advance)),
    LintRule("media-captions", each_slide(media_captions)),
)
