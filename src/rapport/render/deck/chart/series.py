"""A series of each kind of plot, its parts in the order of the schema (ECMA-376 part 1, 21.2.2), its marks painted."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from rapport.edition.edition import Furniture
from rapport.formats.ooxml.markup import EMPTY, Markup, element, join
from rapport.look.charter import Charter
from rapport.plots import Look, Marker, Outline, Plan
from rapport.render.deck.chart import workbook
from rapport.render.deck.chart.data import DataSheet, PlotSeries
from rapport.render.deck.chart.labels import Tongue, labels
from rapport.render.deck.text import NO_FILL, NO_LINE, fill, line

# How marks are painted: the looks of the plan in DrawingML.

INVISIBLE = element("c:spPr", NO_FILL, NO_LINE)
NO_MARKER = element("c:marker", element("c:symbol", val="none"))

_SYMBOLS: Mapping[Outline, str] = {
    "circle": "circle",
    "square": "square",
    "diamond": "diamond",
    "triangle": "triangle",
}
_LEAST_MARKER, _LARGEST_MARKER = 2, 72
"""Sizes that a native marker may have (ECMA-376 part 1, 21.2.3.23)."""


def properties(look: Look, name: str = "c:spPr") -> Markup:
    """Fill and outline; what the look leaves out is not painted."""
    inside = fill(look.fill) if look.fill else NO_FILL
    return element(name, inside, outline(look))


def outline(look: Look) -> Markup:
    """The line around a mark, or the mark itself where it is a line."""
    return line(look.weight, look.outline, look.dash) if look.outline and look.weight else NO_LINE


def stroke(look: Look) -> Markup:
    """The properties of a line alone."""
    return element("c:spPr", outline(look))


def marker(found: Marker | None) -> Markup:
    """The points of a line."""
    if found is None:
        return NO_MARKER
    size = min(_LARGEST_MARKER, max(_LEAST_MARKER, round(found.diameter)))
    return element(
        "c:marker",
        element("c:symbol", val=_SYMBOLS[found.outline]),
        element("c:size", val=size),
        properties(found.look),
    )


def leader(look: Look | None, direction: str = "") -> Markup:
    """A line from the axis to each point, drawn as an error bar of 100 %; `direction` is that of a scatter's."""
    if look is None:
        return EMPTY
    return element(
        "c:errBars",
        element("c:errDir", val=direction) if direction else EMPTY,
        element("c:errBarType", val="minus"),
        element("c:errValType", val="percentage"),
        element("c:noEndCap", val=1),
        element("c:val", val=100),
        stroke(look),
    )


class ChartContext(Struct, frozen=True):
    """What the drawing of a chart needs: its plan, its sheet, the charter, the language and its words."""

    plan: Plan
    sheet: DataSheet
    charter: Charter
    language: str
    names: Furniture

    @property
    def tongue(self) -> Tongue:
        return Tongue(self.language, self.plan)


def bar_series(drawing: ChartContext, series: PlotSeries) -> Markup:
    """Bars, each in its own look where they differ."""
    trace = series.trace
    return _series(
        drawing,
        series,
        properties(trace.look),
        element("c:invertIfNegative", val=0),
        join(_differing(at, look) for at, look in enumerate(trace.looks) if look != trace.look),
        labels(series, drawing.tongue),
        leader(trace.leader),
    )


def line_series(drawing: ChartContext, series: PlotSeries) -> Markup:
    """A line with a marker at each value; where a value is missing, the line stops."""
    trace = series.trace
    return _series(
        drawing,
        series,
        stroke(trace.look),
        marker(trace.marker),
        labels(series, drawing.tongue),
        ending=element("c:smooth", val=0),
    )


def area_series(drawing: ChartContext, series: PlotSeries) -> Markup:
    """An area on the one before."""
    return _series(drawing, series, properties(series.trace.look))


def ring_series(drawing: ChartContext, series: PlotSeries) -> Markup:
    """Slices, each in its own look."""
    slices = (
        element("c:dPt", element("c:idx", val=index), element("c:bubble3D", val=0), properties(look))
        for index, look in enumerate(series.trace.looks)
    )
    return _series(drawing, series, EMPTY, join(slices))


def point_series(drawing: ChartContext, series: PlotSeries) -> Markup:
    """Points along two axes, or the lines that tie them."""
    trace, sheet = series.trace, drawing.sheet
    return element(
        "c:ser",
        *_identity(series),
        workbook.series_name(sheet, series),
        stroke(trace.look) if trace.look != Look() else element("c:spPr", NO_LINE),
        marker(trace.marker),
        labels(series, drawing.tongue),
        leader(trace.leader, "x"),
        workbook.across(sheet, series),
        workbook.values(sheet, series, "c:yVal"),
        element("c:smooth", val=0),
        workbook.label_range(sheet, series),
    )


def _differing(at: int, look: Look) -> Markup:
    return element(
        "c:dPt",
        element("c:idx", val=at),
        element("c:invertIfNegative", val=0),
        element("c:bubble3D", val=0),
        properties(look),
    )


def _identity(series: PlotSeries) -> tuple[Markup, Markup]:
    return element("c:idx", val=series.column - 1), element("c:order", val=series.column - 1)


def _series(
    drawing: ChartContext, series: PlotSeries, properties: Markup, *details: Markup, ending: Markup = EMPTY
) -> Markup:
    sheet = drawing.sheet
    return element(
        "c:ser",
        *_identity(series),
        workbook.series_name(sheet, series),
        properties,
        *details,
        workbook.categories(sheet),
        workbook.values(sheet, series),
        ending,
        workbook.label_range(sheet, series),
    )
