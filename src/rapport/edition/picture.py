"""A picture of the content."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.drawing import Shape


class Picture(Struct, frozen=True):
    """An image file: its bytes, their SHA-256, its media type and its size in pixels.

    A vector picture has `shapes`, in the same units as its size; they are empty for one made of pixels.
    """

    name: str
    data: bytes
    digest: str
    media_type: str
    width: int
    height: int
    shapes: tuple[Shape, ...] = ()
