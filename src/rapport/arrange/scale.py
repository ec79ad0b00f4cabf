"""The short scale of sizes that text steps down before it is split or reported."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rapport.look.charter import DeckLook
from rapport.look.length import Pt
from rapport.look.type_style import TypeStyle

SIZES = (56, 48, 42, 36, 30, 27, 24, 20, 18, 16, 14, 12)
"""Points."""

FLOORS: Mapping[str, float] = {
    "cover_title": 30,
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


def steps(look: DeckLook, role: str) -> tuple[Pt, ...]:
    """The sizes a role may be set at, largest first: its own, then those of the scale down to its floor."""
    return _steps(style_of(look, role).size, FLOORS.get(role, look.limits.min_text))


@cache
def _steps(own: Pt, floor: float) -> tuple[Pt, ...]:
    return (own, *(Pt(size) for size in SIZES if floor <= size < own))


def leading_at(style: TypeStyle, size: float) -> Pt:
    """The leading of a style at another size, in half points."""
    return style.leading if size == style.size else Pt(round(2 * style.leading * size / style.size) / 2)
