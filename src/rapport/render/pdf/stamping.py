"""Where the stamp of numbered copies stands on pages and on slides."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from rapport.artefact import Artefact
from rapport.formats.pdf.stamp import Stamp
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt
from rapport.render.pdf.pages import ONCE, Redrawing
from rapport.render.pdf.typesetter import Typesetter

PAGE_GAP, SLIDE_GAP = 2.0, 1.0
"""Between the foot of a page or a slide and the stamp under it, in points: more would leave the reach of printers."""


class Stamping(Struct, frozen=True):
    """Whether a document of slides keeps a place for the stamp on every page; `redrawing` is as a brief's."""

    stamped: bool = False
    redrawing: Redrawing = ONCE


UNSTAMPED = Stamping()


def stamp_on_page(charter: Charter, typesetter: Typesetter, text: str = "") -> Stamp:
    """Under the foot of a page, where the cover is white too."""
    style, grid = charter.brief.type.footer, charter.brief.grid
    box = Box(grid.full.x, Pt(grid.footer_y + style.leading + PAGE_GAP), grid.full.width, style.leading)
    return Stamp(typesetter.face(style), style.size, charter.palette[style.colour], box, text)


def stamp_on_slide(charter: Charter, typesetter: Typesetter, text: str = "") -> Stamp:
    """Under the foot of a slide."""
    style, grid = charter.deck.type.footer, charter.deck.grid
    box = Box(grid.full.x, Pt(grid.footer_y + style.leading + SLIDE_GAP), grid.full.width, style.leading)
    return Stamp(typesetter.face(style), style.size, charter.palette[style.colour], box, text)


def with_stamp(artefact: Artefact, text: str) -> Artefact:
    """A document made for one copy with its text; as it is where there is none. Raises SlotError."""
    return replace(artefact, data=artefact.copy({"stamp": text})) if text else artefact
