"""Figures shown large."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from rapport.model.blocks.base import BlockBase
from rapport.model.blocks.fact_call import FactCall
from rapport.model.located import Located
from rapport.model.scalar import Text, one_of

Role = Annotated[Literal["main", "aside"], one_of("main", "aside")]


class KeyFigureSet(Located):
    """Facts to show large; `aside` where they stand beside prose."""

    facts: Annotated[tuple[FactCall, ...], Field(min_length=1)]
    title: Text | None = None
    role: Role = "main"


class KeyFiguresBlock(BlockBase):
    """Key figures."""

    key_figures: KeyFigureSet = Field(alias="key-figures")
