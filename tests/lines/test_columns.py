"""Columns of tables: widths that save lines, numbers that stand under one another."""

from __future__ import annotations

import pytest

from rapport.lines.columns import ColumnWords, Demand, decimal_room, decimal_shifts, lowest, past_point


def width(_at: int, text: str) -> float:
    """Every character as wide as any other."""
    return 5.0 * len(text)


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("2,6\u00a0Md€", ",6\u00a0Md€"),
        ("plus de 1\u202f434,25\u00a0€", ",25\u00a0€"),
        ("35\u202f000 entreprises", " entreprises"),
        ("7", ""),
        ("−12", ""),
        ("10.5%", ".5%"),
        ("2,3 à 2,5\u00a0°C", None),
        ("non précisé", None),
        ("", None),
    ],
)
def test_what_follows_the_units_digit(text: str, past: str | None) -> None:
    assert past_point(text) == past


def test_units_digits_stand_under_one_another() -> None:
    texts = ["2,65 M€", "12 M€", "plus de 0,5 M€"]
    shifts = decimal_shifts(texts, width, 200.0)
    ends = [width(0, text) + shift for text, shift in zip(texts, shifts, strict=True)]
    points = [200 - shift - width(0, past_point(text) or "") for text, shift in zip(texts, shifts, strict=True)]
    assert len({round(point, 6) for point in points}) == 1
    assert shifts == (0.0, 15.0, 5.0)
    assert decimal_room(texts, width) == max(ends)


def test_words_stay_at_their_side() -> None:
    assert decimal_shifts(["2,6", "non précisé", "3"], width, 200.0) == (0.0, 0.0, 10.0)


def test_nothing_moves_where_a_text_would_leave_its_line_or_there_is_one_number() -> None:
    assert decimal_shifts(["2,65 M€", "12 M€"], width, 34.0) == (0.0, 0.0)
    assert decimal_shifts(["2,65 M€", "–"], width, 200.0) == (0.0, 0.0)


def test_room_goes_where_it_saves_most_lines() -> None:
    short = Demand(10.0, 10.0, (ColumnWords((10.0,), 2.0),) * 2)
    long = Demand(20.0, 64.0, (ColumnWords((20.0, 20.0, 20.0), 2.0), ColumnWords((20.0,), 2.0)))
    assert lowest((short, long), 80.0) == (10.0, 64.0)


def test_a_column_whose_natural_width_is_its_least_is_not_widened() -> None:
    narrow = Demand(10.0, 10.0, (ColumnWords((10.0, 10.0), 1.0),))
    other = Demand(10.0, 40.0, (ColumnWords((10.0, 10.0), 1.0),))
    assert lowest((narrow, other), 60.0)[0] == 10.0
