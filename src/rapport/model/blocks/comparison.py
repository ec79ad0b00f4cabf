"""Things set side by side."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rapport.model.blocks.base import BlockBase
from rapport.model.fact import StatusKey
from rapport.model.located import Located
from rapport.model.scalar import Line, Text


class SideSpec(Located):
    """One side: a title, a detail such as a date, a status, and points."""

    title: Line
    detail: Line
    items: Annotated[tuple[Text, ...], Field(min_length=1)]
    status: StatusKey | None = None


class ComparisonBlock(BlockBase):
    """Two or three sides, and a remark under them."""

    comparison: Annotated[tuple[SideSpec, ...], Field(min_length=2, max_length=3)]
    remark: Text | None = None
