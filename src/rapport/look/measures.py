"""Measures of the blocks, in points unless said otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.look.box import Padding
from rapport.look.length import Pt
from rapport.look.palette import ColourName


@dataclass(frozen=True, slots=True)
class Gaps:
    """White between things: within a block, between a block and its caption, between blocks."""

    small: Pt
    medium: Pt
    large: Pt


@dataclass(frozen=True, slots=True)
class ListMeasures:
    """Bulleted and numbered lists. `marker` is the character drawn before an item."""

    marker: str
    indent: Pt
    gap: Pt


@dataclass(frozen=True, slots=True)
class TableMeasures:
    """Tables: no vertical rules, no stripes; white above and below the text of a cell."""

    padding: Pt
    padding_dense: Pt
    gutter: Pt
    gutter_after_numbers: Pt
    row_height: Pt
    row_height_dense: Pt


@dataclass(frozen=True, slots=True)
class ChartMeasures:
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

    @property
    def gap_width(self) -> int:
        """White between bars in per cent of a bar's width, as Office charts want it (ECMA-376 part 1, 21.2.2.75)."""
        return round((1 / self.bar_share - 1) * 100)


@dataclass(frozen=True, slots=True)
class TimelineMeasures:
    """`pitch` is the distance from one point to the next, down the page or along the slide."""

    pitch: Pt
    sign_diameter: Pt
    cut_off_gap: Pt
    future_ground: ColourName


@dataclass(frozen=True, slots=True)
class CalloutMeasures:
    """A callout: its ground, the white inside, and the lines it may take."""

    ground: ColourName
    padding: Padding
    max_lines: int


@dataclass(frozen=True, slots=True)
class KeyFigureMeasures:
    """Tiles of qualifier, number and unit, label, status, in this order."""

    columns: int
    gutter: Pt
    row_gap: Pt
    ground: ColourName
    padding: Padding


@dataclass(frozen=True, slots=True)
class CoverMeasures:
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


@dataclass(frozen=True, slots=True)
class DividerMeasures:
    """A slide that opens a part."""

    ground: ColourName
    sign_diameter: Pt
    sign_x: Pt
    sign_y: Pt
    sign_stroke: Pt
    title_y: Pt
    subtitle_y: Pt


@dataclass(frozen=True, slots=True)
class SlideLimits:
    """What one slide can hold; more is split or reported."""

    min_text: Pt
    min_source: Pt
    max_words: int
    max_table_rows: int
    max_timeline_points: int
    max_title_lines: int
    max_key_figures: int
    max_points: int
