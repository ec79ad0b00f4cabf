"""Text operators: from set fragments to page code (ISO 32000-1, 9.3 and 9.4)."""

from __future__ import annotations

from collections.abc import Callable

from rapport.formats.pdf.fonts.glyph_font import GlyphFont
from rapport.formats.pdf.tags.syntax import fill, number
from rapport.lines.face import Face
from rapport.lines.line import Fragment
from rapport.look.palette import Colour

LEAST_SHIFT = 0.005
"""Thousandths of an em under which a space is as wide as it is by itself."""


class GlyphWriter:
    """Writes the fragments of one text object; font, colour and rise are written only where they change."""

    def __init__(self, font_of: Callable[[Face], GlyphFont]) -> None:
        self._font_of = font_of
        self._set: tuple[GlyphFont, float] | None = None
        self._colour: Colour | None = None
        self._rise = 0.0

    def write(self, fragment: Fragment, origin: tuple[float, float], colour: Colour) -> str:
        """Show a fragment; `origin` is the left end of its line's baseline, in points from the page's lower left."""
        font = self._font_of(fragment.face)
        encode, shift = font.encode, _shift(fragment, font)
        shown = "".join([encode(piece) + shift if piece.stretchable else encode(piece) for piece in fragment.pieces])
        place = f"1 0 0 1 {number(origin[0])} {number(origin[1])} Tm"
        return f"{self._changes(font, fragment, colour)}{place}\n[{shown.replace(')(', '')}]TJ"

    def space(self, fragment: Fragment) -> str:
        """Show a space after the fragment just written."""
        font = self._font_of(fragment.face)
        return f"[{font.encode(font.space)}]TJ"

    def _changes(self, font: GlyphFont, fragment: Fragment, colour: Colour) -> str:
        """The operators that must stand before a fragment, each followed by a line end."""
        changes = ""
        if (font, fragment.size) != self._set:
            self._set = font, fragment.size
            changes = f"/{font.name} {number(fragment.size)} Tf\n"
        if colour != self._colour:
            self._colour = colour
            changes += f"{fill(colour)}\n"
        if fragment.rise != self._rise:
            self._rise = fragment.rise
            changes += f"{number(fragment.rise)} Ts\n"
        return changes


def _shift(fragment: Fragment, font: GlyphFont) -> str:
    """What brings the spaces of a fragment to their width; empty for nothing.

    The blank parts it from the kerning that a no-break space may end with.
    """
    shift = font.space.advance * font.scale - fragment.space * 1000 / fragment.size
    return f" {shift:.2f}" if abs(shift) >= LEAST_SHIFT else ""
