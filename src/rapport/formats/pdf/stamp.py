"""The stamp of a numbered copy: real text on every page, whose bytes can be exchanged in the finished file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from reportlab.pdfbase.pdfdoc import PDFObject

from rapport.artefact import Letter, Slot, SlotError, alphabet
from rapport.formats.pdf.glyphs import GlyphFont, GlyphWriter
from rapport.formats.pdf.tags.serial import number
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.face import OTHERS, Face, metrics, missing, parted
from rapport.lines.line import Line, LineSetting, Run
from rapport.lines.paragraph import set_paragraph
from rapport.look.geometry import Box
from rapport.look.palette import Colour

FORM = "stamp"
_FONT = "Stamp"
_LENGTH = 1024
"""Bytes of the stamp's page code: room for 230 characters."""
_LABEL_LENGTH = 512
"""Bytes of the element of the metadata that names the copy."""
_UNLIMITED = 1e6
_DESCENT = 0.25
"""What letters reach below the baseline, in em."""
_CHARACTERS = (
    *map(chr, range(0x20, 0x7F)),
    *(chr(code) for code in range(0xA0, 0x180) if code != 0xAD),
    *"ȘșȚț–—’‘“”„…€№\u202f",
)
"""What names and numbers of copies are written with: Latin letters of Europe's languages and their punctuation."""


class Stamp(Struct, frozen=True):
    """How copies are stamped: face, size in points, colour, and the box that the text stands in, on its lower edge.

    `text` is what one copy made apart must hold: further characters of the face, and a size at which it fits.
    """

    face: Face
    size: float
    colour: Colour
    box: Box
    text: str = ""


class StampForm(PDFObject):
    """The form XObject drawn on each page, empty until a copy fills it; never compressed, of fixed length.

    Its text takes the colour of the page that draws it. One that needs other scripts than Europe's is set as words are,
    joined and turned as they are read, and filled from the beginning: such a document is made for one copy.

    `owner` is the element that it is content of where it is drawn first, `height` that of pages. Raises SlotError for a
    text that no face has.
    """

    __RefOnly__ = 1

    def __init__(self, stamp: Stamp, owner: Element, height: float, font_of: Callable[[Face], GlyphFont]) -> None:
        self.owner = owner
        self.colour = stamp.colour
        nowhere = 0.0, 0.0
        place = float(stamp.box.x), height - stamp.box.bottom + _descent(stamp) * stamp.size
        self._words = _words(stamp, place, font_of) if OTHERS.search(stamp.text) else b""
        owner.actual_text = stamp.text if self._words else ""
        # PDFium takes the place of words that say what they read as for one on the page
        self.place, self._start = (nowhere, place) if self._words else (place, nowhere)
        self.font = GlyphFont(_FONT, stamp.face)
        self._stamp = stamp if self._words else _fitted(stamp, self.font)
        self._letters = alphabet(_letters(self._stamp, self.font))
        self._length = _LENGTH + 4 * len(stamp.text)

    @property
    def is_filled(self) -> bool:
        """Whether its text is there already, and no copy exchanges it."""
        return bool(self._words)

    def format(self, document: Any) -> bytes:
        """The stream, filled with blanks or with its words."""
        fonts = document.Reference(document.idToObject["BasicFonts"]).format(document)
        (x, y), size, width = self._start, self._stamp.size, self._stamp.box.width
        box = " ".join(map(number, (x, y - size, x + width, y + size))).encode()
        code = self._words or self._slot(0).filled("")
        entries = b"/Type/XObject/Subtype/Form/BBox[%s]/Resources<</Font %s>>/Length %d" % (box, fonts, len(code))
        return b"<<" + entries + b">>\nstream\n" + code + b"endstream\n"

    def slot(self, data: bytes, body: int) -> Slot:
        """The slot in a written file where the form's object begins at `body`."""
        return self._slot(data.index(b"stream\n", body) + len(b"stream\n"))

    def _slot(self, offset: int) -> Slot:
        before = f"BT /{_FONT} {number(self._stamp.size)} Tf <".encode()
        return Slot("stamp", offset, self._length, self._letters, before, b"> Tj ET", self._stamp.box.width)

    @property
    def label(self) -> Slot:
        """The element `dc:identifier` of the metadata, as a slot that stands nowhere yet."""
        known = dict.fromkeys((*self._letters, *self._stamp.text)) if self._words else self._letters
        letters = alphabet(Letter(character, escape(character, quote=False).encode(), 0) for character in known)
        length = _LABEL_LENGTH + 4 * len(self._stamp.text)
        return Slot("stamp", 0, length, letters, b"\n<dc:identifier>", b"</dc:identifier>")

    def label_slot(self, data: bytes, packet: int) -> Slot:
        """The slot of the element in a written file where the packet's object begins at `packet`."""
        label = self.label
        return replace(label, offset=data.index(label.before, packet))


def _words(stamp: Stamp, place: tuple[float, float], font_of: Callable[[Face], GlyphFont]) -> bytes:
    """The code of a text in several scripts from a place on, at a size at which it fits."""
    if lacking := missing(stamp.face, stamp.text):
        raise SlotError(f"{lacking[0]!r} cannot be written in the stamp")
    size = stamp.size * min(1.0, stamp.box.width / _line(stamp, stamp.size).width)
    writer = GlyphWriter(font_of)
    shown = [writer.write(each, (place[0] + each.x, place[1]), None) for each in _line(stamp, size).fragments]
    return "\n".join(("BT", *shown, "ET", "")).encode("latin-1")


def _descent(stamp: Stamp) -> float:
    """What the letters reach below the baseline, in em: further in other scripts."""
    others = (metrics(face) for _, face in parted(stamp.text, stamp.face) if face is not stamp.face)
    return max((each.descent / each.units_per_em for each in others), default=_DESCENT)


def _line(stamp: Stamp, size: float) -> Line:
    [line] = set_paragraph((Run(stamp.text, stamp.face, size),), LineSetting(_UNLIMITED, "ragged"))
    return line


def _fitted(stamp: Stamp, font: GlyphFont) -> Stamp:
    """A stamp small enough for its own text."""
    width = sum(font.advance(font.glyph(character)) for character in stamp.text) * stamp.size / 1000
    return replace(stamp, size=stamp.size * min(1, 0.999 * stamp.box.width / width)) if width else stamp


def _letters(stamp: Stamp, font: GlyphFont) -> Iterator[Letter]:
    # every character has its code before the document is written: any copy may need it
    for character in dict.fromkeys((*_CHARACTERS, *stamp.text)):
        glyph = font.glyph(character)
        if glyph:
            code = f"{font.code(glyph, character):04X}".encode()
            yield Letter(character, code, font.advance(glyph) * stamp.size / 1000)
