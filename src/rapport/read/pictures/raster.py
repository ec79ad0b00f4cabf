"""PNG and JPEG files -> pictures."""

from __future__ import annotations

import hashlib
import io
import warnings

from PIL import Image, UnidentifiedImageError

from rapport.edition.picture import Picture
from rapport.read.pictures.refusal import RefusedPictureError

MOST_PIXELS = 50_000_000  # 8,000 by 6,000 fit; decoded, that is 150 MB
MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}
UNREADABLE = (UnidentifiedImageError, OSError, ValueError, SyntaxError, Warning)


def picture_of(name: str, data: bytes) -> Picture:
    """The picture of a file's bytes. Raises RefusedPictureError."""
    try:
        kind, (width, height) = _decoded(data)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise RefusedPictureError(
            "image-too-large", f"«\u00a0{name}\u00a0» compte trop de pixels", "réduisez l’image"
        ) from None
    except UNREADABLE:
        hint = "formats admis\u00a0: SVG, PNG et JPEG"
        raise RefusedPictureError("image-corrupt", f"«\u00a0{name}\u00a0» n’est pas une image lisible", hint) from None
    if width * height > MOST_PIXELS:
        raise RefusedPictureError(
            "image-too-large", f"«\u00a0{name}\u00a0» compte plus de 50 millions de pixels", "réduisez l’image"
        )
    if kind not in MEDIA_TYPES:
        raise RefusedPictureError(
            "image-format", f"«\u00a0{name}\u00a0» est au format {kind}", "formats admis\u00a0: SVG, PNG et JPEG"
        )
    return Picture(name, data, hashlib.sha256(data).hexdigest(), MEDIA_TYPES[kind], width, height)


def _decoded(data: bytes) -> tuple[str, tuple[int, int]]:
    """Format and size; the pixels are decoded, unless there are too many of them."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height <= MOST_PIXELS:
                image.load()
            return image.format or "", image.size
