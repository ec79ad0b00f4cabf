"""How a paragraph is set: measure, alignment, and what good lines are."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Alignment = Literal["justified", "ragged", "balanced"]
"""Flush on both sides; flush left, lines filled one after the other; flush left, lines of like length (titles)."""


class Costs(Struct, frozen=True):
    """Demerits of total fit (Knuth and Plass, "Breaking Paragraphs into Lines", 1981, under TeX's names).

    Penalties weigh a single break, in the scale of badness (100 = spaces at the limit of their stretch): of a hyphen
    added, of one added in a word bound to a figure, of a break after a written hyphen, after a dash, in an address,
    and of a word cut where no rule allows it. Demerits weigh neighbouring lines or the paragraph's end, in the scale of
    badness squared. No more than two lines in a row end with a hyphen, whatever the costs.
    """

    line: float = 10.0
    hyphen: float = 200.0
    figure: float = 400.0
    written_hyphen: float = 100.0
    dash: float = 10.0
    address: float = 50.0
    cut: float = 10_000_000.0
    consecutive_hyphens: float = 30_000.0
    uneven_neighbours: float = 10_000.0
    final_hyphen: float = 40_000.0
    short_last_line: float = 20_000.0


class Spacing(Struct, frozen=True):
    """How far spaces give way, as a share of the face's own space: `stretch` and `shrink` at badness 100.

    `first_tolerance` is the stretch a paragraph may reach without hyphens before hyphens are tried, `tolerance` what
    it may reach with them, both in multiples of `stretch`; beyond, any stretch is taken. `zone` is the share of the
    measure a ragged line may leave empty rather than end with a hyphen. The figures suit a face with a narrow space.
    """

    stretch: float = 0.8
    shrink: float = 0.25
    first_tolerance: float = 1.2
    tolerance: float = 1.6
    zone: float = 0.3


class Setting(Struct, frozen=True):
    """The shape of a paragraph; `measure` and `indent` (of its first line) in points.

    `hanging` is the share of the usual optical margin taken by punctuation at the line's ends: 0 for a flush edge,
    1 for the full protrusion. `short_last_line` is the share of the measure a last line should reach.
    """

    measure: float
    alignment: Alignment = "justified"
    indent: float = 0.0
    hanging: float = 0.0
    short_last_line: float = 0.15
    spacing: Spacing = Spacing()
    costs: Costs = Costs()
