"""Key figures of one row have one size, in both files."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec.structs import replace

import editions as slides
from editions import ACHIEVED, figure
from large_figures import rows_of_brief, rows_of_deck, unlike
from rapport.arrange.arrange import arrange
from rapport.edition.blocks.figures import KeyFigures
from rapport.render.deck.writer import write_deck
from rapport.render.pdf.brief import draw_brief
from render.pdf import made_up
from render.pdf.made_up import charter, fonts

AWKWARD = KeyFigures(
    (
        figure("plus de", "3", "milliards d’euros par an", "d’intentions d’achats à long terme", ACHIEVED),
        figure("", "décembre 2025", "", "pour le raccordement du site", ACHIEVED),
        figure("", "la quasi-totalité", "", "des entreprises équipées", ACHIEVED),
        figure("", "12", "tonnes équivalent CO2 par habitant", "émises en un an", ACHIEVED),
    ),
    (),
)
"""A long unit, a month, words in place of a number."""


@cache
def deck(count: int) -> bytes:
    block = replace(AWKWARD, figures=AWKWARD.figures[:count])
    plan = arrange(slides.edition(slides.section("a", "Titre", block)), charter(), fonts())
    return write_deck(plan.deck, charter()).data


@pytest.mark.parametrize("count", [2, 3, 4])
def test_months_long_units_and_words_are_as_large_as_numbers_on_slides(count: int) -> None:
    rows = rows_of_deck(deck(count))
    assert sum(map(len, rows)) == count
    assert unlike(rows) == []
    assert any(text == "2025" for row in rows for text, _ in row)


@pytest.mark.parametrize("role", ["main", "aside"])
def test_months_long_units_and_words_are_as_large_as_numbers_on_paper(role: str) -> None:
    block = replace(AWKWARD, role=role)
    made = made_up.edition(made_up.section("Chiffres", block, made_up.para("Une ligne.")))
    rows = rows_of_brief(draw_brief(made, charter(), fonts()).data)
    if role == "main":
        assert [[text for text, _ in row] for row in rows if len(row) == 4] == [["3", "2025", "laquasi-totalité", "12"]]
    assert unlike(rows) == []
