"""Image files and vector pictures as XObjects (ISO 32000-1, 8.9 and 8.10)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO

from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFStream

from rapport.edition.picture import Contour, Picture, PictureShape, Point
from rapport.formats.pdf.tags.serial import fill, number, stroke
from rapport.look.palette import Colour

# Image files as image XObjects (ISO 32000-1, 8.9).

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


# Vector pictures as form XObjects (ISO 32000-1, 8.10).

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_LINE_TO, _CURVE_TO = "l", "c"


def form_object(picture: Picture) -> PDFStream:
    """The XObject of a vector picture; like an image, it fills the unit square, and shows nothing beyond it."""
    code = "\n".join(_shape(shape) for shape in picture.shapes).encode("ascii")
    across, down = 1 / picture.width, 1 / picture.height
    entries = {
        "Type": "/XObject",
        "Subtype": "/Form",
        "BBox": PDFArray([0, 0, picture.width, picture.height]),
        "Matrix": PDFArray([f"{across:.9f}", 0, 0, f"{-down:.9f}", 0, 1]),
        "Resources": PDFDictionary({}),
        "Filter": "/FlateDecode",
    }
    return PDFStream(PDFDictionary(entries), zlib.compress(code), [])


def _shape(shape: PictureShape) -> str:
    """Its colours, its path and how that is painted; each shape sets all that it needs."""
    state = []
    if shape.inside:
        state.append(fill(Colour(shape.inside)))
    if shape.outline:
        state.append(stroke(Colour(shape.outline)))
        state.append(f"{number(shape.weight)} w {_CAPS[shape.cap]} J {_JOINS[shape.join]} j 4 M")
    paths = " ".join(_contour(contour) for contour in shape.contours)
    return f"{' '.join(state)} {paths} {_operator(shape)}"


def _operator(shape: PictureShape) -> str:
    """How a path is painted (8.5.3): S strokes, f fills, B does both; a star fills by the even-odd rule."""
    if not shape.inside:
        return "S"
    return ("B" if shape.outline else "f") + ("*" if shape.even_odd else "")


def _contour(contour: Contour) -> str:
    return " ".join(_steps(contour))


def _steps(contour: Contour) -> Iterator[str]:
    yield f"{_point(contour.start)} m"
    for step in contour.steps:
        yield f"{' '.join(map(_point, step))} {_LINE_TO if len(step) == 1 else _CURVE_TO}"
    if contour.closed:
        yield "h"


def _point(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
