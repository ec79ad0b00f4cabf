"""Marked content of one page: which element or artifact each piece of page code belongs to (ISO 32000-1, 14.6)."""

from __future__ import annotations

from typing import Literal

from rapport.formats.pdf.tags.tree import Element, MarkedContentKid

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
