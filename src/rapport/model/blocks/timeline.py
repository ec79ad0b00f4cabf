"""Dates in order."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rapport.model.blocks.base import BlockBase
from rapport.model.fact import StatusKey
from rapport.model.located import Located
from rapport.model.scalar import Date, Line, Reference, Text


class MomentSpec(Located):
    """What happens at a date: a fact gives its date and status, or they are written here.

    `when` replaces the date by the source's own words ("un an avant").
    """

    text: Text
    short: Line | None = None
    fact: Reference | None = None
    date: Date | None = None
    when: Line | None = None
    status: StatusKey | None = None


class TimelineBlock(BlockBase):
    """A timeline."""

    timeline: Annotated[tuple[MomentSpec, ...], Field(min_length=1)]
    remark: Text | None = None
