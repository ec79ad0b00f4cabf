"""Image files of `assets/` -> pictures."""

from __future__ import annotations

import hashlib
import io
import warnings
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from rapport.edition.picture import Picture
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.read.svg.document import drawing_of
from rapport.read.svg.refusal import SvgError

LARGEST_PICTURE = 20_000_000
MOST_PIXELS = 50_000_000
MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}
VECTOR = "image/svg+xml"
UNREADABLE = (UnidentifiedImageError, OSError, ValueError, SyntaxError, Warning)


class _RefusedError(Exception):
    """A picture that cannot be used: code, message, hint."""


def read_picture(assets: Path, name: str, place: Origin) -> tuple[Picture | None, tuple[Problem, ...]]:
    """A picture of `assets/` by its relative path; None and the fault where it cannot be used."""
    try:
        data = _bytes(assets, name)
        return (_vector if name.lower().endswith(".svg") else _picture)(name, data), ()
    except _RefusedError as refused:
        code, message, hint = refused.args
        return None, (Problem(code, message, place, hint),)


def _bytes(assets: Path, name: str) -> bytes:
    if not name.isprintable():
        raise _RefusedError("image-name", f"nom d’image illisible\u00a0: {name!r}", "placez l’image dans assets/")
    path = (assets / name).resolve()
    if not path.is_relative_to(assets.resolve()):
        raise _RefusedError(
            "image-outside", f"«\u00a0{name}\u00a0» sort du dossier des images", "placez l’image dans assets/"
        )
    if not path.is_file():
        raise _RefusedError(
            "image-missing", f"image introuvable\u00a0: «\u00a0{name}\u00a0»", "placez l’image dans assets/"
        )
    if path.stat().st_size > LARGEST_PICTURE:
        raise _RefusedError("image-too-large", f"«\u00a0{name}\u00a0» dépasse 20 Mo", "réduisez l’image")
    return path.read_bytes()


def _vector(name: str, data: bytes) -> Picture:
    try:
        drawing = drawing_of(data)
    except SvgError as error:
        raise _RefusedError("image-svg", f"«\u00a0{name}\u00a0»\u00a0: {error.message}", error.hint) from None
    return Picture(name, data, hashlib.sha256(data).hexdigest(), VECTOR, drawing.width, drawing.height, drawing.shapes)


def _picture(name: str, data: bytes) -> Picture:
    try:
        kind, (width, height) = _decoded(data)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise _RefusedError(
            "image-too-large", f"«\u00a0{name}\u00a0» compte trop de pixels", "réduisez l’image"
        ) from None
    except UNREADABLE:
        hint = "formats admis\u00a0: SVG, PNG et JPEG"
        raise _RefusedError("image-corrupt", f"«\u00a0{name}\u00a0» n’est pas une image lisible", hint) from None
    if width * height > MOST_PIXELS:
        raise _RefusedError(
            "image-too-large", f"«\u00a0{name}\u00a0» compte plus de 50 millions de pixels", "réduisez l’image"
        )
    if kind not in MEDIA_TYPES:
        raise _RefusedError(
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
