"""Typefaces as values: the font file's bytes with their name and digest."""

from __future__ import annotations

from hashlib import sha256
from typing import Literal

from msgspec import Struct

Style = Literal["regular", "italic", "semibold", "bold", "bold italic"]


class Face(Struct, frozen=True, cache_hash=True):
    """One style of a family: an sfnt font program with TrueType or CFF outlines.

    `digest` is the SHA-256 of `data` in hexadecimal.
    What is derived from the bytes lives in `rapport.lines.metrics` and `rapport.lines.shaping`, computed once per face.
    """

    family: str
    style: Style
    data: bytes
    digest: str

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
        return next(face for face in self.faces if face.style == style)
