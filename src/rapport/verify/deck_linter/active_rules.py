"""What runs in a deck, or fetches from elsewhere: macros, controls, objects of other programs, links to files.

What a deck of words, pictures and charts is made of is listed; whatever else there is, is told by its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.formats.office.package import NAMES, OfficePackage, attribute, find_all, open_package
from rapport.formats.unreadable import quoted
from rapport.verify.deck_linter.deck_file import A, C, DeckFile, LintRule, Remark

_ACTIVE = ("vbaproject", "activex", "oleobject", "embeddings/ole", "ctrlprops", ".bin")
"""What parts that run, or that wake another program, are called (ECMA-376 part 1, 15.2; MS-OFFMACRO)."""
_CLICKS = frozenset(("", "ppaction://hlinksldjump", "ppaction://noaction"))
_SHOW = "ppaction://hlinkshowjump?"
"""Clicks that go to a slide of the deck itself (MS-OE376, 2.1.1227)."""
_TYPE = re.compile(
    r"application/(xml|vnd\.openxmlformats-(package|officedocument)\.[\w.+-]+|vnd\.ms-office\.chart(style|colorstyle)\+xml"
    r"|vnd\.ms-powerpoint\.(changesinfo|revisioninfo)\+xml)|image/(png|jpe?g|gif|svg\+xml|x-emf|x-wmf)"
)
"""Media types of parts that hold words, pictures and charts: no macros, no controls, no fonts of others."""
_ELSEWHERE = re.compile(r"[|\[]|\b(WEBSERVICE|HYPERLINK|RTD|CALL|REGISTER(\.ID)?|FILTERXML|DDE)[ \t]*\(", re.I)
"""In a formula of a workbook, what leads out of it (OWASP, CSV injection; MS-XLSX)."""
_KNOWN = (".xml", ".rels", ".xlsx", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".emf", ".wmf")
_RELATIONS = frozenset(
    (
        *("officeDocument", "core-properties", "extended-properties", "custom-properties", "thumbnail"),
        *("slideMaster", "slideLayout", "slide", "notesMaster", "notesSlide", "handoutMaster", "theme", "image"),
        *("presProps", "viewProps", "tableStyles", "hyperlink", "chart", "chartUserShapes", "chartStyle"),
        *("chartColorStyle", "package", "worksheet", "styles", "sharedStrings", "font", "themeOverride"),
        *("printerSettings", "customXml", "customXmlProps", "tags", "changesInfo", "revisionInfo"),
    )
)
"""Relationships of a deck and of the workbooks in it, as our writer and offices write them (ISO/IEC 29500-1, 15)."""
_CONTENT_TYPES = "[Content_Types].xml"
_S = f"{{{NAMES['s']}}}"
_HYPERLINK = "/hyperlink"
_SAFE = ("http://", "https://", "mailto:")


def active_parts(deck: DeckFile) -> Iterator[Remark]:
    """Macros, controls and objects of other programs."""
    for name in deck.package.parts:
        if any(mark in name.lower() for mark in _ACTIVE):
            yield Remark(f"contenu actif (programme, contrôle ou objet)\u00a0: {quoted(name)}")


def external_relations(deck: DeckFile) -> Iterator[Remark]:
    """Pictures, workbooks, templates fetched from elsewhere; links that lead to a file."""
    for name in deck.package.parts:
        relations = find_all(deck.package.root(name), "rel:Relationship") if name.endswith(".rels") else ()
        for node in relations:
            target = attribute(node, "Target")
            link = attribute(node, "Type").endswith(_HYPERLINK) and target.lower().startswith(_SAFE)
            if attribute(node, "TargetMode") == "External" and not link:
                yield Remark(f"contenu pris hors du fichier\u00a0: {quoted(target)} ({name})")


def foreign_relations(deck: DeckFile) -> Iterator[Remark]:
    """Relationships that no deck of words, pictures and charts has: controls, sounds, extensions, comments."""
    for name in deck.package.parts:
        relations = find_all(deck.package.root(name), "rel:Relationship") if name.endswith(".rels") else ()
        kinds = {attribute(node, "Type").rpartition("/")[2] for node in relations}
        yield from (
            Remark(f"lien d’un genre qu’une présentation n’a pas\u00a0: {quoted(kind)} ({name})")
            for kind in sorted(kinds - _RELATIONS)
        )


def active_clicks(deck: DeckFile) -> Iterator[Remark]:
    """Clicks that do more than lead to a slide or to an address (ECMA-376 part 1, 21.1.2.3.5)."""
    for name in deck.package.parts:
        if not name.endswith(".xml") or name == _CONTENT_TYPES:
            continue
        clicks = deck.package.root(name).iter(*(f"{A}hlink{kind}" for kind in ("Click", "Hover", "MouseOver")))
        for action in sorted({attribute(node, "action") for node in clicks} - _CLICKS):
            if not action.lower().startswith(_SHOW):
                yield Remark(f"un clic lance un programme\u00a0: {quoted(action)} ({name})")


def foreign_parts(deck: DeckFile) -> Iterator[Remark]:
    """Parts that are neither XML, pictures nor workbooks; the same within the workbooks."""
    yield from (Remark(message) for message in _foreign_types(deck.package))
    for name in deck.package.parts:
        if not name.lower().endswith(_KNOWN):
            yield Remark(f"fichier d’un genre qu’une présentation n’a pas\u00a0: {quoted(name)}")
        elif name.lower().endswith(".xlsx"):
            yield from (Remark(f"{quoted(name)}\u00a0: {message}") for message in _within(deck.package.parts[name]))


def _foreign_types(package: OfficePackage) -> Iterator[str]:
    kinds = {attribute(node, "ContentType") for node in package.root(_CONTENT_TYPES)}
    for kind in sorted(kinds):
        if not _TYPE.fullmatch(kind):
            yield f"partie d’un type qu’une présentation n’a pas\u00a0: {quoted(kind)}"


def _within(workbook: bytes) -> Iterator[str]:
    package = open_package(workbook)
    yield from _foreign_types(package)
    for name in package.parts:
        if not name.lower().endswith((".xml", ".rels")):
            yield f"fichier caché dans le classeur\u00a0: {quoted(name)}"
        elif name.endswith(".rels"):
            for node in find_all(package.root(name), "rel:Relationship"):
                kind = attribute(node, "Type").rpartition("/")[2]
                if attribute(node, "TargetMode") == "External":
                    yield "le classeur va chercher hors du fichier"
                elif kind not in _RELATIONS:
                    yield f"lien d’un genre qu’un classeur n’a pas\u00a0: {quoted(kind)}"
        else:
            formulas = {"".join(map(str, node.itertext())) for node in package.root(name).iter(f"{_S}f", f"{C}f")}
            for formula in sorted(formulas):
                if _ELSEWHERE.search(formula):
                    yield f"une formule va chercher hors du classeur\u00a0: {quoted(formula)}"


RULES = (
    LintRule("package-click", active_clicks),
    LintRule("package-part", foreign_parts),
    LintRule("package-active", active_parts),
    LintRule("package-external", external_relations),
    LintRule("package-relation", foreign_relations),
)
