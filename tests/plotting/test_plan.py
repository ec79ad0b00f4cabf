"""Plans of any chart: no two labels meet, none leaves the frame, no word is cut, every value can be reached."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from gallery.charts import Value, chart, gallery, points, ranges, scatter
from rapport.edition.blocks.figures import Chart, ChartKind, Series
from rapport.edition.text import Status
from rapport.look.geometry import Box, Pt
from rapport.plots import Label, Placed, Plan, Shape
from rapport.plotting.placing import crosses
from rapport.plotting.plan import height_of, plan_chart
from rapport.plotting.setting import PlotSetting, brief_setting, deck_setting
from render.pdf.made_up import ACHIEVED, ESTIMATED, PLANNED, TARGET, charter, fonts

ROOMS: dict[str, tuple[float, float]] = {"brief": (324.2, 0.0), "deck": (570.0, 280.0)}
WHOLE_SLIDE = 864.0
"""What a chart of many lines takes of a slide's width."""
TOLERANCE = 0.05


def setting(medium: str) -> PlotSetting:
    look = charter()
    return brief_setting(look, fonts()) if medium == "brief" else deck_setting(look.deck, look.statuses, fonts())


def plans(content: Chart, medium: str) -> tuple[Placed, ...]:
    width, height = ROOMS[medium]
    many = medium == "deck" and len(content.series) > 6
    return plan_chart(content, setting(medium), WHOLE_SLIDE if many else width, height)


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
    assert height_of(placed) <= (ROOMS[medium][1] or setting(medium).tallest) + TOLERANCE


@pytest.mark.parametrize("medium", list(ROOMS))
@pytest.mark.parametrize("name", list(gallery()))
def test_labels_of_the_gallery_have_their_places(name: str, medium: str) -> None:
    check(gallery()[name], medium)


WORDS = st.sampled_from(
    (
        "Un",
        "Île-de-France",
        "Fonctionnement",
        "Solidarité, insertion et égalité des chances",
        "Établissements publics",
        "Anticonstitutionnellement",
        "Programme d’investissement des collectivités territoriales pour la transition énergétique des bâtiments",
    )
)
TITLES = st.sampled_from(("Un", "Île-de-France", "Fonctionnement", "Provence-Alpes-Côte d’Azur"))
"""Names of more lines than a slide holds long ones for."""
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.none(), st.integers(-100, 100), st.just(5), st.sampled_from((0, 1_000_000, "0.001", "-99.9")), st.integers(0, 9)
)
KINDS: tuple[ChartKind, ...] = (
    "bar", "column", "line", "area", "stacked", "stacked-100", "combined", "dots", "slope", "lollipop", "doughnut",
    "range", "scatter", "waterfall",
)  # fmt: skip
SHARES = ("area", "stacked", "stacked-100", "doughnut")
COUNTS: dict[ChartKind, tuple[int, int]] = {
    "dots": (2, 3), "combined": (2, 2), "lollipop": (2, 2), "doughnut": (1, 1), "range": (1, 1), "scatter": (2, 2),
    "waterfall": (1, 1), "line": (1, 12),
}  # fmt: skip
MOST: dict[ChartKind, int] = {"slope": 2, "dots": 12, "lollipop": 12, "doughnut": 5}
TIMED = ("line", "column", "area")
STATUSES = st.sampled_from((ACHIEVED, ACHIEVED, PLANNED, ESTIMATED, TARGET))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Any chart that content can ask for."""
    kind = draw(st.sampled_from(KINDS))
    count = draw(st.integers(2 if kind == "slope" else 3 if kind == "waterfall" else 1, MOST.get(kind, 40)))
    first = draw(st.integers(1900, 1980))
    timed = kind in TIMED and draw(st.booleans())
    categories = [str(first + at) if timed else f"{draw(WORDS)} {at}" for at in range(count)]
    if kind == "range":
        return ranges(categories, [_ends(draw(SMALL), draw(SMALL)) for _ in range(count)])
    if kind == "scatter":
        return scatter(categories, [draw(VALUES) for _ in range(count)], [draw(VALUES) for _ in range(count)])
    lines = draw(st.integers(*COUNTS.get(kind, (1, 6))))
    titles = WORDS if lines <= 3 else TITLES
    given_series = []
    for at in range(lines):
        values = [_reduced(kind, draw(VALUES)) for _ in range(count)]
        status = ACHIEVED if kind == "waterfall" else draw(STATUSES)
        given_series.append(named(f"{draw(titles)} {at}", values, status, over=kind == "combined" and at == 1))
    return highlighted(chart(kind, categories, *given_series), draw(st.sampled_from((-1, 0, count - 1))))


SMALL = st.integers(-100, 1000)


def _ends(one: int, other: int) -> tuple[Value, Value]:
    return min(one, other), max(one, other)


def _reduced(kind: ChartKind, value: Value) -> Value:
    """A value that a chart of this kind may show."""
    return str(abs(Decimal(str(value)))) if kind in SHARES and value is not None else value


def highlighted(content: Chart, at: int) -> Chart:
    """The chart with a category that its author speaks of; none for -1."""
    if at < 0:
        return content
    series = tuple(
        replace(one, points=(*one.points[:at], replace(one.points[at], highlighted=True), *one.points[at + 1 :]))
        for one in content.series
    )
    return replace(content, series=series)


def named(name: str, values: list[Value], status: Status, *, over: bool) -> Series:
    return Series(name, status, points(values), "line" if over else "")


@settings(max_examples=max(150, settings.default.max_examples if settings.default else 0))
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


def test_a_ring_gives_way_to_the_words_beside_it() -> None:
    """At the widths of large print, a ring of two fifths would leave no room for a long name."""
    names = ("Hydroélectricité, 2024", "Gaz naturel", "Nucléaire")
    content = chart("doughnut", names, Series("Parts", ACHIEVED, points(["420", "54", "16"])))
    broad, narrow = (plan_chart(content, setting("brief"), width, 0.0)[0].plan for width in (324.2, 190.0))
    shown = [line for label in narrow.texts for line in label.lines]
    assert "Hydroélectricité," in shown
    assert not any(line[:1] in (",", "é") for line in shown)
    assert narrow.plot.width / narrow.width < broad.plot.width / broad.width


@pytest.mark.parametrize("medium", list(ROOMS))
def test_a_label_stands_over_a_summit_and_under_a_hollow(medium: str) -> None:
    values: list[Value] = [62, 60, 62, 90]
    line = chart("line", [str(year) for year in range(2019, 2023)], named("", values, ACHIEVED, over=False))
    (panel,) = plans(line, medium)
    (trace,) = panel.plan.traces
    dots = [mark for mark in trace.marks if not isinstance(mark, Shape)]
    boxes = {label.text: label.box for label in trace.labels}
    assert boxes["62"].bottom < dots[0].y
    assert boxes["60"].y > dots[1].y
