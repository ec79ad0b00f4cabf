"""Text operators: from set fragments to page code (ISO 32000-1, 9.3 and 9.4)."""

from __future__ import annotations

from collections.abc import Callable

from rapport.lines.face import Face
from rapport.lines.line import Fragment
from rapport.lines.shaping import shaper
from rapport.look.colour import Colour
from rapport.render.pdf.fonts.glyph_font import GlyphFont
from rapport.render.pdf.tags.syntax import fill, number


class GlyphWriter:
    """Writes the fragments of one text object; font, colour and rise are written only where they change."""

    def __init__(self, font_of: Callable[[Face], GlyphFont]) -> None:
        self._font_of = font_of
        self._font = ""
        self._colour = ""
        self._rise = 0.0

    def write(self, fragment: Fragment, origin: tuple[float, float], colour: Colour) -> str:
        """Show a fragment; `origin` is the left end of its line's baseline, in points from the page's lower left."""
        font = self._font_of(fragment.face)
        operators = [self._state(font, fragment, colour), f"1 0 0 1 {number(origin[0])} {number(origin[1])} Tm"]
        encode, stretch = font.encode, fragment.space * 1000 / fragment.size
        shown = []
        for piece in fragment.pieces:
            shown.append(encode(piece))
            if piece.stretchable:
                # the blank parts it from the kerning that a no-break space may end with
                shown.append(f" {piece.glyphs[0].advance * font.scale - stretch:.2f}")
        operators.append(f"[{''.join(shown).replace('><', '')}]TJ")
        return "\n".join(filter(None, operators))

    def space(self, fragment: Fragment) -> str:
        """Show a space after the fragment just written."""
        return f"[{self._font_of(fragment.face).encode(shaper(fragment.face).space)}]TJ"

    def _state(self, font: GlyphFont, fragment: Fragment, colour: Colour) -> str:
        changes = []
        chosen = f"/{font.name} {number(fragment.size)} Tf"
        if chosen != self._font:
            self._font = chosen
            changes.append(chosen)
        if colour != self._colour:
            self._colour = colour
            changes.append(fill(colour))
        if fragment.rise != self._rise:
            self._rise = fragment.rise
            changes.append(f"{number(fragment.rise)} Ts")
        return " ".join(changes)
