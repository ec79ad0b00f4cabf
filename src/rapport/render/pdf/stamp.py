"""The stamp of a numbered copy: real text on every page, whose bytes can be exchanged in the finished file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

from rapport.artefact import Letter, Slot
from rapport.lines.face import Face
from rapport.look.box import Box
from rapport.look.colour import Colour
from rapport.render.pdf.fonts.glyph_font import GlyphFont
from rapport.render.pdf.tags.element import Element
from rapport.render.pdf.tags.syntax import fill, number

FORM = "stamp"
_FONT = "Stamp"
_LENGTH = 1024
"""Bytes of the stamp's page code: room for 230 characters."""
_DESCENT = 0.25
"""What letters reach below the baseline, in em."""
_CHARACTERS = (
    *map(chr, range(0x20, 0x7F)),
    *(chr(code) for code in range(0xA0, 0x180) if code != 0xAD),
    *"ȘșȚț–—’‘“”„…€№\u202f",
)
"""What names and numbers of copies are written with: Latin letters of Europe's languages and their punctuation."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """How copies are stamped: face, size in points, colour, and the box that the text stands in, on its lower edge."""

    face: Face
    size: float
    colour: Colour
    box: Box


class StampForm(PDFObject):
    """The form XObject drawn on each page, empty until a copy fills it; never compressed, of fixed length.

    `owner` is the element that it is content of where it is drawn first.
    """

    __RefOnly__ = 1

    def __init__(self, stamp: Stamp, owner: Element) -> None:
        self.owner = owner
        self.box = stamp.box
        self.baseline = stamp.box.bottom - _DESCENT * stamp.size
        self._stamp = stamp
        self.font = GlyphFont(_FONT, stamp.face.data)
        self._letters = tuple(_letters(stamp, self.font))

    def format(self, document: Any) -> bytes:
        """The stream, filled with blanks."""
        fonts = document.Reference(document.idToObject["BasicFonts"]).format(document)
        box = f"0 {number(-self._stamp.size)} {number(self._stamp.box.width)} {number(self._stamp.size)}".encode()
        entries = b"/Type/XObject/Subtype/Form/BBox[%s]/Resources<</Font %s>>/Length %d" % (box, fonts, _LENGTH)
        return b"<<" + entries + b">>\nstream\n" + self._slot(0).filled("") + b"endstream\n"

    def slot(self, data: bytes, body: int) -> Slot:
        """The slot in a written file where the form's object begins at `body`."""
        return self._slot(data.index(b"stream\n", body) + len(b"stream\n"))

    def _slot(self, offset: int) -> Slot:
        before = f"{fill(self._stamp.colour)} BT /{_FONT} {number(self._stamp.size)} Tf <".encode()
        return Slot("stamp", offset, _LENGTH, self._letters, before, b"> Tj ET", self._stamp.box.width)


def _letters(stamp: Stamp, font: GlyphFont) -> Iterator[Letter]:
    # every character has its code before the document is written: any copy may need it
    for character in _CHARACTERS:
        glyph = font.glyph(character)
        if glyph:
            code = f"{font.code(glyph, character):04X}".encode()
            yield Letter(character, code, font.advance(glyph) * stamp.size / 1000)
