"""A font addressed by the glyphs that shaping chose."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import uharfbuzz as hb

from rapport.formats.pdf.fonts.cmap import CodeTable
from rapport.formats.pdf.fonts.embedding import composite_font
from rapport.formats.pdf.tags.syntax import byte_string, number
from rapport.lines.face import Face
from rapport.lines.shaping import Shaped, shaper

_WITHOUT_TEXT = "\u2060"
"""What the further glyphs of a cluster stand for: every glyph must have some text (ISO 19005-2, 6.2.11.7.2)."""


class GlyphFont:
    """One face in one document, TrueType or CFF outlines, with the glyphs used so far; `name` is its resource name.

    `encode` gives the elements of a TJ array that show a shaped string with its kerning, found once for each string; it
    raises ValueError for a character that the face has no glyph for.
    """

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self.space = shaper(face).space
        self.face = hb.Face(face.data)
        self.scale = 1000 / self.face.upem
        self._font = hb.Font(self.face)
        self._codes = CodeTable()
        self._bytes: Callable[[int, str], bytes] = cache(self._code_bytes)
        self.encode: Callable[[Shaped], str] = cache(self._encode)

    def _encode(self, shaped: Shaped) -> str:
        parts: list[str] = []
        codes = b""
        for glyph, advance, nominal, text in shaped.glyphs:
            codes += self._bytes(glyph, text)
            if advance != nominal:
                parts += byte_string(codes), number((nominal - advance) * self.scale)
                codes = b""
        return "".join((*parts, byte_string(codes) if codes else ""))

    def _code_bytes(self, glyph: int, text: str) -> bytes:
        return self.code(glyph, text or _WITHOUT_TEXT).to_bytes(2, "big")

    def glyph(self, character: str) -> int:
        """The glyph that the face has for a character, 0 for none."""
        return int(self._font.get_nominal_glyph(ord(character)) or 0)

    def code(self, glyph: int, text: str) -> int:
        """The code of a glyph that stands for a text; raises ValueError for glyph 0."""
        return self._codes.code(glyph, text)

    def advance(self, glyph: int) -> float:
        """The width of a glyph in thousandths of the em, before any kerning."""
        return float(round(self._font.get_glyph_h_advance(glyph) * self.scale, 3))

    def addObjects(self, document: Any) -> None:
        """Register the font's objects with the document; nothing when no glyph was used."""
        if self._codes.glyphs:
            font = composite_font(self.face, self._codes, self.advance)
            document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font, self.name)
