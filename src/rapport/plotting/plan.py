"""The plan of any chart: the one table of kinds, and small multiples where lines are many."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, ChartKind
from rapport.look.geometry import Box, Pt
from rapport.plots import Placed, Plan
from rapport.plotting.bars import plan_bars
from rapport.plotting.lines import panel_room, plan_areas, plan_lines
from rapport.plotting.placing import cleared
from rapport.plotting.points import plan_rows
from rapport.plotting.ring import plan_ring
from rapport.plotting.scatter import plan_scatter
from rapport.plotting.setting import AXIS_GAP, EDGE, GAP, PlotSetting
from rapport.plotting.strands import Names

MOST_LINES = 3
"""Lines that one plot holds; from four on, each has a plot of its own on the common scale."""
PANEL_GAP = 14.0
NARROWEST = 12.5
"""Least width of a panel, in sizes of its words."""
MOST_ACROSS = 3
PANEL_SHARE = 0.65
"""Height of a panel's plot, as a share of a single one's."""
WORDS_HIGH, PLOT_HIGH = 3, 4.0
"""Lines of words over and under a panel's plot, and its least height in sizes of its words."""


class Asked(Struct, frozen=True):
    """A chart, how it is set, and its room: a height of 0 leaves it to the chart."""

    chart: Chart
    setting: PlotSetting
    width: float
    height: float
    names: Names


def plan_chart(
    chart: Chart, setting: PlotSetting, width: float, height: float = 0.0, names: Names | None = None
) -> tuple[Placed, ...]:
    """The plans of a chart over a width: a single one, but for small multiples."""
    asked = Asked(chart, setting, width, height, names or Names())
    groups = line_groups(chart)
    if len(groups) > MOST_LINES:
        return _multiples(asked, groups)
    plan = cleared(_PLANS[chart.kind](asked))
    return (Placed(Box(Pt(0), Pt(0), Pt(width), Pt(plan.height)), plan),)


def line_groups(chart: Chart) -> tuple[tuple[int, ...], ...]:
    """The series of each line, by name: one that goes on under another status is the same line."""
    if chart.kind != "line":
        return ()
    groups: dict[str, list[int]] = {}
    for number, series in enumerate(chart.series):
        groups.setdefault(series.name, []).append(number)
    return tuple(map(tuple, groups.values()))


def _multiples(asked: Asked, groups: tuple[tuple[int, ...], ...]) -> tuple[Placed, ...]:
    """Panels of one size and one scale, row by row, in the smallest words; as low as leaves them all on a page."""
    found = _panels(replace(asked, setting=in_small(asked.setting)), groups)
    if asked.height or height_of(found) <= asked.setting.tallest:
        return found
    return _multiples(replace(asked, height=asked.setting.tallest), groups)


def _panels(asked: Asked, groups: tuple[tuple[int, ...], ...]) -> tuple[Placed, ...]:
    across = _abreast(len(groups), asked)
    width = (asked.width - PANEL_GAP * (across - 1)) / across
    height = _panel_height(len(groups), across, asked)
    room = panel_room(asked.chart, asked.setting, width)
    plans = [plan_lines(panel_of(asked.chart, group), asked.setting, width, height, room) for group in groups]
    tall = max(plan.height for plan in plans)
    if any(plan.height < tall for plan in plans):
        plans = [plan_lines(panel_of(asked.chart, group), asked.setting, width, tall, room) for group in groups]
    found = []
    for at, (plan, group) in enumerate(zip(plans, groups, strict=True)):
        x, y = at % across * (width + PANEL_GAP), at // across * (tall + PANEL_GAP)
        found.append(Placed(Box(Pt(x), Pt(y), Pt(width), Pt(tall)), cleared(plan), group))
    return tuple(found)


def in_small(setting: PlotSetting) -> PlotSetting:
    """The setting of a panel: all its words are the smallest, its plot is low."""
    low = PANEL_SHARE * setting.line_height
    return replace(setting, category=setting.least, tick=setting.least, line_height=low)


def _abreast(count: int, asked: Asked) -> int:
    """How many panels stand side by side: as few as are high enough, else as many as leave the best shape."""
    tick = asked.setting.tick
    ruler = asked.setting.ruler
    longest = max(ruler.widest_word(series.name, tick, bold=True) for series in asked.chart.series)
    narrowest = max(NARROWEST * tick, longest)
    if not asked.height:
        most = max(1, min(MOST_ACROSS, int((asked.width + PANEL_GAP) // (narrowest + PANEL_GAP))))
        return ceil(count / ceil(count / most))

    def worth(across: int) -> float:
        wide = (asked.width - PANEL_GAP * (across - 1)) / across / narrowest
        words = WORDS_HIGH * ruler.pitch(tick) + 2 * AXIS_GAP + GAP + EDGE
        high = (_panel_height(count, across, asked) - words) / (PLOT_HIGH * tick)
        return min(1.0, wide, high)

    return max(range(1, count + 1), key=lambda across: (round(worth(across), 3), -across))


def _panel_height(count: int, across: int, asked: Asked) -> float:
    """Of each panel, where the height of all is given; else 0."""
    rows = ceil(count / across)
    return (asked.height - PANEL_GAP * (rows - 1)) / rows if asked.height else 0.0


def panel_of(chart: Chart, group: tuple[int, ...]) -> Chart:
    """The part of a chart that one panel shows."""
    if not group:
        return chart
    series = tuple(chart.series[number] for number in group)
    return replace(chart, series=series, alternative=series[0].alternative or chart.alternative)


def height_of(placed: tuple[Placed, ...]) -> float:
    """How high all panels are together."""
    return max((panel.box.bottom for panel in placed), default=0.0)


def _bars(asked: Asked) -> Plan:
    return plan_bars(asked.chart, asked.setting, asked.width, asked.height, asked.names)


def _lines(asked: Asked) -> Plan:
    return plan_lines(asked.chart, asked.setting, asked.width, asked.height)


def _areas(asked: Asked) -> Plan:
    return plan_areas(asked.chart, asked.setting, asked.width, asked.height)


def _rows(asked: Asked) -> Plan:
    return plan_rows(asked.chart, asked.setting, asked.width, asked.height, asked.names)


def _scatter(asked: Asked) -> Plan:
    return plan_scatter(asked.chart, asked.setting, asked.width, asked.height)


def _ring(asked: Asked) -> Plan:
    return plan_ring(asked.chart, asked.setting, asked.width, asked.height)


_PLANS: Mapping[ChartKind, Callable[[Asked], Plan]] = MappingProxyType(
    {
        "bar": _bars,
        "column": _bars,
        "stacked": _bars,
        "stacked-100": _bars,
        "combined": _bars,
        "range": _bars,
        "waterfall": _bars,
        "line": _lines,
        "slope": _lines,
        "area": _areas,
        "dots": _rows,
        "lollipop": _rows,
        "scatter": _scatter,
        "doughnut": _ring,
    }
)
