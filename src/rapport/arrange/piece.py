"""Paragraphs that have a role but no size yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from rapport.arrange.evenness import accompanied
from rapport.arrange.scale import leading_at, steps, style_of
from rapport.edition.text import Text
from rapport.look.charter import DeckLook
from rapport.look.geometry import Pt
from rapport.slides.elements import Align, SlideParagraph


class Piece(Struct, frozen=True):
    """A text and the role it is set in.

    `colour` is empty where the role's own holds. `space` is the white before it at full size, None where the roles of
    both neighbours decide. `bold` makes a regular role bold; `lower` sets it that many steps below its role's size.
    `unit` is set in `unit_role` after the text, in proportion to it. `number` is that of an item of a list, 0 for none.
    `largest` is the size it starts from where that is more than its role's own; 0 for that.
    """

    text: Text
    role: str
    level: int = 0
    colour: str = ""
    align: Align = "start"
    space: float | None = None
    bold: bool = False
    lower: int = 0
    unit: Text = ()
    unit_role: str = ""
    number: int = 0
    largest: float = 0


Pieces = tuple[Piece, ...]


def settings(pieces: Pieces, look: DeckLook) -> Iterator[tuple[SlideParagraph, ...]]:
    """The pieces at every step of their scales, largest first; a role whose scale is exhausted stays at its floor."""
    return (set_at(step, pieces, look) for step in range(step_count(pieces, look)))


def step_count(pieces: Pieces, look: DeckLook) -> int:
    """How many steps the longest of their scales has; one without pieces."""
    return max((len(steps(look, piece.role, piece.largest)) for piece in pieces), default=1)


def set_at(step: int, pieces: Iterable[Piece], look: DeckLook) -> tuple[SlideParagraph, ...]:
    """The pieces `step` sizes below their own."""
    items = tuple(pieces)
    gaps = (0.0, *(_gap(before, after, look) for before, after in pairwise(items)))
    return tuple(_paragraph(piece, gap, step, look) for piece, gap in zip(items, gaps, strict=True)) if items else ()


def size_at(step: int, role: str, look: DeckLook, largest: float = 0) -> Pt:
    """The size of a role `step` sizes below its own, or below `largest` where that is more."""
    sizes = steps(look, role, largest)
    return sizes[min(step, len(sizes) - 1)]


def _gap(before: Piece, after: Piece, look: DeckLook) -> float:
    """White between two pieces: the larger of what each asks for."""
    if after.space is not None:
        return after.space
    return max(style_of(look, before.role).space_after, style_of(look, after.role).space_before)


def _paragraph(piece: Piece, gap: float, step: int, look: DeckLook) -> SlideParagraph:
    style = style_of(look, piece.role)
    size = size_at(step + piece.lower, piece.role, look, piece.largest)
    return SlideParagraph(
        accompanied(piece.text, piece.role),
        piece.role,
        size,
        leading_at(style, size),
        piece.colour or style.colour,
        piece.bold or style.weight != "regular",
        piece.align,
        piece.level,
        Pt(round(gap * size / style.size)),
        piece.unit,
        _unit_size(piece, size, look),
        piece.number,
    )


def _unit_size(piece: Piece, size: Pt, look: DeckLook) -> Pt:
    """The size of the unit: the charter's own, in proportion to the text it follows, not under its floor."""
    if not piece.unit_role:
        return Pt(0)
    own = style_of(look, piece.unit_role).size * size / style_of(look, piece.role).size
    return Pt(max(round(own), steps(look, piece.unit_role)[-1]))
