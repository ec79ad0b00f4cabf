"""Areas on one another."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Point, Series
from rapport.look.geometry import Box, Pt
from rapport.plots.plan import Plan, Shape, Trace
from rapport.plotting.curves import Ground
from rapport.plotting.dress import fill_of
from rapport.plotting.ground import Kept, ground_of
from rapport.plotting.keys import Entry, key_of, series_name
from rapport.plotting.lines import line_plan
from rapport.plotting.setting import EDGE, PlotSetting


def plan_areas(chart: Chart, setting: PlotSetting, width: float, height: float) -> Plan:
    """Areas on one another, from the first series up; a key says whose they are."""
    entries = [Entry(series_name(chart, series), fill_of(chart, at, setting)) for at, series in enumerate(chart.series)]
    key = key_of(entries if len(entries) > 1 else (), setting, width, height)
    frame = Box(Pt(0), Pt(0), Pt(width), Pt(height))
    totals = tuple(
        Point(sum((series.points[at].value or Decimal(0) for series in chart.series), Decimal(0)), "")
        for at in range(len(chart.categories))
    )
    zero = tuple(Point(Decimal(0), "") for _ in chart.categories)
    reach = replace(
        chart, series=(Series("", chart.series[0].status, totals), Series("", chart.series[0].status, zero))
    )
    ground = ground_of(reach, setting, frame, Kept(key.height, end=setting.tick + EDGE))
    traces = tuple(_areas(chart, setting, ground))
    return replace(
        line_plan(replace(chart, series=()), setting, ground, key, traces),
        grouping="stacked",
        width=width,
        edges=True,
        partial=True,
    )


def _areas(chart: Chart, setting: PlotSetting, ground: Ground) -> Iterator[Trace]:
    below = [Decimal(0)] * len(chart.categories)
    for number, series in enumerate(chart.series):
        above = [low + (point.value or Decimal(0)) for low, point in zip(below, series.points, strict=True)]
        tops = [(x, ground.extent.at(value)) for x, value in zip(ground.xs, above, strict=True)]
        feet = [(x, ground.extent.at(value)) for x, value in zip(ground.xs, below, strict=True)]
        look = fill_of(chart, number, setting)
        yield Trace(
            name=series.name,
            form="area",
            values=tuple(point.value for point in series.points),
            look=look,
            status=series.status,
            marks=(Shape((*tops, *reversed(feet)), look),),
            words=tuple(point.label if point.value is not None else "" for point in series.points),
            series=number,
        )
        below = above
