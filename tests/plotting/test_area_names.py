"""Names written on areas, or in a key where one has no room."""

from __future__ import annotations

import pytest

from gallery.charts import chart, gallery, series, years
from plotting.test_plan import plans
from rapport.edition.blocks.figures import Chart
from rapport.plots import Label, Plan


def roles(content: Chart, medium: str) -> dict[str, str]:
    (placed,) = plans(content, medium)
    names = {each.name for each in content.series}
    return {label.text: label.role for label in placed.plan.texts if label.text in names}


def on(plan: Plan, name: str) -> Label:
    (label,) = (label for label in plan.texts if label.text == name)
    return label


@pytest.mark.parametrize("medium", ["brief", "deck"])
def test_names_stand_on_areas_that_have_the_room(medium: str) -> None:
    content = gallery()["area-6"]
    assert set(roles(content, medium).values()) == {"name"}
    (placed,) = plans(content, medium)
    for trace in placed.plan.traces:
        (shape,) = trace.marks
        label = on(placed.plan, trace.name)
        ys = [y for x, y in shape.points if label.box.x <= x <= label.box.right]  # type: ignore[union-attr]
        assert min(ys) < label.box.y + label.box.height / 2 < max(ys)


@pytest.mark.parametrize("medium", ["brief", "deck"])
def test_one_area_without_room_sends_all_names_to_a_key(medium: str) -> None:
    thin = chart("area", years(2014, 2024), series("Large", (90,) * 11), series("Infime", (0.4,) * 11))
    assert set(roles(thin, medium).values()) == {"key"}
