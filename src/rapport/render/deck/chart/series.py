"""A series of each kind of plot, its parts in the order the schema wants (ECMA-376 part 1, 21.2.2)."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.edition import Furniture
from rapport.formats.ooxml.markup import EMPTY, Markup, element, join
from rapport.look.charter import Charter
from rapport.plots.plan import Look, Plan
from rapport.render.deck.chart import marks, references
from rapport.render.deck.chart.data import PlotSeries, Sheet
from rapport.render.deck.chart.labels import Tongue, labels
from rapport.render.deck.colours import NO_LINE


class Drawing(Struct, frozen=True):
    """What the drawing of a chart needs: its plan, its sheet, the charter, the language and its words."""

    plan: Plan
    sheet: Sheet
    charter: Charter
    language: str
    names: Furniture

    @property
    def tongue(self) -> Tongue:
        return Tongue(self.language, self.plan)


def bar_series(drawing: Drawing, series: PlotSeries) -> Markup:
    """Bars, each in its own look where they differ."""
    trace = series.trace
    return _series(
        drawing,
        series,
        marks.properties(trace.look),
        element("c:invertIfNegative", val=0),
        join(_differing(at, look) for at, look in enumerate(trace.looks) if look != trace.look),
        labels(series, drawing.tongue),
        marks.leader(trace.leader),
    )


def line_series(drawing: Drawing, series: PlotSeries) -> Markup:
    """A line with a marker at each value; where a value is missing, the line stops."""
    trace = series.trace
    return _series(
        drawing,
        series,
        marks.stroke(trace.look),
        marks.marker(trace.marker),
        labels(series, drawing.tongue),
        ending=element("c:smooth", val=0),
    )


def area_series(drawing: Drawing, series: PlotSeries) -> Markup:
    """An area on the one before."""
    return _series(drawing, series, marks.properties(series.trace.look))


def ring_series(drawing: Drawing, series: PlotSeries) -> Markup:
    """Slices, each in its own look."""
    slices = (
        element("c:dPt", element("c:idx", val=index), element("c:bubble3D", val=0), marks.properties(look))
        for index, look in enumerate(series.trace.looks)
    )
    return _series(drawing, series, EMPTY, join(slices))


def point_series(drawing: Drawing, series: PlotSeries) -> Markup:
    """Points along two axes, or the lines that tie them."""
    trace, sheet = series.trace, drawing.sheet
    return element(
        "c:ser",
        *_identity(series),
        references.series_name(sheet, series),
        marks.stroke(trace.look) if trace.look != Look() else element("c:spPr", NO_LINE),
        marks.marker(trace.marker),
        labels(series, drawing.tongue),
        marks.leader(trace.leader, "x"),
        references.across(sheet, series),
        references.values(sheet, series, "c:yVal"),
        element("c:smooth", val=0),
        references.label_range(sheet, series),
    )


def _differing(at: int, look: Look) -> Markup:
    return element(
        "c:dPt",
        element("c:idx", val=at),
        element("c:invertIfNegative", val=0),
        element("c:bubble3D", val=0),
        marks.properties(look),
    )


def _identity(series: PlotSeries) -> tuple[Markup, Markup]:
    return element("c:idx", val=series.column - 1), element("c:order", val=series.column - 1)


def _series(
    drawing: Drawing, series: PlotSeries, properties: Markup, *details: Markup, ending: Markup = EMPTY
) -> Markup:
    sheet = drawing.sheet
    return element(
        "c:ser",
        *_identity(series),
        references.series_name(sheet, series),
        properties,
        *details,
        references.categories(sheet),
        references.values(sheet, series),
        ending,
        references.label_range(sheet, series),
    )
