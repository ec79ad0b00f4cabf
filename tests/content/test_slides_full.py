"""Slides of both summits: full, on the grid, legible from afar; read back from the plan and from the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from io import BytesIO

import pytest
from pptx import Presentation

from large_figures import rows_of_deck, unlike
from rapport.arrange.arrange import Arranged
from rapport.arrange.checks import FOOT_STYLES
from rapport.arrange.fitting import paragraphs_of
from rapport.look.charter import Charter
from rapport.render.deck.writer import write_deck

BRIEFINGS = ("evian-g7", "new-delhi")
COLUMNED = ("Chiffre clé", "Message", "Sections", "Tableau")
"""How the names of shapes begin that stand side by side."""


@pytest.mark.parametrize("key", BRIEFINGS)
def test_no_slide_is_told_to_be_empty_or_small(plans: Mapping[str, Arranged], key: str) -> None:
    assert [each for each in plans[key].problems if each.code in ("slide-sparse", "slide-small")] == []


@pytest.mark.parametrize("key", BRIEFINGS)
def test_all_but_source_lines_is_legible_from_afar(plans: Mapping[str, Arranged], key: str) -> None:
    sizes = {
        paragraph.size
        for slide in plans[key].deck.slides
        for paragraph in paragraphs_of(slide.elements)
        if paragraph.style not in FOOT_STYLES
    }
    assert min(sizes) >= 18


@pytest.mark.parametrize("key", BRIEFINGS)
def test_what_stands_side_by_side_starts_on_a_column(plans: Mapping[str, Arranged], charter: Charter, key: str) -> None:
    columns = {round(strip.x) for strip in charter.deck.grid.cells.cells()}
    presentation = Presentation(BytesIO(write_deck(plans[key].deck, charter).data))
    shapes = [shape for slide in presentation.slides for shape in slide.shapes if shape.name.startswith(COLUMNED)]
    assert len(shapes) > 10
    assert {round(shape.left.pt) for shape in shapes} <= columns


@pytest.mark.parametrize("key", BRIEFINGS)
def test_content_starts_at_one_height_for_each_number_of_lines_of_a_title(
    plans: Mapping[str, Arranged], charter: Charter, key: str
) -> None:
    """Under what the box of the title ends; the cover and the message open the deck and stand as they want."""
    tops: dict[int, set[int]] = defaultdict(set)
    for slide in list(Presentation(BytesIO(write_deck(plans[key].deck, charter).data)).slides)[3:]:
        title = slide.shapes.title
        under = [shape.top.pt for shape in slide.shapes if shape.top.pt > title.top.pt + 30 and shape.height.pt >= 0]
        tops[round(title.height.pt)].add(round(min(under)))
    assert len(tops) == 2
    assert {height: len(found) for height, found in tops.items()} == dict.fromkeys(tops, 1)


def test_key_figures_of_a_row_have_one_size(plans: Mapping[str, Arranged], charter: Charter) -> None:
    """The other summit shows charts and tables alone."""
    rows = rows_of_deck(write_deck(plans["evian-g7"].deck, charter).data)
    assert [len(row) for row in rows] == [3, 3]
    assert unlike(rows) == []
