"""What a source prints is held to the value of its fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_tree import SMALL, plain_spaces, read_tree
from rapport.review.printed import printed_otherwise


@pytest.mark.parametrize(
    ("value", "unit", "printed", "told"),
    [
        ("2_600_000", "EUR", "2,5 millions d'euros", True),
        ("2_600_000", "EUR", "plus de 2,6 M€ levés en 2025", False),
        ("2_644_000", "EUR", "2,6 M€", False),
        ("-12", "percent", "une baisse de 12 %", False),
        ("67", "percent", "deux tiers", False),
        ("1_240", "place", "1 240 places", False),
        ("1.55", '"°C|°C"', "1,55 °C", False),
        ("1_240", "place", "1 420 places", True),
        ("12", "place", "un quartier entier", False),
        ("2_600_000_000", "EUR", "€2.6bn", False),
    ],
)
def test_a_source_that_prints_another_value_is_told(
    value: str, unit: str, printed: str, told: bool, tmp_path: Path
) -> None:
    fact = (
        f"somme: {{label: une somme, value: {value}, unit: {unit}, status: achieved, as_of: 2026-02-10, "
        f'source: bilan, locator: p. 1, printed: "{printed}"}}\n'
    )
    section = 'title: Essai\nmessage: "Un essai"\nblocks:\n  - paragraph: "Soit {somme}."\n'
    briefing = SMALL["briefings/evian.yaml"]
    files = {"facts/autres.yaml": fact, "sections/financement.yaml": section, "briefings/evian.yaml": briefing}
    found = [plain_spaces(each.message) for each in printed_otherwise(read_tree(tmp_path, files).content, "evian")]
    assert found == ([f"« {printed} » ne dit pas la valeur du fait"] if told else [])
