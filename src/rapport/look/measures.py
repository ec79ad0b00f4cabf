"""Measures of the blocks, in points unless said otherwise."""

from __future__ import annotations

from msgspec import Struct

from rapport.look.geometry import Padding, Pt
from rapport.look.palette import ColourName


class Gaps(Struct, frozen=True):
    """White between things: within a block, between a block and its caption, between blocks."""

    small: Pt
    medium: Pt
    large: Pt


class ListMeasures(Struct, frozen=True):
    """Bulleted and numbered lists. `marker` is the character drawn before an item."""

    marker: str
    indent: Pt
    gap: Pt


MARKER_ROOM = 0.9
"""What a marker and the white after it take of the size of the text, in the widest of the faces that may be met."""


def list_indent(indent: float, size: float) -> Pt:
    """The indent of a list of a size: the charter's, or more where text is so large that its marker would touch it."""
    return Pt(max(indent, MARKER_ROOM * size))


class TableMeasures(Struct, frozen=True):
    """Tables: no vertical rules, no stripes; white above and below the text of a cell."""

    padding: Pt
    padding_dense: Pt
    gutter: Pt
    gutter_after_numbers: Pt
    row_height: Pt
    row_height_dense: Pt


class ChartMeasures(Struct, frozen=True):
    """Bar charts: values on the marks, scale from zero, no legend."""

    plot_height: Pt
    column_thickness: Pt
    """Widest an upright bar gets."""
    row_thickness: Pt
    row_pitch: Pt
    """From one lying bar to the next."""
    bar_share: float
    """Widest a bar gets, as a share of its category."""
    outline_weight: Pt
    leader_weight: Pt
    target_diameter: Pt
    label_gap: Pt


class TimelineMeasures(Struct, frozen=True):
    """`pitch` is the distance from one point to the next, down the page or along the slide."""

    pitch: Pt
    sign_diameter: Pt
    cut_off_gap: Pt
    future_ground: ColourName


class CalloutMeasures(Struct, frozen=True):
    """A callout: its ground, the white inside, and the lines it may take."""

    ground: ColourName
    padding: Padding
    max_lines: int


class KeyFigureMeasures(Struct, frozen=True):
    """Tiles of qualifier, number and unit, label, status, in this order."""

    columns: int
    gutter: Pt
    row_gap: Pt
    ground: ColourName
    padding: Padding


class CoverMeasures(Struct, frozen=True):
    """The cover: a solid ground with three signs, then title, subtitle and meta under a rule."""

    ground_height: Pt
    ground: ColourName
    top_line_y: Pt
    sign_diameter: Pt
    sign_y: Pt
    sign_stroke: Pt
    sign_word_y: Pt
    title_y: Pt
    subtitle_y: Pt
    rule_y: Pt
    meta_y: Pt
    meta_columns: int
    logo_height: Pt


class DividerMeasures(Struct, frozen=True):
    """A slide that opens a part."""

    ground: ColourName
    sign_diameter: Pt
    sign_x: Pt
    sign_y: Pt
    sign_stroke: Pt
    title_y: Pt
    subtitle_y: Pt


class SlideLimits(Struct, frozen=True):
    """What one slide can hold; more is split or reported."""

    min_text: Pt
    min_source: Pt
    max_words: int
    max_table_rows: int
    max_timeline_points: int
    max_title_lines: int
    max_key_figures: int
    max_points: int
