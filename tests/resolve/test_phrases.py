"""Facts in words and as values to draw."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from briefing_tree import briefing
from content_tree import SMALL
from rapport.resolve.phrases import value_of

RANGE = SMALL["facts/financement.yaml"].replace("value: 109_000_000_000", "low: 100\n          high: 109")


def test_a_range_is_drawn_by_its_lower_end(tmp_path: Path) -> None:
    """What is promised at most must not stand as what is promised."""
    facts = briefing(tmp_path, {"facts/financement.yaml": RANGE}).content.facts
    assert value_of(facts["promesse"]) == Decimal(100)
    assert value_of(facts["levees"]) == Decimal(2_600_000_000)
