"""The logical document (ISO 32000-1, 14.7): its elements, and which of them each piece of page code belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypedDict, Unpack

from msgspec import Struct, field

AttributeValue = int | float | str | tuple[float, ...] | tuple[str, ...]
Attributes = Mapping[str, Mapping[str, AttributeValue]]
"""Owner ("Table", "List", "Layout") -> key -> value.

A string is a name ("Column"), a tuple of strings holds identifiers of elements (the Headers of a cell).
"""


class Entries(TypedDict, total=False):
    """What an element may be made with: see `Element`."""

    alt: str
    actual_text: str
    language: str
    expansion: str
    identifier: str


class MarkedContentKid(Struct, frozen=True):
    """A marked-content sequence: the page's internal name and its identifier on that page."""

    page: str
    mcid: int


class AnnotationKid(Struct, frozen=True):
    """An annotation on a page (an object reference, 14.7.4.3), both by their internal names."""

    page: str
    annotation: str


class Element(Struct, eq=False):
    """A node of the structure tree. Two elements are equal only when they are the same.

    Block elements are made with `child`, in reading order and before anything is drawn. Inline elements are
    made with `inline` and take their place among their parent's kids when they are first drawn, since only
    drawing tells between which pieces of content they stand. The parts of a block that is split over pages
    share one element.

    `language` is a BCP 47 tag, `identifier` unique in the document; empty strings stand for absent entries.
    `alt` describes a picture, `actual_text` replaces glyphs that are not the text, `expansion` spells an
    acronym out. `follower` takes its place right after this element: a note after its call.
    """

    tag: str
    parent: Element | None = None
    alt: str = ""
    actual_text: str = ""
    language: str = ""
    expansion: str = ""
    identifier: str = ""
    attributes: Attributes = field(default_factory=dict)
    kids: list[Element | MarkedContentKid | AnnotationKid] = field(default_factory=list)
    placed: bool = False
    follower: Element | None = None

    def child(self, tag: str, **entries: Unpack[Entries]) -> Element:
        """A block element placed after those made before it; `entries` are the element's own (alt, language, ...)."""
        element = self.inline(tag, **entries)
        element.place()
        return element

    def inline(self, tag: str, **entries: Unpack[Entries]) -> Element:
        """An element that takes its place when it is first drawn."""
        return Element(tag, self, **entries)

    def place(self) -> None:
        """Take place as the last of the parent's kids, after making sure that the parent has its own; once only."""
        if self.placed or self.parent is None:
            return
        self.placed = True
        self.parent.place()
        self.parent.kids.append(self)
        if self.follower is not None:
            self.follower.place()

    def annotate(self, owner: str, **values: AttributeValue) -> Element:
        """Add attributes of one owner: `cell.annotate("Table", Scope="Column")`; returns the element."""
        self.attributes = {**self.attributes, owner: {**self.attributes.get(owner, {}), **values}}
        return self


# The structure tree: what the document's elements are and where their content lies (ISO 32000-1, 14.7).

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


# Marked content of one page: which element or artifact each piece of page code belongs to (ISO 32000-1, 14.6).


ArtifactKind = Literal["Pagination", "Layout", "Page", "Background"]
ArtifactSubtype = Literal["", "Header", "Footer", "Watermark"]


class MarkingError(RuntimeError):
    """Marked content was nested, closed when none was open, or left open at the end of a page."""


class Marks:
    """The marked content of one page; each method returns the operator to write, empty for none.

    Inside an artifact, marks are silent: content that is drawn again (a table's header on its next page) is
    drawn by the same code as the first time, within an artifact.
    """

    def __init__(self, page: str) -> None:
        self.page = page
        self.owners: list[Element] = []
        self._open: Element | None = None
        self._artifacts = 0

    @property
    def in_artifact(self) -> bool:
        """Whether what is drawn now is an artifact."""
        return self._artifacts > 0

    def begin(self, element: Element) -> str:
        """Open content of `element`, which takes its place in the tree if it has none yet."""
        if self._artifacts:
            return ""
        if self._open is not None:
            raise MarkingError(f"{element.tag} opened inside {self._open.tag}")
        self._open = element
        element.place()
        mcid = len(self.owners)
        self.owners.append(element)
        element.kids.append(MarkedContentKid(self.page, mcid))
        return f"/{element.tag}<</MCID {mcid}>>BDC"

    def end(self) -> str:
        """Close the open content."""
        if self._artifacts:
            return ""
        if self._open is None:
            raise MarkingError("no marked content is open")
        self._open = None
        return "EMC"

    def begin_artifact(self, kind: ArtifactKind, subtype: ArtifactSubtype = "") -> str:
        """Open an artifact; within another one it merges with that one."""
        if self._open is not None:
            raise MarkingError(f"artifact inside {self._open.tag}")
        self._artifacts += 1
        if self._artifacts > 1:
            return ""
        return f"/Artifact<</Type/{kind}{'/Subtype/' + subtype if subtype else ''}>>BDC"

    def end_artifact(self) -> str:
        """Close an artifact."""
        if not self._artifacts:
            raise MarkingError("no artifact is open")
        self._artifacts -= 1
        return "" if self._artifacts else "EMC"

    def check_closed(self) -> None:
        """Raise MarkingError when anything is still open."""
        if self._open is not None or self._artifacts:
            raise MarkingError(f"{self._open.tag if self._open else 'an artifact'} is open at the end of {self.page}")
