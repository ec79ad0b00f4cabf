"""What runs of text are within their block: foreign words, acronyms, links, calls of notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from rapport.render.pdf.tags.element import Element


@dataclass(frozen=True, slots=True)
class Inline:
    """The tag of a run of text; a run without one is plain content of its block.

    `key` tells equal neighbours apart: runs with equal tags are one element. Empty strings stand for absence.
    `language` is a BCP 47 tag where it differs from the block's, `expansion` what an acronym stands for.
    `target` is a URI or "#bookmark" and `contents` says in words where it leads. `note` is the key of the
    note that is called here.
    """

    key: int
    language: str = ""
    expansion: str = ""
    target: str = ""
    contents: str = ""
    note: str = ""


@dataclass(slots=True)
class InlineElements:
    """The elements of one block's runs, made when first drawn; the parts of a split block share them.

    `notes` holds the elements of the notes called in the block, by key: each takes its place right after its
    call.
    """

    block: Element
    notes: Mapping[str, Element] = field(default_factory=lambda: MappingProxyType({}))
    _made: dict[Inline, Element] = field(default_factory=dict)

    def element(self, inline: Inline | None) -> Element:
        """The element that the content of a run belongs to."""
        if inline is None:
            return self.block
        element = self._made.get(inline)
        if element is None:
            element = self._made[inline] = self._make(inline)
        return element

    def _make(self, inline: Inline) -> Element:
        parent = self.block
        if inline.note:
            parent = parent.inline("Reference")
            parent.follower = self.notes.get(inline.note)
        if inline.target:
            parent = parent.inline("Link")
            if not inline.expansion:
                parent.language = inline.language
                return parent
        return parent.inline("Span", language=inline.language, expansion=inline.expansion)

    def link(self, inline: Inline) -> Element:
        """The Link element of a run with a target."""
        element: Element | None = self.element(inline)
        while element is not None and element.tag != "Link":
            element = element.parent
        if element is None:
            raise ValueError(f"{inline} has no target")
        return element
