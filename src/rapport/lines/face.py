"""Typefaces as values: the font file's bytes with their name and digest."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import Literal

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
    What is derived from the bytes lives in `rapport.lines.face` and `rapport.lines.shaping`, computed once per face.
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

DRAWN_WITHOUT_GLYPH = frozenset("\n\u00ad\u200b\u2060\u202f")
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


JOINERS = frozenset("\u200c\u200d\u00a0")
"""What a face draws without a glyph of its own."""
