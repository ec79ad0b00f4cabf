"""Page code: text operators (ISO 32000-1, 9.3 and 9.4), and what is only known once all is laid out."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest

from rapport.formats.pdf.fonts import GlyphFont
from rapport.formats.pdf.tags.serial import fill, number
from rapport.lines.face import Face, Shaped, shaper
from rapport.lines.line import Fragment
from rapport.look.palette import Colour

# Page code that is only known once the whole document is laid out (page numbers, number of pages).

Fill = Callable[[], str]
"""Gives the operators to be written at a reserved place."""

_TOKEN = re.compile(r"\n%late (\d+)(?=\n)")


class LateCode:
    """Places reserved in the code of pages, filled just before the file is written: one pass is enough."""

    def __init__(self) -> None:
        self._fills: list[Fill] = []

    def reserve(self, fill: Fill) -> str:
        """A line of page code to be replaced by what `fill` gives."""
        self._fills.append(fill)
        return f"%late {len(self._fills) - 1}"

    def resolve(self, code: str) -> str:
        """The code of a page with its reserved places filled."""
        return _TOKEN.sub(lambda match: "\n" + self._fills[int(match[1])](), code)


# Text operators: from set fragments to page code (ISO 32000-1, 9.3 and 9.4).

REVERSED = "/ReversedChars BMC"
"""Before words whose glyphs stand in the order opposite to that of reading (ISO 32000-1, 14.8.2.3.3)."""
LEAST_SHIFT = 0.005
"""Thousandths of an em under which a space is as wide as it is by itself."""


class GlyphWriter:
    """Writes the fragments of one text object; font, colour and rise are written only where they change."""

    def __init__(self, font_of: Callable[[Face], GlyphFont]) -> None:
        self._font_of = font_of
        self._set: tuple[GlyphFont, float] | None = None
        self._colour: Colour | None = None
        self._rise = 0.0

    def write(self, fragment: Fragment, origin: tuple[float, float], colour: Colour | None) -> str:
        """Show a fragment; `origin` is the left end of its line's baseline, in points from the page's lower left.

        No colour leaves the one that is set.
        """
        font = self._font_of(fragment.face)
        encode, shift = font.encode, _shift(fragment, font)
        shown = "".join([encode(piece) + shift if piece.stretchable else encode(piece) for piece in fragment.pieces])
        if font.moves:
            size, rise = fragment.size, fragment.rise
            shown = "".join([font.moved(piece, size, rise) + shift * piece.stretchable for piece in fragment.pieces])
        x = origin[0]
        if fragment.leftwards:
            shown, x = _leftwards(fragment, font), x + fragment.width - _width(fragment, fragment.pieces[0])
        place = f"1 0 0 1 {number(x)} {number(origin[1])} Tm"
        shown = f"[{shown.replace(')(', '')}]TJ"
        if fragment.tracking:
            shown = f"{number(fragment.tracking / fragment.breadth)} Tc\n{shown}\n0 Tc"
        if fragment.breadth != 1.0:
            shown = f"{number(100 * fragment.breadth)} Tz\n{shown}\n100 Tz"
        if fragment.leftwards:
            shown = f"{REVERSED}\n{shown}\nEMC"
        return f"{self._changes(font, fragment, colour)}{place}\n{shown}"

    def space(self, fragment: Fragment) -> str:
        """Show a space after the fragment just written."""
        font = self._font_of(fragment.face)
        return f"[{font.encode(font.space)}]TJ"

    def _changes(self, font: GlyphFont, fragment: Fragment, colour: Colour | None) -> str:
        """The operators that must stand before a fragment, each followed by a line end."""
        changes = ""
        if (font, fragment.size) != self._set:
            self._set = font, fragment.size
            changes = f"/{font.name} {number(fragment.size)} Tf\n"
        if colour is not None and colour != self._colour:
            self._colour = colour
            changes += f"{fill(colour)}\n"
        if fragment.rise != self._rise:
            self._rise = fragment.rise
            changes += f"{number(fragment.rise)} Ts\n"
        return changes


def _leftwards(fragment: Fragment, font: GlyphFont) -> str:
    """The pieces in the order they are read in, after each the way back to the place of the next.

    One array shows them: PDFium sorts others on a line by their place. Only within a word do glyphs stand the other way
    round, which is said of them.
    """
    parts: list[str] = []
    for piece, following in zip_longest(fragment.pieces, fragment.pieces[1:]):
        parts.append(font.encode(piece))
        if following is not None:
            back = _width(fragment, piece, as_written=True) + _width(fragment, following)
            parts.append(number(back * 1000 / (fragment.size * fragment.breadth)))
    return "".join(parts)


def _width(fragment: Fragment, piece: Shaped, *, as_written: bool = False) -> float:
    """The width of a piece as it stands in the fragment, in points; `as_written` of a space whose width is its own."""
    tracked = len(piece.glyphs) * fragment.tracking
    if piece.stretchable and not as_written:
        return fragment.space + tracked
    return piece.advance * fragment.size * fragment.breadth / shaper(fragment.face).units_per_em + tracked


def _shift(fragment: Fragment, font: GlyphFont) -> str:
    """What brings the spaces of a fragment to their width; empty for nothing.

    The blank parts it from the kerning that a no-break space may end with.
    """
    shift = font.space.advance * font.scale - fragment.space * 1000 / (fragment.size * fragment.breadth)
    return f" {shift:.2f}" if abs(shift) >= LEAST_SHIFT else ""
