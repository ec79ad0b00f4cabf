"""The size of the text in tables."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from editions import edition, section, table
from rapport.arrange.arrange import plan
from rapport.arrange.blocks.table_cells import LARGEST, SetTable
from rapport.arrange.blocks.table_sizes import _lines
from rapport.arrange.piece import steps
from rapport.arrange.studio import SlideContext
from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.text import words
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


def test_lines_are_counted_by_their_leading(studio: SlideContext) -> None:
    """Three lines are as high as four letters."""
    column = Column(words("Objet"), "name")
    made = SetTable(Table((), (column,), (Row((Cell(words("trois lignes étroites")),)),), ()), studio)
    own = steps(studio.look, "table_cell", LARGEST).index(studio.look.type.table_cell.size)
    narrow = made.ruled((Pt(max(studio.measure.widest_word(made.cell(made.body[0], 0, own).paragraphs[0]), 1)),), own)
    assert _lines(made, narrow) == 1 + 3


def test_a_row_alone_fills_its_slide(charter: Charter, fonts: FontSet) -> None:
    """What was decided, by whom and when: longer lines than at the charter's own size are no matter."""
    columns = (Column(words("Décision"), "name"), Column(words("Par qui")), Column(words("Pour quand")))
    cells = ("Convoquer le comité de suivi à la rentrée", "La ministre", "fin 2026")
    row = Row(tuple(Cell(words(text)) for text in cells))
    made = plan(edition(section("a", "Titre", Table(words("Décisions"), columns, (row,), ()))), charter, fonts)
    (found,) = tables(made.deck.slides[-1])
    assert found.rows[-1].cells[0].paragraphs[0].size == Pt(36)
    assert made.problems == ()
