"""Signs and words of statuses in a row, and how many lines they take."""

from __future__ import annotations

import pytest

from editions import ACHIEVED, ANNOUNCED, PLANNED, PROMISED
from rapport.arrange.mark import _placements, mark_row_height, mark_width
from rapport.arrange.studio import SlideContext

STATUSES = (ACHIEVED, PLANNED, PROMISED, ANNOUNCED)


def starts(width: float, studio: SlideContext) -> list[tuple[int, float]]:
    """The line of each sign, and the white before it."""
    ends = {0: 0.0}
    found = []
    for status, x, row in _placements(STATUSES, width, studio):
        found.append((row, round(x - ends.get(row, 0.0), 3)))
        ends[row] = x + mark_width(status, studio)
    return found


def test_signs_stand_apart_or_closer_where_that_saves_a_line(studio: SlideContext) -> None:
    large, medium = studio.look.gaps.large, studio.look.gaps.medium
    words = sum(mark_width(status, studio) for status in STATUSES)
    assert starts(words + 3 * large + 0.01, studio) == [(0, 0), (0, large), (0, large), (0, large)]
    assert starts(words + 3 * large - 0.01, studio) == [(0, 0), (0, medium), (0, medium), (0, medium)]
    assert starts(words + 3 * medium + 0.01, studio) == [(0, 0), (0, medium), (0, medium), (0, medium)]
    assert starts(words + 3 * medium - 0.01, studio) == [(0, 0), (0, medium), (0, medium), (1, 0)]


@pytest.mark.parametrize(("share", "lines"), [(1.0, 1), (0.7, 2), (0.1, 4)])
def test_a_line_more_takes_its_height(share: float, lines: int, studio: SlideContext) -> None:
    width = share * (sum(mark_width(status, studio) for status in STATUSES) + 3 * studio.look.gaps.large) + 0.01
    pitch = studio.look.type.status.leading + studio.look.gaps.small
    assert mark_row_height(STATUSES, width, studio) == lines * pitch
    assert mark_row_height((), width, studio) == 0
