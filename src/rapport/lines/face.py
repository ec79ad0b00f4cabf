"""Typefaces as values: the font file's bytes with their name and digest."""

from __future__ import annotations

import struct
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
