"""How a paragraph is set: measure, alignment, and what good lines are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Alignment = Literal["justified", "ragged", "balanced"]
"""Flush on both sides; flush left with lines filled one after the other; flush left with lines of like length (titles)."""


@dataclass(frozen=True, slots=True)
class Costs:
    """Demerits of total fit (Knuth and Plass, "Breaking Paragraphs into Lines", 1981; names and figures of TeX).

    Penalties weigh a single break, in the scale of badness (100 = spaces at the limit of their stretch); demerits weigh
    a pair of lines or a paragraph's end, in the scale of badness squared. No more than two lines in a row end with a
    hyphen, whatever the costs.
    """

    line: float = 10.0
    hyphen: float = 50.0
    written_hyphen: float = 30.0
    compound: float = 200.0
    dash: float = 10.0
    address: float = 30.0
    consecutive_hyphens: float = 10_000.0
    uneven_neighbours: float = 10_000.0
    final_hyphen: float = 20_000.0
    short_last_line: float = 10_000.0


@dataclass(frozen=True, slots=True)
class Spacing:
    """How far spaces give way, as a share of the face's own space: `stretch` and `shrink` at badness 100.

    `first_tolerance` is the stretch a paragraph may reach without hyphens before hyphens are tried, `tolerance` what it
    may reach with them, both in multiples of `stretch`. `emergency` is the stretch granted to each line, as a share of
    the measure, before total fit gives up. `zone` is the share of the measure a ragged line may leave empty rather than end with a
    hyphen.
    """

    stretch: float = 0.5
    shrink: float = 0.2
    first_tolerance: float = 1.0
    tolerance: float = 2.0
    emergency: float = 0.05
    zone: float = 0.3


@dataclass(frozen=True, slots=True)
class Setting:
    """The shape of a paragraph; `measure` and `indent` (of its first line) in points.

    `hanging` is the share of the usual optical margin taken by punctuation at the line's ends: 0 for a flush edge, 1 for
    the full protrusion. `short_last_line` is the share of the measure a last line should reach.
    """

    measure: float
    alignment: Alignment = "justified"
    indent: float = 0.0
    hanging: float = 0.0
    short_last_line: float = 0.15
    spacing: Spacing = Spacing()
    costs: Costs = Costs()
