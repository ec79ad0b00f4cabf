"""A point set apart."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, WithJsonSchema

from rapport.model.blocks.base import BlockBase
from rapport.model.scalar import Line, Text, as_word

Tone = Annotated[
    Literal["attention", "information"],
    BeforeValidator(as_word),
    WithJsonSchema({"enum": ["attention", "information"]}),
]


class CalloutBlock(BlockBase):
    """A point set apart, with a heading ("Point d’attention" by default)."""

    callout: Text
    title: Line | None = None
    tone: Tone = "attention"
