"""Typefaces as values (the font file's bytes, name and digest), and text -> glyphs in them, by HarfBuzz."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from hashlib import sha256
from itertools import pairwise
from typing import Literal, NamedTuple

import uharfbuzz as hb
from msgspec import Struct

Style = Literal["regular", "italic", "semibold", "bold", "bold italic"]
Figures = Literal["tabular", "proportional"]
"""Digits of one width, which align under one another, or each of its own, which leave no holes where they are large."""


class Face(Struct, frozen=True, cache_hash=True):
    """One style of a family: an sfnt font program with TrueType or CFF outlines.

    `digest` is the SHA-256 of `data` in hexadecimal; `figures` are those it sets digits with, where it has them.
    `weight` is the one that a variable font is set at, 0 for a font of one weight. `companions` set what this face has
    no glyph for, the first of them that has one.
    What is derived from the bytes is a function of this module, computed once per face.
    """

    family: str
    style: Style
    data: bytes
    digest: str
    figures: Figures = "tabular"
    weight: int = 0
    companions: tuple[Face, ...] = ()

    def __repr__(self) -> str:
        return f"Face({self.family!r}, {self.style!r}, digest={self.digest!r})"

    @classmethod
    def of(cls, family: str, style: Style, data: bytes) -> Face:
        """The face made from a font file's bytes."""
        return cls(family, style, data, sha256(data).hexdigest())

    @property
    def bold(self) -> bool:
        """Whether a reader's machine without this face takes a bold one in its place."""
        return self.style in ("semibold", "bold", "bold italic")


class FontSet(Struct, frozen=True):
    """The faces of one family that documents are set in."""

    family: str
    regular: Face
    italic: Face
    semibold: Face
    bold: Face
    bold_italic: Face

    @property
    def faces(self) -> tuple[Face, ...]:
        """The five faces, regular first."""
        return (self.regular, self.italic, self.semibold, self.bold, self.bold_italic)

    def face(self, style: Style) -> Face:
        """The face of a style."""
        face: Face = getattr(self, style.replace(" ", "_"))
        return face


# What a face's tables say: its vertical metrics and the characters it has.

WORD_JOINER = "\u2060"
"""Of no width: no line ends where it stands."""
DRAWN_WITHOUT_GLYPH = frozenset(f"\n\u00ad\u200b{WORD_JOINER}\u202f")
"""Characters that setting obeys or replaces itself: breaks, soft hyphen, joiner, and the fixed narrow space."""


class Metrics(Struct, frozen=True):
    """Heights of a face, in units of `units_per_em`; `descent` is positive below the baseline.

    `ascent` and `descent` are the larger of the OS/2 win and the hhea values: office programs pitch lines by them.
    """

    units_per_em: int
    ascent: int
    descent: int
    x_height: int
    cap_height: int

    @property
    def pitch(self) -> float:
        """Height of a single-spaced line, in em."""
        return (self.ascent + self.descent) / self.units_per_em


@lru_cache(maxsize=64)
def metrics(face: Face) -> Metrics:
    """The metrics of a face (OpenType 1.9, tables OS/2 and hhea). Raises ValueError for bytes that are no such font."""
    program = hb.Face(face.data)
    os2, hhea = (bytes(program.reference_table(tag).data or b"") for tag in ("OS/2", "hhea"))
    if len(os2) < 78 or len(hhea) < 8:
        raise ValueError(f"{face.family} {face.style}: no OS/2 and hhea table")
    win_ascent, win_descent = struct.unpack_from(">HH", os2, 74)
    x_height, cap_height = struct.unpack_from(">hh", os2, 86) if len(os2) >= 90 else _drawn_heights(program)
    ascender, descender = struct.unpack_from(">hh", hhea, 4)
    return Metrics(program.upem, max(win_ascent, ascender), max(win_descent, -descender), x_height, cap_height)


def _drawn_heights(program: hb.Face) -> tuple[int, int]:
    """How high x and H are drawn, for OS/2 tables before version 2; 0 where the face lacks them."""
    font = hb.Font(program)
    extents = (font.get_glyph_extents(font.get_nominal_glyph(ord(letter)) or 0) for letter in "xH")
    x_height, cap_height = (found.y_bearing if found else 0 for found in extents)
    return x_height, cap_height


@lru_cache(maxsize=64)
def coverage(face: Face) -> frozenset[str]:
    """The characters the face has a glyph for."""
    return frozenset(map(chr, hb.Face(face.data).unicodes))


def missing(face: Face, text: str) -> tuple[str, ...]:
    """The characters of a text that the face cannot show, each once, in order of appearance; empty when all is well."""
    lacking = set(text).difference(coverage(face), DRAWN_WITHOUT_GLYPH, *map(coverage, face.companions))
    return tuple(char for char in dict.fromkeys(text) if char in lacking) if lacking else ()


def names(data: bytes) -> tuple[str, str]:
    """Family and style as the font's own name table has them (name identifiers 16 and 17, else 1 and 2)."""
    program = hb.Face(data)
    family = program.get_name(16) or program.get_name(1) or ""
    return family, program.get_name(17) or program.get_name(2) or ""


LEFTWARDS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
RIGHT_TO_LEFT = re.compile(f"[{LEFTWARDS}]")
"""Hebrew, Arabic, Syriac, Thaana and their forms (Unicode 16, blocks; Bidi_Class R and AL)."""

OTHER = "\u0590-\u10ff\u1780-\u17ff\u200c\u200d\ua8e0-\ua8ff\ufb1d-\ufdff\ufe70-\ufefc"
"""Scripts of the Near East and of India to Georgia, Khmer, their joiners and forms: none of them in a Latin face."""
OTHERS = re.compile(f"[{OTHER}]")
STRETCH = re.compile(
    rf"[{LEFTWARDS}]+(?:[ \u00a0'\u2019.-]+[{LEFTWARDS}]+)*|[{OTHER}]+(?:[ \u00a0]+[{OTHER}]+)*[ \u00a0]*"
)
"""Words of such a script with what stands between them, which is read in their direction; and the space after them:
PDFium loses one that another face sets after a mark without width."""

CLUSTER = re.compile(
    r"[^ \t\n](?:[\u0300-\u036f\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d]"
    r"|(?<=[\u094d\u200d])[\u0904-\u0939\u0958-\u0961])*|[ \t\n]"
)
"""A letter with its marks, and the letters that a virama joins to it: no line parts a conjunct (Unicode 16, 12.1)."""


def is_right_to_left(text: str) -> bool:
    """Whether a text, all of one script, is written from right to left."""
    return not text.isascii() and RIGHT_TO_LEFT.search(text) is not None


def clusters(text: str) -> Iterator[str]:
    """What no line may part, in order: single characters in the alphabets of Europe."""
    if text.isascii() or not OTHERS.search(text):
        return iter(text)
    return (match[0] for match in CLUSTER.finditer(text))


def parted(text: str, face: Face) -> tuple[tuple[str, Face], ...]:
    """The parts of a text in order, each with the face that sets it: the face itself, or one of its companions."""
    if not face.companions or text.isascii() or not OTHERS.search(text):
        return ((text, face),)
    return tuple(_parts(text, face))


def _parts(text: str, face: Face) -> Iterator[tuple[str, Face]]:
    end = 0
    for match in STRETCH.finditer(text):
        companion = next((each for each in face.companions if coverage(each) >= set(match[0]) - JOINERS), None)
        if companion is None or coverage(face) >= set(match[0]) - JOINERS:
            continue
        if match.start() > end:
            yield text[end : match.start()], face
        yield match[0], companion
        end = match.end()
    if end < len(text):
        yield text[end:], face


# Text -> glyphs: every string is shaped once per face.

JOINERS = frozenset("\u200c\u200d\u00a0")
"""What a face draws without a glyph of its own."""


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


# Optical margins: how far punctuation stands out of the text block (after the defaults of pdfTeX's microtype).

RIGHT = {
    **dict.fromkeys(".,-\u2010\u2011" + SOFT_HYPHEN, 0.6),
    **dict.fromkeys("\u2019\u201d'\"", 0.5),
    **dict.fromkeys(";:\u00bb\u2013", 0.3),
    **dict.fromkeys("\u2014\u2026)", 0.15),
}
LEFT = {
    **dict.fromkeys("\u2018\u201c\u2019'\"", 0.5),
    **dict.fromkeys("\u00ab\u2013", 0.3),
    **dict.fromkeys("\u2014(", 0.15),
}
"""Share of the character's own width that leaves the measure at the right and at the left."""


def hang_right(shaper: Shaper, text: str) -> float:
    """How far a line that ends with this text may stand out at the right, in font units; 0 for an empty text."""
    share = RIGHT.get(text[-1:])
    return share * shaper.shape(text[-1]).advance if share else 0.0


def hang_left(shaper: Shaper, text: str) -> float:
    """How far a line that begins with this text may stand out at the left, in font units; 0 for an empty text."""
    share = LEFT.get(text[:1])
    return share * shaper.shape(text[0]).advance if share else 0.0
