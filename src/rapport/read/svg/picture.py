"""SVG files -> pictures."""

from __future__ import annotations

import hashlib

from rapport.edition.picture import Picture
from rapport.read.pictures.refusal import RefusedPictureError
from rapport.read.svg.document import drawing_of
from rapport.read.svg.refusal import SvgError

MEDIA_TYPE = "image/svg+xml"


def picture_of(name: str, data: bytes) -> Picture:
    """The picture of a file's bytes. Raises RefusedPictureError."""
    try:
        drawing = drawing_of(data)
    except SvgError as error:
        raise RefusedPictureError("image-svg", f"«\u00a0{name}\u00a0»\u00a0: {error.message}", error.hint) from None
    digest = hashlib.sha256(data).hexdigest()
    return Picture(name, data, digest, MEDIA_TYPE, drawing.width, drawing.height, drawing.shapes)
