"""How a table shares out its width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.render.pdf.blocks.table_columns import Demand, shared


def test_what_is_left_over_goes_to_the_columns_of_words() -> None:
    assert shared([Demand(10, 50), Demand(10, 30)], 100, takers=(0,)) == [70, 30]


def test_what_lacks_is_taken_from_the_widest_column() -> None:
    assert shared([Demand(10, 100), Demand(10, 30)], 100, takers=(0,)) == pytest.approx([70, 30])


def test_columns_too_wide_for_their_longest_words_shrink_alike() -> None:
    assert shared([Demand(100, 100), Demand(50, 60)], 75, takers=(0,)) == [50, 25]


@given(st.lists(st.tuples(st.floats(1, 200), st.floats(0, 300)), min_size=1, max_size=9), st.floats(50, 600))
def test_the_room_is_filled_and_no_more(pairs: list[tuple[float, float]], room: float) -> None:
    demands = [Demand(least, least + more) for least, more in pairs]
    widths = shared(demands, room, takers=(0,))
    assert sum(widths) == pytest.approx(room, abs=0.1)
    if sum(demand.least for demand in demands) <= room:
        assert all(width >= demand.least - 0.1 for width, demand in zip(widths, demands, strict=True))
