"""Plans of any chart: no two labels meet, none leaves the frame, no word is cut, every value can be reached."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from gallery.charts import chart, gallery, points
from rapport.edition.blocks.figures import Chart, ChartKind, Series
from rapport.edition.text import Status
from rapport.look.geometry import Box, Pt
from rapport.plots.plan import Label, Placed, Plan, Shape
from rapport.plotting.placing import crosses
from rapport.plotting.plan import plan_chart
from rapport.plotting.setting import Setting, brief_setting, deck_setting
from render.pdf.made_up import ACHIEVED, ESTIMATED, PLANNED, TARGET, charter, fonts

ROOMS: dict[str, tuple[float, float]] = {"brief": (324.2, 0.0), "deck": (570.0, 280.0)}
TOLERANCE = 0.05


def setting(medium: str) -> Setting:
    look = charter()
    return brief_setting(look, fonts()) if medium == "brief" else deck_setting(look.deck, look.statuses, fonts())


def plans(content: Chart, medium: str) -> tuple[Placed, ...]:
    return plan_chart(content, setting(medium), *ROOMS[medium])


def labels_meet(plan: Plan) -> list[tuple[str, str]]:
    """Labels of marks that come within 2 points of one another."""
    shown = [label for trace in plan.traces for label in trace.labels]
    return [(one.text, other.text) for one, other in combinations(shown, 2) if grown(one, 1.9).overlaps(other.box)]


def words_meet(plan: Plan) -> list[tuple[str, str]]:
    """Words of any sort that print on one another."""
    return [
        (one.text, other.text)
        for one, other in combinations(plan.labels, 2)
        if ink(one).overlaps(ink(other), tolerance=TOLERANCE)
    ]


def ink(label: Label) -> Box:
    """What letters fill of their lines: less than from ascent to descent."""
    return label.box.inset(0, 0.14 * label.pitch)


def grown(label: Label, by: float) -> Box:
    box = label.box
    return Box(Pt(box.x - by), Pt(box.y - by), Pt(box.width + 2 * by), Pt(box.height + 2 * by))


def struck(plan: Plan) -> list[str]:
    """Labels that a line goes through."""
    lines = [
        (one, other)
        for trace in plan.traces
        if trace.form == "line"
        for mark in trace.marks
        if isinstance(mark, Shape)
        for one, other in pairwise(mark.points)
    ]
    shown = [label for trace in plan.traces for label in trace.labels]
    return [label.text for label in shown if any(crosses(line, label.box) for line in lines)]


def outside(plan: Plan) -> list[str]:
    edge = Box(Pt(0), Pt(0), Pt(plan.width), Pt(plan.height))
    return [label.text for label in plan.labels if not edge.holds(label.box, tolerance=TOLERANCE)]


def cut(plan: Plan) -> list[str]:
    """Words that are broken inside."""
    whole = {word for name in plan.categories for word in name.replace("-", "- ").split(" ")}
    names = [label for label in plan.texts if label.role == "category" and not plan.dates]
    return [
        line
        for label in names
        for line in label.lines
        for word in line.replace("-", "- ").split(" ")
        if word not in whole
    ]


def unreachable(content: Chart, placed: tuple[Placed, ...]) -> list[str]:
    """Values that stand neither on a mark nor in a cell of the workbook."""
    held = [value for panel in placed for trace in panel.plan.traces for value in (*trace.values, *trace.across)]
    missing = []
    for series in content.series:
        for point in series.points:
            reach = point.high - point.value if point.high is not None and point.value is not None else point.value
            if reach is not None and reach not in held and abs(reach) not in held:
                missing.append(str(reach))
    return missing


def check(content: Chart, medium: str) -> None:
    placed = plans(content, medium)
    for panel in placed:
        assert labels_meet(panel.plan) == []
        assert words_meet(panel.plan) == []
        assert struck(panel.plan) == []
        assert outside(panel.plan) == []
        assert cut(panel.plan) == []
        assert panel.plan.plot.width > 0 < panel.plan.plot.height
    assert unreachable(content, placed) == []


@pytest.mark.parametrize("medium", list(ROOMS))
@pytest.mark.parametrize("name", list(gallery()))
def test_labels_of_the_gallery_have_their_places(name: str, medium: str) -> None:
    check(gallery()[name], medium)


WORDS = st.sampled_from(
    ("Un", "Île-de-France", "Fonctionnement", "Solidarité, insertion et égalité des chances", "Établissements publics")
)
VALUES = st.one_of(
    st.none(), st.integers(-100, 100), st.just(5), st.sampled_from((0, 1_000_000, "0.001", "-99.9")), st.integers(0, 9)
)
KINDS: tuple[ChartKind, ...] = (
    "bar", "column", "line", "area", "stacked", "stacked-100", "combined", "dots", "slope", "lollipop", "doughnut",
)  # fmt: skip
SHARES = ("area", "stacked", "stacked-100", "doughnut")
COUNTS: dict[ChartKind, tuple[int, int]] = {"dots": (2, 3), "combined": (2, 2), "lollipop": (2, 2), "doughnut": (1, 1)}


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    kind = draw(st.sampled_from(KINDS))
    most = 2 if kind == "slope" else 12 if kind in ("dots", "lollipop", "doughnut") else 40
    count = draw(st.integers(2 if kind == "slope" else 1, most))
    timed = kind in ("line", "column", "area") and draw(st.booleans())
    first = draw(st.integers(1900, 1980))
    categories = [str(first + at) if timed else f"{draw(WORDS)} {at}" for at in range(count)]
    least, largest = COUNTS.get(kind, (1, 6))
    given_series = []
    for at in range(draw(st.integers(least, largest))):
        values = [draw(VALUES) for _ in range(count)]
        if kind in SHARES:
            values = [None if value is None else str(abs(Decimal(str(value)))) for value in values]
        status = draw(st.sampled_from((ACHIEVED, ACHIEVED, PLANNED, ESTIMATED, TARGET)))
        given_series.append(named(f"{draw(WORDS)} {at}", values, status, over=kind == "combined" and at == 1))
    return chart(kind, categories, *given_series)


def named(name: str, values: list[object], status: Status, *, over: bool) -> Series:
    return Series(name, status, points(values), "line" if over else "")  # type: ignore[arg-type]


@given(charts(), st.sampled_from(list(ROOMS)))
def test_labels_of_any_chart_have_their_places(content: Chart, medium: str) -> None:
    check(content, medium)


def test_a_guard_sees_labels_that_meet() -> None:
    (panel,) = plans(gallery()["column-6"], "deck")
    (trace,) = panel.plan.traces
    first, second, *others = trace.labels
    moved = replace(second, box=first.box)
    spoilt = replace(panel.plan, traces=(replace(trace, labels=(first, moved, *others)),))
    assert labels_meet(spoilt)


def test_lines_label_their_ends_and_extremes() -> None:
    (panel,) = plans(gallery()["line-emissions"], "deck")
    assert {label.text for label in panel.plan.traces[0].labels} == {"544", "550", "369"}


def test_time_is_true_to_scale() -> None:
    (panel,) = plans(gallery()["line-emissions"], "deck")
    dots = [mark for mark in panel.plan.traces[0].marks if not isinstance(mark, Shape)]
    steps = [round(other.x - one.x, 3) for one, other in pairwise(dots)]
    assert steps[0] == pytest.approx(5 * steps[-1], rel=0.01)


def test_four_lines_stand_in_panels_on_one_scale() -> None:
    placed = plans(gallery()["line-4"], "deck")
    assert len(placed) == 4
    assert len({(panel.plan.value.low, panel.plan.value.high, panel.plan.plot) for panel in placed}) == 1


def test_bars_start_at_zero_and_share_the_data_s_extent() -> None:
    (panel,) = plans(gallery()["bar-8-long"], "brief")
    assert (panel.plan.value.low, panel.plan.value.high) == (Decimal(0), Decimal("64.8"))


def test_shares_of_a_whole_go_to_100() -> None:
    (panel,) = plans(gallery()["stacked-100-3"], "deck")
    assert (panel.plan.value.low, panel.plan.value.high) == (Decimal(0), Decimal(100))


def test_what_goes_on_under_another_status_is_one_curve() -> None:
    (panel,) = plans(gallery()["line-projected"], "deck")
    done, planned = panel.plan.traces
    assert done.look.outline == planned.look.outline == "accent"
    assert done.look.dash == ()
    assert planned.look.dash
    assert planned.values[9] == done.values[9]
