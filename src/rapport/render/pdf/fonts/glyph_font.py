"""A font addressed by the glyphs that shaping chose."""

from __future__ import annotations

from typing import Any

import uharfbuzz as hb

from rapport.render.pdf.fonts.codes import CodeTable
from rapport.render.pdf.fonts.embedding import composite_font


class GlyphFont:
    """One face in one document, TrueType or CFF outlines, with the glyphs used so far; `name` is its resource name."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.face = hb.Face(data)
        self._font = hb.Font(self.face)
        self._scale = 1000 / self.face.upem
        self._codes = CodeTable()
        self._advances: dict[int, float] = {}

    def code(self, glyph: int, text: str) -> str:
        """Four hexadecimal digits for `glyph` standing for `text`; raises ValueError for .notdef."""
        return f"{self._codes.code(glyph, text):04X}"

    def advance(self, glyph: int) -> float:
        """The width of a glyph in thousandths of the em, before any kerning."""
        advance = self._advances.get(glyph)
        if advance is None:
            advance = self._advances[glyph] = round(self._font.get_glyph_h_advance(glyph) * self._scale, 3)
        return advance

    def glyph(self, character: str) -> int:
        """The glyph that the face gives to a character, 0 for none."""
        return int(self._font.get_nominal_glyph(ord(character)) or 0)

    def addObjects(self, document: Any) -> None:  # noqa: N802 (ReportLab's name for what it calls before writing)
        """Register the font's objects with the document; nothing when no glyph was used."""
        if self._codes.glyphs:
            font = composite_font(self.face, self._codes, self.advance)
            document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font, self.name)
