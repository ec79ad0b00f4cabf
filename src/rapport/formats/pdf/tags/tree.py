"""The structure tree: what the document's elements are and where their content lies (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from rapport.formats.pdf.tags.element import Element

KEPT_EMPTY = frozenset({"TD", "TH"})
"""Cells stay when they hold nothing: a row without them would have too few columns."""


class StructureTree(Struct):
    """The elements under `document`, and the parent tree that leads from content back to them.

    `pages` and `annotations` are keyed by the integers that pages (StructParents) and annotations
    (StructParent) hold.
    """

    document: Element = field(default_factory=lambda: Element("Document", placed=True))
    pages: dict[int, tuple[Element, ...]] = field(default_factory=dict)
    annotations: dict[int, Element] = field(default_factory=dict)

    def add_page(self, owners: tuple[Element, ...]) -> int:
        """Register a page whose marked content n belongs to owners[n]; returns its key."""
        key = self._next_key()
        self.pages[key] = owners
        return key

    def add_annotation(self, owner: Element) -> int:
        """Register an annotation of `owner`; returns its key."""
        key = self._next_key()
        self.annotations[key] = owner
        return key

    def _next_key(self) -> int:
        return len(self.pages) + len(self.annotations)

    def elements(self) -> Iterator[Element]:
        """Every element in document order."""
        stack = [self.document]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))

    def prune(self) -> None:
        """Drop the elements that were never drawn, deepest first; empty table cells stay."""
        for element in reversed(tuple(self.elements())):
            element.kids = [kid for kid in element.kids if not _never_drawn(kid)]


def _never_drawn(kid: object) -> bool:
    return isinstance(kid, Element) and not kid.kids and kid.tag not in KEPT_EMPTY
