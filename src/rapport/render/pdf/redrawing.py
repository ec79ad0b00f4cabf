"""What who draws a document again and again, as its author writes, keeps and learns."""

from __future__ import annotations

from msgspec import Struct

from rapport.lines.paragraph import set_paragraph
from rapport.render.pdf.display.draw import Witness
from rapport.render.pdf.typesetter import SetParagraph


class Redrawing(Struct, frozen=True):
    """How paragraphs are set, and who is told what stands where (None: nobody)."""

    paragraphs: SetParagraph = set_paragraph
    witness: Witness | None = None


ONCE = Redrawing()
"""A document drawn once."""
