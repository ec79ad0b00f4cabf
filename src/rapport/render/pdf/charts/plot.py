"""The plot of any chart over a strip: the one table of kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, ChartKind, Series
from rapport.look.grid import Strip
from rapport.render.pdf.charts.bars import draw_bars
from rapport.render.pdf.charts.columns import columns_fit, draw_columns, set_columns
from rapport.render.pdf.charts.doughnut import draw_doughnut
from rapport.render.pdf.charts.line import draw_line_chart
from rapport.render.pdf.charts.pen import Pen
from rapport.render.pdf.charts.stacked import draw_stacked
from rapport.render.pdf.composer.vertical import Box


class Panel(Struct, frozen=True):
    """One series of a chart with the categories it has something to say of, and its plot."""

    series: Series
    plot: Box


def draw_panels(pen: Pen, chart: Chart, strip: Strip) -> tuple[Panel, ...]:
    """The plots of a chart: one for each series, since one axis holds one status; a single one for stacked parts."""
    if chart.kind == "stacked":
        return (Panel(chart.series[0], draw_stacked(pen, chart, strip)),) if chart.series else ()
    return tuple(_panel(pen, chart, series, strip) for series in chart.series)


def _panel(pen: Pen, chart: Chart, series: Series, strip: Strip) -> Panel:
    pairs = zip(chart.categories, series.points, strict=True)
    said = [(name, point) for name, point in pairs if point.value is not None or point.label]
    spoken = replace(series, points=tuple(point for _, point in said))
    plot = Plot(pen, tuple(name for name, _ in said), spoken, strip, chart.unit)
    return Panel(series, DRAWERS[chart.kind](plot))


class Plot(Struct, frozen=True):
    """What a kind of chart draws: categories and a series over a strip."""

    pen: Pen
    names: Sequence[str]
    series: Series
    strip: Strip
    unit: str


def _bars(plot: Plot) -> Box:
    return draw_bars(plot.pen, plot.names, plot.series, plot.strip, plot.unit)


def _columns(plot: Plot) -> Box:
    """Upright bars, or lying ones where the labels are too long or too many to stand side by side."""
    columns = set_columns(plot.pen, plot.names, plot.series.points, plot.strip)
    return draw_columns(plot.pen, columns, plot.series, plot.strip) if columns_fit(columns) else _bars(plot)


def _line(plot: Plot) -> Box:
    columns = set_columns(plot.pen, plot.names, plot.series.points, plot.strip)
    return draw_line_chart(plot.pen, columns, plot.series, plot.strip) if columns_fit(columns) else _bars(plot)


def _doughnut(plot: Plot) -> Box:
    return draw_doughnut(plot.pen, plot.names, plot.series, plot.strip)


DRAWERS: Mapping[ChartKind, Callable[[Plot], Box]] = MappingProxyType(
    {"bar": _bars, "column": _columns, "line": _line, "doughnut": _doughnut}
)
"""Stacked bars are drawn from the whole chart, not series by series."""
