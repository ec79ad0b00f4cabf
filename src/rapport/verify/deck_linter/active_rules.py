"""What runs, or fetches from elsewhere: macros, controls, objects of other programs, links to files."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.verify.archive import open_archive
from rapport.verify.deck.package import attribute, find_all
from rapport.verify.deck_linter.deck_file import DeckFile
from rapport.verify.deck_linter.rule import Remark, Rule
from rapport.verify.finding import quoted

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


RULES = (
    Rule("package-click", active_clicks),
    Rule("package-part", foreign_parts),
    Rule("package-active", active_parts),
    Rule("package-external", external_relations),
)
