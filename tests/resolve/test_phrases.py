"""Facts in words and as values to draw."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from briefing_tree import briefing
from content_tree import SMALL
from rapport.resolve.edition import context_of
from rapport.resolve.phrases import phrase, shown_figure, tile_parts, value_of

RANGE = SMALL["facts/financement.yaml"].replace("value: 109_000_000_000", "low: 100\n          high: 109")


SPELT = SMALL["facts/financement.yaml"].replace(
    "value: 80\n          unit: percent",
    'low: 3\n          high: 4\n          unit: year\n          words: "trois à quatre ans"',
)
HALF = SMALL["facts/financement.yaml"].replace("value: 80", 'value: 50\n          words: "la moitié"')


def test_columns_of_figures_show_digits_for_a_number_in_letters_and_only_for_that(tmp_path: Path) -> None:
    for facts, tile, shown in (
        (SPELT, ("", "3 à 4", "ans"), "3 à 4\u00a0ans"),
        (HALF, ("", "la moitié", ""), "la moitié"),
    ):
        content = briefing(tmp_path / tile[1], {"facts/financement.yaml": facts}).content
        context = context_of(content, "evian", "brief")
        assert tile_parts(context.fact("pme"), context) == tile
        assert shown_figure("pme", context) == shown
        assert phrase("pme", "full", context) in ("trois à quatre ans", "la moitié")


def test_a_range_is_drawn_by_its_lower_end(tmp_path: Path) -> None:
    """What is promised at most must not stand as what is promised."""
    facts = briefing(tmp_path, {"facts/financement.yaml": RANGE}).content.facts
    assert value_of(facts["promesse"]) == Decimal(100)
    assert value_of(facts["levees"]) == Decimal(2_600_000_000)
