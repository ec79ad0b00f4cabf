"""Rows of long tables shared between slides."""

from __future__ import annotations

from rapport.arrange.blocks.table import Heights, balanced


def test_slides_are_filled_alike() -> None:
    """Not the first ones to the brim: the last would be left with a row or two."""
    assert balanced(Heights([10.0] * 10, [0.0] * 10, 45.0), 3) == [(0, 4), (4, 7), (7, 10)]


def test_what_stays_together_is_parted_only_where_slides_would_be_very_unlike() -> None:
    low, high = (Heights([height] * 6, [0.0] * 6, 6 * height) for height in (20.0, 100.0))
    assert balanced(low, 2, frozenset({3})) == [(0, 4), (4, 6)]
    assert balanced(high, 2, frozenset({3})) == [(0, 3), (3, 6)]


def test_the_heading_said_again_counts() -> None:
    assert balanced(Heights([30.0] * 3, [0.0, 20.0, 0.0], 60.0), 2) == [(0, 2), (2, 3)]
    assert balanced(Heights([30.0] * 3, [0.0, 20.0, 20.0], 45.0), 2) == []


def test_too_few_slides_hold_nothing() -> None:
    assert balanced(Heights([30.0] * 3, [0.0] * 3, 45.0), 2) == []


def test_rows_of_unlike_heights_are_shared_by_their_heights() -> None:
    assert balanced(Heights([10.0, 10.0, 10.0, 10.0, 40.0], [0.0] * 5, 45.0), 2) == [(0, 4), (4, 5)]
    assert balanced(Heights([40.0, 10.0, 10.0, 10.0, 10.0], [0.0] * 5, 45.0), 2) == [(0, 1), (1, 5)]
    assert balanced(Heights([40.0, 40.0], [0.0] * 2, 45.0), 2) == [(0, 1), (1, 2)]
