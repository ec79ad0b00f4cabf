"""Rows that end before their table does."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from editions import edition, rows, section, table
from rapport.arrange.arrange import Arranged
from rapport.edition.blocks.figures import Cell, Row
from rapport.edition.edition import Edition
from told import planned


def test_a_row_that_ends_early_is_set_as_one_whose_last_cells_are_empty(
    arranged: Callable[[Edition], Arranged],
) -> None:
    def plan(*cells: Cell) -> str:
        made = replace(table(3), rows=(*rows(2), Row(cells)))
        return planned(arranged(edition(section("a", "Un titre", made))).deck)

    (name, _amount) = rows(1)[0].cells
    assert plan(name) == plan(name, Cell())
