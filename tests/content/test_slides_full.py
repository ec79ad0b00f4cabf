"""Slides of both summits: full, on the grid, legible from afar; read back from the file."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import pytest
from pptx import Presentation

from large_figures import rows_of_deck, unlike
from legible import small, tops, uneven
from rapport.arrange.arrange import Arranged
from rapport.look.charter import Charter
from rapport.render.deck.writer import write_deck

BRIEFINGS = ("evian-g7", "new-delhi")
COLUMNED = ("Chiffre clé", "Message", "Sections", "Tableau")
"""How the names of shapes begin that stand side by side."""


@pytest.fixture(scope="module")
def decks(plans: Mapping[str, Arranged], charter: Charter) -> Mapping[str, bytes]:
    return {key: write_deck(plans[key].deck, charter).data for key in BRIEFINGS}


@pytest.mark.parametrize("key", BRIEFINGS)
def test_no_slide_is_told_to_be_empty_or_small(plans: Mapping[str, Arranged], key: str) -> None:
    assert [each for each in plans[key].problems if each.code in ("slide-sparse", "slide-small")] == []


@pytest.mark.parametrize("key", BRIEFINGS)
def test_all_but_source_lines_is_legible_from_afar(decks: Mapping[str, bytes], key: str) -> None:
    assert small(decks[key]) == []


@pytest.mark.parametrize("key", BRIEFINGS)
def test_what_stands_side_by_side_starts_on_a_column(decks: Mapping[str, bytes], charter: Charter, key: str) -> None:
    columns = {round(strip.x) for strip in charter.deck.grid.cells.cells()}
    presentation = Presentation(BytesIO(decks[key]))
    shapes = [shape for slide in presentation.slides for shape in slide.shapes if shape.name.startswith(COLUMNED)]
    assert len(shapes) > 10
    assert {round(shape.left.pt) for shape in shapes} <= columns


@pytest.mark.parametrize("key", BRIEFINGS)
def test_content_starts_at_one_height_for_each_number_of_lines_of_a_title(decks: Mapping[str, bytes], key: str) -> None:
    """Under what the box of the title ends."""
    found = tops(decks[key], drawings=True)
    assert len(found) == 2
    assert uneven(found) == {}


def test_key_figures_of_a_row_have_one_size(decks: Mapping[str, bytes]) -> None:
    """The other summit shows charts and tables alone."""
    rows = rows_of_deck(decks["evian-g7"])
    assert [len(row) for row in rows] == [3, 3]
    assert unlike(rows) == []
