"""Dates in order."""

from __future__ import annotations

from rapport.model.blocks.base import BlockBase
from rapport.model.fact import StatusKey
from rapport.model.located import Located
from rapport.model.scalar import Date, Line, Text, Word


class MomentSpec(Located):
    """What happens at a date: a fact gives its date and status, or they are written here.

    `when` replaces the date by the source's own words ("un an avant").
    """

    text: Text
    short: Line | None = None
    fact: Word = ""
    date: Date | None = None
    when: Line | None = None
    status: StatusKey | None = None
    locator: Line | None = None


class TimelineBlock(BlockBase):
    """A timeline."""

    timeline: tuple[MomentSpec, ...]
    remark: Text | None = None
