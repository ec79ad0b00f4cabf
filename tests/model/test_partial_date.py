"""The notation of dates: what it stands for, how it sorts, what it refuses."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.model.partial_date import PartialDate, PartialDateError, Precision

IN_ORDER = [
    "2024/2026", "2025-12-30/2026-01-02", "2026-Q1", "early-2026", "2026-H1", "2026", "2026-02-10",
    "2026-02-10T09:30", "2026-02-10T18:30",
    "2026-02-18/2026-02-19",
    "2026-02-18/2026-02-21", "2026-03", "mid-2026", "2026-06", "2026-H2", "2027", "end-2027", "2028-01-01", "end-2029",
]  # fmt: skip


def test_dates_sort_by_their_first_day_then_their_last() -> None:
    dates = [PartialDate.parse(notation) for notation in reversed(IN_ORDER)]
    assert [str(each) for each in sorted(dates)] == IN_ORDER


@pytest.mark.parametrize("notation", IN_ORDER)
def test_the_canonical_notation_comes_back(notation: str) -> None:
    assert str(PartialDate.parse(notation)) == notation


@pytest.mark.parametrize(
    ("notation", "canonical"),
    [
        ("2026-02-18/19", "2026-02-18/2026-02-19"),
        ("2026-02-28/03-02", "2026-02-28/2026-03-02"),
        (" 2026-06 ", "2026-06"),
        ("2026-06/09", "2026-06/2026-09"),
    ],
)
def test_short_ranges_are_read_in_full(notation: str, canonical: str) -> None:
    assert str(PartialDate.parse(notation)) == canonical


@pytest.mark.parametrize(
    ("notation", "precision", "first", "last"),
    [
        ("2026", Precision.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
        ("2024-02", Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-Q3", Precision.QUARTER, date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-H2", Precision.HALF, date(2026, 7, 1), date(2026, 12, 31)),
        ("2026-02-18/19", Precision.DAYS, date(2026, 2, 18), date(2026, 2, 19)),
    ],
)
def test_what_a_date_spans(notation: str, precision: Precision, first: date, last: date) -> None:
    assert PartialDate.parse(notation) == PartialDate(precision, first, last)


def test_the_ends_of_a_range_are_dates() -> None:
    days = PartialDate.parse("2026-02-28/2026-03-02")
    assert (str(days.start), str(days.stop)) == ("2026-02-28", "2026-03-02")
    month = PartialDate.parse("2026-06")
    assert month.start == month.stop == month


@pytest.mark.parametrize(("notation", "number"), [("2026-Q3", 3), ("2026-H2", 2), ("2026", 0)])
def test_the_number_of_a_part_of_the_year(notation: str, number: int) -> None:
    assert PartialDate.parse(notation).number == number


@pytest.mark.parametrize(
    "notation",
    [
        "", "demain", "26", "2026-13", "2026-00", "2026-02-30", "2026-02-00", "2026-Q5", "2026-H3", "late-2026",
        "end-26",
        "2026-02-19/18", "2026-02-18/18", "2026-02-18/2027", "2026/2026", "2026-02-18/19/20", "10/02/2026",
        "0000", "2026-6",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(notation: str) -> None:
    with pytest.raises(PartialDateError):
        PartialDate.parse(notation)


@given(st.dates(), st.dates())
def test_two_days_make_a_range_that_comes_back(one: date, other: date) -> None:
    first, last = sorted((one, other))
    if first != last:
        days = PartialDate.parse(f"{first}/{last}")
        assert (days.first, days.last) == (first, last)
        assert PartialDate.parse(str(days)) == days
