"""A point set apart."""

from __future__ import annotations

from typing import Annotated, Literal

from rapport.model.blocks.base import BlockBase
from rapport.model.scalar import Line, Text, one_of

Tone = Annotated[Literal["attention", "information"], one_of("attention", "information")]


class CalloutBlock(BlockBase):
    """A point set apart, with a heading ("Point d’attention" by default)."""

    callout: Text
    title: Line | None = None
    tone: Tone = "attention"
