"""What runs of text are within their block: foreign words, acronyms, links, calls of notes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

from rapport.formats.pdf.tags.tree import Element


class Inline(Struct, frozen=True):
    """The tag of a run of text; a run without one is plain content of its block.

    `key` tells equal neighbours apart: those with equal tags are one element. Empty strings stand for absence.
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


class InlineElements(Struct):
    """The elements of one block's runs, made as the runs are drawn in reading order.

    Neighbouring runs with equal tags are one element, also where a line or a page ends between them: the parts of a
    split block share these elements. `notes` holds the elements of the notes called in the block, by key: each takes
    its place right after its call.
    """

    block: Element
    notes: Mapping[str, Element] = field(default_factory=lambda: MappingProxyType({}))
    _last: tuple[Inline | None, Element] | None = None

    def element(self, inline: Inline | None) -> Element:
        """The element that the content of the next run belongs to."""
        if self._last is None or self._last[0] != inline:
            self._last = inline, self.block if inline is None else self._make(inline)
        return self._last[1]

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


def link_around(element: Element) -> Element:
    """The Link that a run's element is or stands in; raises ValueError when there is none."""
    found: Element | None = element
    while found is not None and found.tag != "Link":
        found = found.parent
    if found is None:
        raise ValueError(f"{element.tag} is no link")
    return found
