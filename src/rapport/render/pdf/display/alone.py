"""Items as they look, without what ties them to their document: structure, links, bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from rapport.render.pdf.display.draw import Positioned
from rapport.render.pdf.display.item import (
    LateText,
    PictureMark,
    ProseItem,
    ShapeItem,
    SignMark,
    TextLine,
    Turned,
    TurnedPart,
)


def untied(items: Iterable[Positioned]) -> Iterator[Positioned]:
    """What is seen of items, to be drawn before their document is, which stays as it is."""
    proses: dict[int, ProseItem] = {}
    for item, top in items:
        if isinstance(item, TextLine):
            prose = proses.setdefault(id(item.prose), replace(item.prose, inlines=None))
            yield Positioned(replace(item, prose=prose), top)
        elif isinstance(item, LateText | ShapeItem | SignMark | PictureMark):
            yield Positioned(replace(item, element=None), top)
        elif isinstance(item, Turned):
            parts = untied(Positioned(part.item, part.top) for part in item.parts)
            yield Positioned(replace(item, parts=tuple(TurnedPart(*part) for part in parts)), top)
