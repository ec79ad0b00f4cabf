"""What runs, or fetches from elsewhere: macros, controls, objects of other programs, links to files."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.verify.deck.package import attribute, find_all
from rapport.verify.deck_linter.deck_file import DeckFile
from rapport.verify.deck_linter.rule import Remark, Rule
from rapport.verify.finding import quoted

_ACTIVE = ("vbaproject", "activex", "oleobject", "embeddings/ole", "ctrlprops", ".bin")
"""What parts that run, or that wake another program, are called (ECMA-376 part 1, 15.2; MS-OFFMACRO)."""
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


RULES = (Rule("package-active", active_parts), Rule("package-external", external_relations))
