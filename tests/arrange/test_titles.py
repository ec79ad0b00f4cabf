"""Titles that are met once only."""

from __future__ import annotations

import pytest

from editions import FURNITURE
from rapport.arrange.titles import numbered_titles
from rapport.edition.text import plain, words


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["A", "B"], ["A", "B"]),
        (["A", "A"], ["A", "A\u00a0(suite)"]),
        (["A", "B", "A", "A"], ["A", "B", "A\u00a0(2/3)", "A\u00a0(3/3)"]),
        (["A", "A\u00a0(suite)", "A"], ["A", "A\u00a0(suite)", "A\u00a0(suite) (suite)"]),
    ],
)
def test_a_title_met_before_is_marked(titles: list[str], expected: list[str]) -> None:
    assert [plain(title) for title in numbered_titles(map(words, titles), FURNITURE)] == expected
