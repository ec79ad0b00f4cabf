"""Text -> glyphs, by HarfBuzz; every string is shaped once per face."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz as hb
from msgspec import Struct

from rapport.lines.face import Face, is_right_to_left

SPACE, NO_BREAK_SPACE, NARROW_SPACE, SOFT_HYPHEN = " ", "\u00a0", "\u202f", "\u00ad"
NARROW_SPACE_WIDTH = 0.125
"""Width in em of U+202F where the face has no glyph for it."""

FEATURES = {"kern": True, "liga": True, "dlig": False}
FIGURES = {"tabular": {"tnum": True}, "proportional": {"pnum": True}}
STAND_INS = {0x2010: "-", 0x2011: "-"}
"""Hyphens drawn with the hyphen-minus where the face lacks them; the text keeps its own character."""


class Glyph(NamedTuple):
    """A glyph: its number in the font, its advance here and its nominal one (font units), the characters it stands for.

    `text` is empty for all glyphs of a cluster but the first. `across` and `up` move it from its place: a mark over or
    under its letter.
    """

    id: int
    advance: int
    nominal: int
    text: str
    across: int = 0
    up: int = 0


class Shaped(Struct, frozen=True, eq=False):
    """A string set in one face: advance in font units and glyphs. A stretchable one is a space of variable width.

    Glyphs stand from left to right, whatever the script. A face shapes a string once: equal ones are the same.
    """

    text: str
    advance: int
    glyphs: tuple[Glyph, ...]
    stretchable: bool = False

    @property
    def moved(self) -> bool:
        """Whether some of its marks stand elsewhere than the font draws them."""
        return any(glyph.across or glyph.up for glyph in self.glyphs)


class Shaper:
    """HarfBuzz for one face, with what it shaped so far."""

    def __init__(self, face: Face) -> None:
        program = hb.Face(face.data)
        self.face = face
        self.units_per_em: int = program.upem
        self._font = font_of(face, program)
        self._features = FEATURES | FIGURES[face.figures]
        self._shaped: dict[str, Shaped] = {}
        self._advances: dict[str, int] = {}
        self._nominal: Callable[[int], int] = cache(self._font.get_glyph_h_advance)
        self._made: Callable[[int, int, int, str], Glyph] = cache(Glyph)
        self._stand_ins = {code: char for code, char in STAND_INS.items() if not self._glyph(code)}
        self.space = Shaped(SPACE, *self._set(SPACE), stretchable=True)
        self.hyphen = self._hyphen()
        self._shaped |= {
            SPACE: self.space,
            NO_BREAK_SPACE: self._no_break_space(),
            NARROW_SPACE: self._narrow_space(),
            SOFT_HYPHEN: self.hyphen,
        }

    def shape(self, text: str) -> Shaped:
        """The glyphs of a string in reading order; U+0020, U+00A0 and U+202F are shaped alone, never within a word."""
        shaped = self._shaped.get(text)
        if shaped is None:
            shaped = self._shaped[text] = Shaped(text, *self._set(text))
        return shaped

    def advance(self, text: str) -> int:
        """The width of a string in font units, without the glyphs that make it."""
        advance = self._advances.get(text)
        if advance is None:
            shaped = self._shaped.get(text)
            advance = self._advances[text] = shaped.advance if shaped else sum(_advances(self._buffer(text)))
        return advance

    def _buffer(self, text: str) -> hb.Buffer:
        buffer = hb.Buffer()
        buffer.add_str(text.translate(self._stand_ins) if self._stand_ins else text)
        buffer.direction = "rtl" if is_right_to_left(text) else "ltr"
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, self._features)
        return buffer

    def _set(self, text: str) -> tuple[int, tuple[Glyph, ...]]:
        buffer = self._buffer(text)
        infos = buffer.glyph_infos
        ids = [info.codepoint for info in infos]
        advances = _advances(buffer)
        texts = _clusters(text, [info.cluster for info in infos])
        glyphs = tuple(map(self._made, ids, advances, map(self._nominal, ids), texts))
        return sum(advances), _moved(glyphs, buffer)

    def _glyph(self, code: int) -> int:
        index: int | None = self._font.get_nominal_glyph(code)
        return index or 0

    def _hyphen(self) -> Shaped:
        """The hyphen added at a line's end: the face's U+00AD glyph, which HarfBuzz hides, else its hyphen-minus."""
        index = self._glyph(0xAD) or self._glyph(0x2D)
        advance = self._nominal(index)
        return Shaped(SOFT_HYPHEN, advance, (Glyph(index, advance, advance, SOFT_HYPHEN),))

    def _no_break_space(self) -> Shaped:
        """As wide as the space, whatever the face says: both must look alike in a line."""
        index = self._glyph(0xA0) or self._glyph(0x20)
        glyph = Glyph(index, self.space.advance, self._nominal(index), NO_BREAK_SPACE)
        return Shaped(NO_BREAK_SPACE, self.space.advance, (glyph,), stretchable=True)

    def _narrow_space(self) -> Shaped:
        """The face's U+202F, else its space at a fixed narrow width."""
        index = self._glyph(0x202F)
        advance = self._nominal(index) if index else round(NARROW_SPACE_WIDTH * self.units_per_em)
        glyph = Glyph(index or self._glyph(0x20), advance, self._nominal(index or self._glyph(0x20)), NARROW_SPACE)
        return Shaped(NARROW_SPACE, advance, (glyph,))


def _advances(buffer: hb.Buffer) -> list[int]:
    return [position.x_advance for position in buffer.glyph_positions]


def _moved(glyphs: tuple[Glyph, ...], buffer: hb.Buffer) -> tuple[Glyph, ...]:
    """The glyphs with what moves some of them from their places, which most scripts do with none."""
    moves = [(place.x_offset, place.y_offset) for place in buffer.glyph_positions]
    if not any(map(any, moves)):
        return glyphs
    return tuple(glyph._replace(across=x, up=y) for glyph, (x, y) in zip(glyphs, moves, strict=True))


def _clusters(text: str, starts: list[int]) -> list[str]:
    """The characters of each glyph, from where its cluster starts: the first glyph of a cluster has them all."""
    if starts == list(range(len(text))):
        return list(text)
    texts = {start: text[start:end] for start, end in pairwise([*sorted(set(starts)), len(text)])}
    return [texts.pop(start, "") for start in starts]


def font_of(face: Face, program: hb.Face) -> hb.Font:
    """HarfBuzz's font of a face, at its weight."""
    font = hb.Font(program)
    if face.weight:
        font.set_variations({"wght": face.weight})
    return font


@lru_cache(maxsize=64)
def shaper(face: Face) -> Shaper:
    """The shaper of a face, made once."""
    return Shaper(face)


def shape(face: Face, text: str) -> Shaped:
    """The glyphs of a string in a face."""
    return shaper(face).shape(text)
