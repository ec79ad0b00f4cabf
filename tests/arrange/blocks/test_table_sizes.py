"""The size of the text in tables."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from editions import edition, section, table
from rapport.arrange.arrange import plan
from rapport.lines.face import FontSet
from rapport.look.charter import Charter
from rapport.look.geometry import Pt
from sketch import tables


@pytest.mark.parametrize(("own", "least"), [(36, 18), (28, 28)])
def test_a_charter_of_large_cells_has_them_at_its_own_size(
    own: float, least: float, charter: Charter, fonts: FontSet
) -> None:
    deck = charter.deck
    cell = replace(deck.type.table_cell, size=Pt(own), leading=Pt(own))
    type_, limits = replace(deck.type, table_cell=cell), replace(deck.limits, min_text=Pt(least))
    large = replace(charter, deck=replace(deck, type=type_, limits=limits))
    (found,) = tables(plan(edition(section("a", "Titre", table(5))), large, fonts).deck.slides[-1])
    assert found.rows[-1].cells[0].paragraphs[0].size == own
