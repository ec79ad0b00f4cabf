"""Glyphs on pages: fonts addressed by those that shaping chose, and text operators (ISO 32000-1, 9.3, 9.4, 9.7.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, zip_longest
from typing import Any

import uharfbuzz as hb

from rapport.formats.pdf.fonts import composite_font
from rapport.formats.pdf.tags.serial import byte_string, fill, number, text_string
from rapport.lines.face import WORD_JOINER, Face, Glyph, Shaped, font_of, is_right_to_left, shaper
from rapport.lines.line import Fragment
from rapport.look.palette import Colour


class CodeTable:
    """Two-byte codes from 1, in the order of first use.

    The pair decides: a glyph that serves both U+0020 and U+00A0, or both U+2010 and U+2011, has two codes, so
    that the text read back is the text that was written.
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[int, str], int] = {}

    def code(self, glyph: int, text: str) -> int:
        """The code of `glyph` standing for `text`; raises ValueError for .notdef (ISO 19005-2, 6.2.11.8)."""
        pair = (glyph, text)
        code = self._codes.get(pair)
        if code is None:
            if glyph == 0:
                raise ValueError(f"the font has no glyph for {text!r}")
            code = self._codes[pair] = len(self._codes) + 1
        return code

    @property
    def glyphs(self) -> tuple[int, ...]:
        """The glyph of each code from 1."""
        return tuple(glyph for glyph, _ in self._codes)

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each code from 1."""
        return tuple(text for _, text in self._codes)


# A font addressed by the glyphs that shaping chose.


def _spread(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """The glyphs of a string, each of a cluster with a part of its text, so that together they say it and no more.

    A syllable of Devanagari has as many letters as glyphs, but its vowel may stand before its consonants.
    """
    left = ""
    for place, glyph in enumerate(glyphs):
        left += glyph.text
        further = next((more for more, other in enumerate(glyphs[place + 1 :]) if other.text), len(glyphs) - place - 1)
        taken = left[: len(left) - further or 1] if further < len(left) else left[:1]
        yield glyph._replace(text=taken)
        left = left[len(taken) :]


class GlyphFont:
    """One face in one document, TrueType or CFF outlines, with the glyphs used so far; `name` is its resource name.

    `encode` gives the elements of a TJ array that show a shaped string with its kerning, found once for each string; it
    raises ValueError for a character that the face has no glyph for. `moves` tells that it set a word with marks that
    stand elsewhere than the font draws them: `moved` then says what such a word reads as, and sets it.
    """

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self.space = shaper(face).space
        self.face = hb.Face(face.data)
        self.scale = 1000 / self.face.upem
        self.weight = face.weight
        self._font = font_of(face, self.face)
        self.moves = False
        self._codes = CodeTable()
        self._bytes: Callable[[int, str], bytes] = cache(self._code_bytes)
        self.encode: Callable[[Shaped], str] = cache(self._encode)

    def _encode(self, shaped: Shaped) -> str:
        self.moves = self.moves or shaped.moved
        return "".join(self._elements(self._texts(shaped)))

    def moved(self, shaped: Shaped, size: float, rise: float) -> str:
        """What `encode` gives, at a size and a rise in points: a reader takes the way back from a mark for a space."""
        if not shaped.moved:
            return self.encode(shaped)
        parts = []
        for up, glyphs in groupby(self._texts(shaped), lambda glyph: glyph.up):
            inside = f"[{''.join(self._elements(glyphs))}]TJ"
            height = number(rise + up * self.scale * size / 1000)
            parts.append(f"{height} Ts\n{inside}\n{number(rise)} Ts" if up else inside)
        code = "\n".join(parts)
        if is_right_to_left(shaped.text):  # readers turn the words of such a script round themselves
            return f"]TJ\n{code}\n["
        return f"]TJ\n/Span<</ActualText{text_string(shaped.text).decode()}>>BDC\n{code}\nEMC\n["

    def _elements(self, glyphs: Iterable[Glyph]) -> Iterator[str]:
        codes = b""
        for glyph, advance, nominal, text, across, _ in glyphs:
            if across:
                yield byte_string(codes) + number(-across * self.scale)
                codes = b""
            codes += self._bytes(glyph, text)
            if advance != nominal or across:
                yield byte_string(codes) + number((nominal - advance + across) * self.scale)
                codes = b""
        if codes:
            yield byte_string(codes)

    def _texts(self, shaped: Shaped) -> Iterable[Glyph]:
        return shaped.glyphs if all(glyph.text for glyph in shaped.glyphs) else _spread(shaped.glyphs)

    def _code_bytes(self, glyph: int, text: str) -> bytes:
        """The further glyphs of a cluster too: every glyph must have some text (ISO 19005-2, 6.2.11.7.2)."""
        return self.code(glyph, text or WORD_JOINER).to_bytes(2, "big")

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
            font = composite_font(self.face, self._codes, self.advance, self.weight)
            document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font, self.name)


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
