"""What the accessibility rules look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

import pikepdf
from msgspec import Struct

from rapport.verify.pdf.document import PdfDocument, TaggedElement, walk
from rapport.verify.report import Finding


class Subject(Struct, frozen=True, dict=True):
    """A PDF as its bytes, its objects and as it was read."""

    data: bytes
    pdf: pikepdf.Pdf
    document: PdfDocument

    @cached_property
    def elements(self) -> tuple[TaggedElement, ...]:
        """All structure elements in order, except the root."""
        return tuple(element for element in walk(self.document.tree) if element is not self.document.tree)


class AccessRule(Struct, frozen=True):
    """One line of the accessibility list: its code (`P6`), what it asks for in French, and how it is checked."""

    code: str
    title: str
    check: Callable[[Subject], Iterator[Finding]]
