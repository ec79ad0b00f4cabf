"""Columns of pages and slides, on the charter that comes with the program."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.look.charter import Charter
from rapport.look.geometry import Pt
from rapport.look.grid import Columns, GridStrip


def test_the_page_has_a_margin_column_and_a_text_column(charter: Charter) -> None:
    grid = charter.brief.grid
    assert (round(grid.margin.x, 1), round(grid.margin.width, 1)) == (51.0, 155.1)
    assert (round(grid.text.x, 1), round(grid.text.width, 1)) == (220.1, 324.2)
    assert round(grid.full.width, 1) == 493.3
    assert grid.text.right == pytest.approx(grid.full.right)


def test_the_slide_has_twelve_columns(charter: Charter) -> None:
    grid = charter.deck.grid
    assert [round(cell.x) for cell in grid.cells.cells()] == [48, 121, 195, 268, 341, 415, 488, 561, 635, 708, 781, 855]
    assert round(grid.title.width, 1) == 790.7
    assert grid.sheet.holds(grid.content)


def test_halves_of_a_page(charter: Charter) -> None:
    left, right = charter.brief.grid.split(2, gutter=28)
    assert right.x - left.right == pytest.approx(28)
    assert left.width == right.width


@pytest.mark.parametrize(("first", "last"), [(0, 1), (3, 2), (1, 7)])
def test_columns_that_do_not_exist_are_refused(charter: Charter, first: int, last: int) -> None:
    with pytest.raises(ValueError, match="of 6"):
        charter.brief.grid.cells.span(first, last)


@given(st.integers(1, 24), st.floats(0, 20), st.floats(500, 2_000))
def test_columns_and_gutters_fill_the_strip(count: int, gutter: float, width: float) -> None:
    columns = Columns(GridStrip(Pt(10), Pt(width)), count, Pt(gutter))
    cells = columns.cells()
    assert cells[0].x == 10.0
    assert cells[-1].right == pytest.approx(10 + width)
    assert all(after.x - before.right == pytest.approx(gutter) for before, after in pairwise(cells))
