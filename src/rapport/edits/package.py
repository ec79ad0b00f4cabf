"""An Office file that others have had in their hands: no code in it, and nothing outside it that it draws on."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from rapport.formats.office.archive import MAX_TOTAL
from rapport.formats.office.package import NAMES, TYPES, OfficePackage, PartLimits, kind_of, package_of
from rapport.formats.unreadable import UnreadableError, quoted

LIMITS = PartLimits(64 << 20, 4_000_000, MAX_TOTAL)
"""Decks and briefs of others may be long, and reviewers leave every change in them: some eight times what is ours."""
CODE = ("vbaProject", "activeX", "/control")
"""What the types of relationships to code hold."""
LINKS = ("hyperlink",)
"""Relationships that may lead out of the file: nothing follows them until somebody clicks."""


def opened(parts: Mapping[str, bytes]) -> OfficePackage:
    """The package. Raises UnreadableError where it holds code, or draws on files outside of it."""
    package = package_of(parts, LIMITS)
    if any(name.lower().endswith("vbaproject.bin") for name in parts) or b"macroEnabled" in parts[TYPES]:
        raise UnreadableError("le fichier contient des macros")
    for name in parts:
        if name.endswith(".rels"):
            for node in package.root(name).iterfind("rel:Relationship", NAMES):
                _check(node)
    return package


def _check(node: etree._Element) -> None:
    kind = str(node.get("Type", ""))
    if any(word in kind for word in CODE):
        raise UnreadableError("le fichier contient du code")
    if node.get("TargetMode") == "External" and kind_of(node) not in LINKS and not _is_own_template(node):
        raise UnreadableError(f"le fichier dépend d’un autre, hors de lui\u00a0: {quoted(str(node.get('Target', '')))}")


def _is_own_template(node: etree._Element) -> bool:
    """Whether it is the model that an office made the document with, by a path of its own: Word alone looks there."""
    return kind_of(node) == "attachedTemplate" and not str(node.get("Target", "")).lower().startswith("http")


def links(package: OfficePackage, name: str) -> dict[str, str]:
    """The addresses outside the package that a part leads to, by the identifier of the relationship."""
    nodes = package.relationships(name)
    outside = (node for node in nodes if node.get("TargetMode") == "External" and kind_of(node) in LINKS)
    return {node.get("Id", ""): str(node.get("Target", "")).rstrip("/") for node in outside}
