"""What the eye finds on the slides of a finished presentation: words too small for the room, content out of line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from io import BytesIO

from pptx import Presentation

from office_sizes import flat, sizes

AFAR = 18
"""Points that the last row of a room can read."""
FEET = ("Pied de page", "Numéro", "Projet", "Mention de diffusion", "Exemplaire")
"""What nobody reads from afar: sources, numbers, the mark of a draft, who may read it."""
OPENING = 3
"""Slides that open a deck, cover and message among them: they stand as they want."""


def small(deck: bytes, *, cover: bool = True) -> list[tuple[int, float, str]]:
    """Texts of slides that are not read from afar, each with its slide and its size; those of the cover if asked."""
    return [
        (number, size, text)
        for number, slide in enumerate(Presentation(BytesIO(deck)).slides, start=1)
        for shape in flat(slide.shapes)
        if (cover or number > 1) and not shape.name.startswith(FEET)
        for size, text in sizes(shape)
        if size < AFAR and text.strip()
    ]


def all_sizes(deck: bytes) -> Iterator[float]:
    """The size of each run of every slide."""
    slides = Presentation(BytesIO(deck)).slides
    return (size for slide in slides for shape in flat(slide.shapes) for size, _ in sizes(shape))


def tops(deck: bytes, *, drawings: bool) -> Mapping[int, set[int]]:
    """Where content starts under titles of each height, in points; on slides with charts and pictures if asked."""
    found: dict[int, set[int]] = defaultdict(set)
    for slide in list(Presentation(BytesIO(deck)).slides)[OPENING:]:
        title, shapes = slide.shapes.title, slide.shapes
        under = [shape.top.pt for shape in shapes if shape.top.pt > title.top.pt + 30 and shape.height.pt >= 0]
        if drawings or not any(shape.has_chart or hasattr(shape, "image") for shape in shapes):
            found[round(title.height.pt)].add(round(min(under)))
    return found


def uneven(found: Mapping[int, set[int]]) -> dict[int, set[int]]:
    """The heights of titles under which content starts at several heights."""
    return {height: starts for height, starts in found.items() if len(starts) > 1}
