"""The short scale of sizes that text steps down before it is split or reported."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rapport.look.charter import DeckLook
from rapport.look.geometry import Pt
from rapport.look.type_style import TypeStyle

SIZES = (190, 160, 130, 104, 84, 64, 56, 50, 48, 42, 36, 30, 27, 24, 20, 18, 16, 14, 12)
"""Points."""

FLOORS: Mapping[str, float] = {
    "cover_title": 30,
    "cover_meta": 14,
    "divider_title": 36,
    "title": 24,
    "statement": 30,
    "column_title": 18,
    "takeaway": 18,
    "message_number": 36,
    "message_title": 18,
    "key_figure": 24,
    "key_figure_unit": 16,
    "source": 12,
    "footer": 12,
    "folio": 12,
}
"""Smallest size of a role, in points; other roles stop at the charter's smallest text."""


def style_of(look: DeckLook, role: str) -> TypeStyle:
    """The type style of a role of the deck's scale."""
    style: TypeStyle = getattr(look.type, role)
    return style


def steps(look: DeckLook, role: str, largest: float = 0) -> tuple[Pt, ...]:
    """The sizes a role may be set at, largest first: its own, or `largest`, then those of the scale down to its floor.

    What is larger than its own size, for a slide that has little to say, comes down to it before it becomes smaller.
    """
    own = style_of(look, role).size
    return _grown(own, largest) + _steps(own, FLOORS.get(role, look.limits.min_text))


@cache
def _grown(own: Pt, largest: float) -> tuple[Pt, ...]:
    return tuple(Pt(size) for size in sorted({largest, *SIZES}, reverse=True) if own < size <= largest)


@cache
def _steps(own: Pt, floor: float) -> tuple[Pt, ...]:
    return (own, *(Pt(size) for size in SIZES if floor <= size < own))


def leading_at(style: TypeStyle, size: float) -> Pt:
    """The leading of a style at another size, in half points."""
    return style.leading if size == style.size else Pt(round(2 * style.leading * size / style.size) / 2)
