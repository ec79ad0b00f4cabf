"""Charts at their extremes: labels never meet, never leave the strip, and every value is said."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.edition.blocks.figures import Chart, ChartKind, Point, Series
from rapport.edition.evidence import Status
from rapport.edition.text import words
from rapport.formats.pdf.tags.element import Element
from rapport.look.box import Box as Area
from rapport.look.grid import Strip
from rapport.look.length import Pt
from rapport.render.pdf.brief import brief_context
from rapport.render.pdf.charts.pen import Pen, brief_chart_look, deck_chart_look
from rapport.render.pdf.charts.plot import Panel, draw_panels
from rapport.render.pdf.charts.scale import scale_of
from rapport.render.pdf.composer.vertical import Box
from rapport.render.pdf.display.item import Shape, SignMark
from render.pdf.made_up import ACHIEVED, ESTIMATED, PLANNED, PROMISED, STATUSES, TARGET, charter, edition, fonts
from render.pdf.placed import items_of, meeting, texts

KINDS: tuple[ChartKind, ...] = ("bar", "column", "stacked", "line", "doughnut")
STRIP = Strip(Pt(220.1), Pt(324.2))
SLIDE_STRIP = Strip(Pt(48), Pt(570))


def pen(medium: str = "brief") -> Pen:
    look = brief_chart_look(charter()) if medium == "brief" else deck_chart_look(charter())
    context = brief_context(edition(), charter(), fonts())
    return Pen(context.typesetter, charter(), look, Element("Figure", placed=True))


def chart(kind: ChartKind, categories: list[str], *series: Series, unit: str = "") -> Chart:
    return Chart(kind, words("Titre"), words("Mesure"), tuple(categories), series, (), "…", unit=unit)


def series(status: Status, *values: float | None, labels: tuple[str, ...] = ()) -> Series:
    said = labels or tuple("non précisé" if value is None else f"{value} Md€" for value in values)
    points = (Point(None if v is None else Decimal(str(v)), label) for v, label in zip(values, said, strict=True))
    return Series("", status, tuple(points))


def plots(drawn: Chart, medium: str = "brief", strip: Strip = STRIP) -> tuple[Panel, ...]:
    return draw_panels(pen(medium), drawn, strip)


def bars(box: Box) -> list[Area]:
    """The areas of the closed shapes of a plot."""
    return [
        Area(Pt(min(x)), Pt(min(y)), Pt(max(x) - min(x)), Pt(max(y) - min(y)))
        for item in items_of(box)
        if isinstance(item, Shape) and item.closed
        for x, y in [tuple(zip(*item.points, strict=True))]
    ]


def test_columns_stand_on_zero_and_are_as_high_as_their_values() -> None:
    (panel,) = plots(chart("column", ["2027", "2029"], series(PLANNED, 240, 700)))
    low, high = bars(panel.plot)
    assert low.bottom == pytest.approx(high.bottom)
    assert high.height == pytest.approx(charter().brief.chart.plot_height)
    assert low.height / high.height == pytest.approx(240 / 700)


def test_negative_columns_hang_from_zero() -> None:
    (panel,) = plots(chart("column", ["a", "b"], series(ACHIEVED, 10, -5)))
    up, down = bars(panel.plot)
    assert up.bottom == pytest.approx(down.y)
    assert up.height == pytest.approx(2 * down.height)


def test_a_lacking_value_has_words_and_no_bar() -> None:
    (panel,) = plots(chart("column", ["2027", "2028", "2029"], series(PLANNED, 240, None, 700)))
    assert len(bars(panel.plot)) == 2
    assert [text.text for text in texts(panel.plot)].count("non précisé") == 1


def test_an_aim_has_a_leader_and_a_sign_but_no_bar() -> None:
    (panel,) = plots(chart("bar", ["PME"], series(TARGET, 80), unit="%"))
    assert not bars(panel.plot)
    assert [item.sign.outline for item in items_of(panel.plot) if isinstance(item, SignMark)] == ["triangle"]
    assert {text.text for text in texts(panel.plot)} == {"PME", "80 Md€", "0", "50", "100"}


@pytest.mark.parametrize(
    ("status", "fill", "dashed"),
    [(ACHIEVED, "accent", False), (PLANNED, "tint", False), (PROMISED, "white", False), (ESTIMATED, "white", True)],
)
def test_each_status_has_its_bar(status: Status, fill: str, dashed: bool) -> None:
    (panel,) = plots(chart("column", ["a"], series(status, 1)))
    (bar,) = (item for item in items_of(panel.plot) if isinstance(item, Shape) and item.closed)
    assert (bar.ink.fill, bar.ink.outline, bool(bar.ink.dash)) == (fill, "accent", dashed)


def test_each_status_has_a_panel_of_its_own() -> None:
    drawn = chart("column", ["a", "b"], series(ACHIEVED, 1, 2), series(PROMISED, 30, 40))
    assert [panel.series.status for panel in plots(drawn)] == [ACHIEVED, PROMISED]


def test_a_line_is_broken_where_a_value_is_lacking() -> None:
    (panel,) = plots(chart("line", ["a", "b", "c", "d"], series(ACHIEVED, 1, None, 3, 4)))
    lines = [item for item in items_of(panel.plot) if isinstance(item, Shape) and not item.closed]
    assert len(lines) == 2, "the base line, and one segment from c to d"


def test_a_label_is_never_crossed_by_a_line() -> None:
    """Below its point where the line only rises from there; elsewhere on white, drawn over the line."""
    (panel,) = plots(chart("line", ["a", "b", "c", "d"], series(ACHIEVED, 10, -5, 0, -12)))
    items = list(items_of(panel.plot))
    last_line = max(at for at, item in enumerate(items) if isinstance(item, Shape) and not item.closed)
    grounds = [(at, item) for at, item in enumerate(items) if isinstance(item, Shape) and item.closed]
    assert [item.ink.fill for _, item in grounds] == ["white"] * 4
    assert min(at for at, _ in grounds) > last_line
    middle = {text.text: text.area.y + text.area.height / 2 for text in texts(panel.plot)}
    points = [item.area.y + item.area.height / 2 for item in items if isinstance(item, SignMark)]
    assert middle["10 Md€"] < points[0]
    assert middle["-5 Md€"] > points[1]


def test_columns_whose_names_do_not_fit_side_by_side_lie_down() -> None:
    names = [f"Établissement public numéro {number}" for number in range(12)]
    (panel,) = plots(chart("column", names, series(ACHIEVED, *range(1, 13))))
    assert {area.x for area in bars(panel.plot)} == {bars(panel.plot)[0].x}, "they start at the same abscissa"


def test_percentages_go_to_one_hundred() -> None:
    assert scale_of([Decimal(40)], 100, "%").place(100) == 100
    assert scale_of([Decimal(40)], 100).place(40) == 100
    assert scale_of([], 100).place(0) == 0


NAMES = st.sampled_from(
    ["", "PME", "fin 2027", "Très petites entreprises", "Montereau-Vallée-de-la-Seine", "anticonstitutionnellement" * 2]
)
LABELS = st.sampled_from(["0", "80 %", "plus de 2,6 Md€", "la totalité", "à hauteur de 10 millions d’euros par an"])
VALUES = st.one_of(st.none(), st.just(0.0), st.floats(-1e12, 1e12, allow_nan=False), st.floats(0, 1, allow_nan=False))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    names = draw(st.lists(NAMES, min_size=1, max_size=20))
    made = []
    for status in draw(st.lists(st.sampled_from(STATUSES), min_size=1, max_size=3, unique=True)):
        values = [draw(VALUES) for _ in names]
        labels = tuple("non précisé" if value is None else draw(LABELS) for value in values)
        made.append(series(status, *values, labels=labels))
    return chart(draw(st.sampled_from(KINDS)), names, *made, unit=draw(st.sampled_from(["", "%"])))


@settings(max_examples=120, deadline=None)
@given(charts(), st.sampled_from([("brief", STRIP), ("deck", SLIDE_STRIP)]))
def test_any_chart(drawn: Chart, medium: tuple[str, Strip]) -> None:
    """No label meets another or leaves the strip; every value is said as often as it is drawn."""
    name, strip = medium
    said: list[str] = []
    for panel in plots(drawn, name, strip):
        placed = list(texts(panel.plot))
        assert not meeting(placed)
        for text in placed:
            assert text.area.x >= strip.x - 1
            assert text.area.right <= strip.right + 1
            assert text.area.y >= -4
            assert text.area.bottom <= panel.plot.height + 4
        said.append(" ".join(text.text for text in placed))
    for each in drawn.series:
        for point in each.points:
            assert all(word in " ".join(said) for word in point.label.split())
