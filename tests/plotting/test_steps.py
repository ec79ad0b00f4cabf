"""The lines that tie the bars of a waterfall."""

from __future__ import annotations

import pytest

from gallery.charts import gallery
from plotting.test_plan import plans
from rapport.plots import Shape


@pytest.mark.parametrize("medium", ["brief", "deck"])
def test_a_line_leads_from_the_end_of_each_step_to_the_next(medium: str) -> None:
    (placed,) = plans(gallery()["waterfall-6"], medium)
    plan = placed.plan
    _base, *ties = [mark for mark in plan.over if isinstance(mark, Shape) and not mark.closed]
    assert len(ties) == len(plan.categories) - 1
    for tie in ties:
        (left, y), (right, level) = tie.points
        assert y == level
        assert right > left
        bars = [mark for trace in plan.traces for mark in trace.marks if isinstance(mark, Shape)]
        edges = {round(place, 1) for bar in bars for _, place in bar.points}
        assert round(y, 1) in edges
