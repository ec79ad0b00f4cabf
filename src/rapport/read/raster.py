"""PNG and JPEG files -> pictures, upright, of eight bits: what reads them elsewhere takes neither turn nor depth."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Mapping

from PIL import Image, ImageOps, UnidentifiedImageError

from rapport.edition.picture import Picture
from rapport.read.pictures import RefusedPictureError

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
    data, (width, height) = _as_it_is_seen(data)
    return Picture(name, data, hashlib.sha256(data).hexdigest(), MEDIA_TYPES[kind], width, height)


def _decoded(data: bytes) -> tuple[str, tuple[int, int]]:
    """Format and size; the pixels are decoded, unless there are too many of them."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height <= MOST_PIXELS:
                image.load()
            return image.format or "", image.size


ORIENTATION = 0x0112
"""How a camera was held, of the tags of EXIF; 1 is upright."""
DEEP = ("I", "I;16", "I;16B", "I;16L")
"""Grey of sixteen bits, which viewers show as white or as noise."""
LOSS: Mapping[str, Mapping[str, int]] = {"PNG": {}, "JPEG": {"quality": 95, "subsampling": 0}}
"""How a picture that is turned is written again: what JPEG loses at 95 is not seen."""


def _as_it_is_seen(data: bytes) -> tuple[bytes, tuple[int, int]]:
    """The file and its size; turned, or made of eight bits, where it has to be."""
    with Image.open(io.BytesIO(data)) as image:
        kind, turned = image.format or "", image.getexif().get(ORIENTATION, 1) != 1
        if not turned and image.mode not in DEEP:
            return data, image.size
        profile, resolution = image.info.get("icc_profile"), image.info.get("dpi")
        upright = ImageOps.exif_transpose(image)
        made = _of_eight_bits(upright) if upright.mode in DEEP else upright
    written = io.BytesIO()
    kept = {"icc_profile": profile, **({"dpi": resolution} if resolution else {})}
    made.save(written, kind, **LOSS[kind], **kept)
    return written.getvalue(), made.size


def _of_eight_bits(image: Image.Image) -> Image.Image:
    return image.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")
