"""Image files as image XObjects (ISO 32000-1, 8.9)."""

from __future__ import annotations

import zlib
from io import BytesIO

from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream

_SPACES = {"RGB": "/DeviceRGB", "L": "/DeviceGray"}
"""Colour spaces that the sRGB output intent gives a meaning."""


def image_object(data: bytes) -> PDFStream:
    """The XObject of a PNG, JPEG or other file that Pillow reads, taken as sRGB; raises OSError for what is none.

    A JPEG of sRGB or grey is embedded as it is; pixels of others are compressed without loss, their transparency as a
    mask.
    """
    with Image.open(BytesIO(data)) as image:
        if image.format == "JPEG" and image.mode in _SPACES:
            return _stream(image, "/DCTDecode", data)
        if not image.has_transparency_data:
            return _pixels(image if image.mode == "L" else image.convert("RGB"))
        transparent = image.convert("RGBA")
        picture = _pixels(transparent.convert("RGB"))
        picture.dictionary["SMask"] = _pixels(transparent.getchannel("A"))
        return picture


def _pixels(image: Image.Image) -> PDFStream:
    return _stream(image, "/FlateDecode", zlib.compress(image.tobytes()))


def _stream(image: Image.Image, encoding: str, data: bytes) -> PDFStream:
    entries = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": image.width,
        "Height": image.height,
        "ColorSpace": _SPACES[image.mode],
        "BitsPerComponent": 8,
        "Filter": encoding,
    }
    return PDFStream(PDFDictionary(entries), data, [])
