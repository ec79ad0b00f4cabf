"""A difference that somebody made by hand."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

ChangeKind = Literal[
    "text",
    "emphasis",
    "link",
    "notes",
    "paragraphs",
    "alternative",
    "chart",
    "table",
    "picture",
    "moved",
    "resized",
    "turned",
    "cropped",
    "shape-added",
    "shape-deleted",
    "slide-added",
    "slide-deleted",
    "slide-moved",
    "slide-hidden",
    "slide-shown",
    "layout",
    "section",
]


class Change(Struct, frozen=True):
    """What was and what is, as readers see it.

    `slide` is the slide's number in the deck as it was made, `now` in the edited one; 0 where it has none. `shape` is
    the name of the shape, empty for the slide as a whole; `place` says where in it ("ligne 2, colonne 3").
    """

    kind: ChangeKind
    slide: int
    now: int
    shape: str = ""
    place: str = ""
    before: str = ""
    after: str = ""
