"""Image files of `assets/` -> pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import cast

from rapport.edition.picture import Picture
from rapport.model.blocks.figures import ImageBlock
from rapport.model.blocks.meeting import PeopleBlock
from rapport.model.content import Block
from rapport.origin import Origin
from rapport.problem import Problem

LARGEST_PICTURE = 20_000_000
PIXELS = "rapport.read.raster"
BY_SUFFIX = {".svg": "rapport.read.svg.document"}
"""Who reads a kind of file, PIXELS any other: loaded for the first of them, with the library behind it."""


def pictures_of(blocks: Iterable[Block]) -> Iterator[tuple[str, Origin]]:
    """The pictures that blocks show, and where each is asked for."""
    for block in blocks:
        if isinstance(block, ImageBlock):
            yield block.image.file, block.image.origin
        elif isinstance(block, PeopleBlock):
            yield from ((person.portrait, person.origin) for person in block.people if person.portrait)


def read_picture(assets: Path, name: str, place: Origin) -> tuple[Picture | None, tuple[Problem, ...]]:
    """A picture of `assets/` by its relative path; None and the fault where it cannot be used."""
    try:
        return _picture_of(name)(name, _bytes(assets, name)), ()
    except RefusedPictureError as refused:
        return None, (Problem(refused.code, refused.message, place, refused.hint),)


def read_photograph(assets: Path, name: str, place: Origin) -> tuple[Picture | None, tuple[Problem, ...]]:
    """A picture of `assets/` that is made of pixels, for a cover; None and the fault where it cannot be used."""
    picture, problems = read_picture(assets, name, place)
    if picture is None or not picture.shapes:
        return picture, problems
    message = f"«\u00a0{name}\u00a0» n’est pas une photographie"
    return None, (Problem("cover-drawing", message, place, "la couverture veut une image PNG ou JPEG"),)


def _picture_of(name: str) -> Callable[[str, bytes], Picture]:
    reader = import_module(BY_SUFFIX.get(Path(name).suffix.lower(), PIXELS))
    return cast("Callable[[str, bytes], Picture]", reader.picture_of)


def _bytes(assets: Path, name: str) -> bytes:
    if not name.isprintable():
        raise RefusedPictureError("image-name", f"nom d’image illisible\u00a0: {name!r}", "placez l’image dans assets/")
    path = (assets / name).resolve()
    if not path.is_relative_to(assets.resolve()):
        raise RefusedPictureError(
            "image-outside", f"«\u00a0{name}\u00a0» sort du répertoire des images", "placez l’image dans assets/"
        )
    if not path.is_file():
        raise RefusedPictureError(
            "image-missing", f"image introuvable\u00a0: «\u00a0{name}\u00a0»", "placez l’image dans assets/"
        )
    if path.stat().st_size > LARGEST_PICTURE:
        raise RefusedPictureError("image-too-large", f"«\u00a0{name}\u00a0» dépasse 20 Mo", "réduisez l’image")
    return path.read_bytes()


# What readers of pictures raise, and why an SVG file is not used.


class RefusedPictureError(Exception):
    """A picture that cannot be used: the code of the problem, its message and a hint."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(code, message, hint)
        self.code, self.message, self.hint = code, message, hint


class SvgError(Exception):
    """What cannot be drawn alike in both documents, and what to do about it, both in French."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


SIMPLIFY = "enregistrez-la en «\u00a0SVG simple\u00a0», textes et effets convertis en tracés"
