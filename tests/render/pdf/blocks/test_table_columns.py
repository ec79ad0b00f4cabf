"""How a table shares out its width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.lines.columns import ColumnWords, Demand
from rapport.render.pdf.blocks.table_columns import breaking, shared
from rapport.render.pdf.slides.document import unhyphenated
from rapport.render.pdf.text import Typesetter
from render.pdf.made_up import charter, fonts, words


def test_what_is_left_over_goes_to_the_columns_of_words() -> None:
    assert shared([Demand(10, 50), Demand(10, 30)], 100, takers=(0,)) == [70, 30]


def test_room_goes_where_it_saves_most_lines() -> None:
    short, long = ColumnWords((20.0, 20.0), 5.0), ColumnWords((20.0,) * 8, 5.0)
    first, second = Demand(20, 45, (short,) * 3), Demand(20, 195, (long,) * 3)
    widths = shared([first, second], 115, takers=(0,))
    assert widths[1] >= 70
    assert sum(widths) == pytest.approx(115)


def test_a_column_that_makes_every_row_high_is_widened_first() -> None:
    one_line, two_lines = ColumnWords((30.0,), 5.0), ColumnWords((30.0, 30.0), 5.0)
    widths = shared([Demand(30, 60, (one_line,)), Demand(30, 65, (two_lines,))], 95, takers=(0,))
    assert widths[1] == pytest.approx(65)


def test_columns_too_wide_for_their_longest_words_shrink_alike() -> None:
    assert shared([Demand(100, 100), Demand(50, 60)], 75, takers=(0,)) == [50, 25]


def test_words_and_their_spaces_are_as_wide_as_the_text_on_one_line() -> None:
    typesetter = Typesetter(fonts(), "fr-FR", unhyphenated)
    style = charter().brief.type.table_cell
    found = breaking(typesetter, words("Ajouter ou non d’autres thèmes, la liste étant ouverte"), style)
    assert found.space > 1
    width = typesetter.width(words("Ajouter ou non d’autres thèmes, la liste étant ouverte"), style)
    assert sum(found.widths) + found.space * (len(found.widths) - 1) == pytest.approx(width, abs=0.01)


@given(st.lists(st.tuples(st.floats(1, 200), st.floats(0, 300)), min_size=1, max_size=9), st.floats(50, 600))
def test_the_room_is_filled_and_no_more(pairs: list[tuple[float, float]], room: float) -> None:
    demands = [Demand(least, least + more) for least, more in pairs]
    widths = shared(demands, room, takers=(0,))
    assert sum(widths) == pytest.approx(room, abs=0.1)
    if sum(demand.least for demand in demands) <= room:
        assert all(width >= demand.least - 0.1 for width, demand in zip(widths, demands, strict=True))
