"""Things set side by side."""

from __future__ import annotations

from rapport.model.blocks.base import BlockBase
from rapport.model.fact import StatusKey
from rapport.model.located import Located
from rapport.model.scalar import Line, Text


class SideSpec(Located):
    """One side: a title, a detail such as a date, a status, and points."""

    title: Line
    detail: Line
    items: tuple[Text, ...]
    status: StatusKey | None = None


class ComparisonBlock(BlockBase):
    """Two or three sides, and a remark under them."""

    comparison: tuple[SideSpec, ...]
    remark: Text | None = None
    locator: Line | None = None
