"""Drawn lines."""

from __future__ import annotations

from msgspec import Struct

from rapport.look.length import Pt
from rapport.look.palette import ColourName


class Rule(Struct, frozen=True):
    """A line: its weight in points and the role of its colour."""

    weight: Pt
    colour: ColourName


class Rules(Struct, frozen=True):
    """The lines of one medium."""

    opening: Rule
    """Above a title."""
    strong: Rule
    """Top and bottom of a table, above a key figure, baseline of a chart."""
    table_head: Rule
    hairline: Rule
    """Between rows, gridlines."""
    cut_off: Rule
    """The date at which the data stop, on a timeline."""
    timeline: Rule
    callout_bar: Rule
    """Inside the left edge of a callout."""
