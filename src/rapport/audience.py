"""For whom a part of the content, a document or a copy is meant."""

from __future__ import annotations

from typing import Final, Literal, get_args

Audience = Literal["internal", "partners", "press", "public"]
"""Each sees what is meant for it and for all that follow: partners see what the press may read, not the reverse."""

AUDIENCES: Final[tuple[Audience, ...]] = get_args(Audience)


def sees(reader: Audience, meant_for: Audience) -> bool:
    """Whether a reader may see what is meant for an audience."""
    return AUDIENCES.index(reader) <= AUDIENCES.index(meant_for)


def narrower(one: Audience, other: Audience) -> Audience:
    """Of two audiences, the one that sees less."""
    return max(one, other, key=AUDIENCES.index)
