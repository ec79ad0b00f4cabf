"""A series of each kind of plot, its parts in the order the schema wants (ECMA-376 part 1, 21.2.2)."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from rapport.formats.ooxml.markup import EMPTY, Markup, element, join
from rapport.look.charter import Charter
from rapport.look.measures import ChartMeasures
from rapport.look.sign import Bar
from rapport.render.deck.chart import marks, references
from rapport.render.deck.chart.data import PlotSeries, Sheet
from rapport.render.deck.chart.labels import LabelLook, Position, labels
from rapport.slides.elements import ChartFrame


class Drawing(Struct, frozen=True):
    """What the drawing of a chart needs: its frame, its sheet, the charter and the language."""

    frame: ChartFrame
    sheet: Sheet
    charter: Charter
    language: str

    @property
    def measures(self) -> ChartMeasures:
        return self.charter.deck.chart

    def bar(self, series: PlotSeries) -> Bar:
        return marks.bar_of(self.charter, series.status)


_NEAR_BASELINE = 4
"""A point lower than this part of the largest value has no room below it."""
_LARGEST_ON_RING = 16.0
"""Points: what fits on the ring of a doughnut."""


def bar_series(drawing: Drawing, series: PlotSeries) -> Markup:
    """Clustered bars: labels beyond their ends."""
    return _bars(drawing, series, _label_look(drawing, series, lambda _: "outEnd"))


def stacked_series(drawing: Drawing, series: PlotSeries) -> Markup:
    """Stacked bars: labels inside, in a colour that reads on the fill."""
    bar = drawing.bar(series)
    look = _label_look(drawing, series, lambda _: "ctr", lambda _: marks.text_on(bar.fill))
    return _bars(drawing, series, look, marks.part_properties(bar, drawing.measures))


def line_series(drawing: Drawing, series: PlotSeries) -> Markup:
    """A line with a marker at each value; where a value is missing, the line stops."""
    bar, is_note = drawing.bar(series), series.role == "note"
    no_marker = element("c:marker", element("c:symbol", val="none"))
    look = _label_look(drawing, series, lambda index: _beside_line(drawing.sheet, series, index))
    return _series(
        drawing,
        series,
        marks.INVISIBLE if is_note else marks.line_properties(bar),
        no_marker if is_note else marks.marker(bar, drawing.measures),
        labels(series, look),
        ending=element("c:smooth", val=0),
    )


def doughnut_series(drawing: Drawing, series: PlotSeries) -> Markup:
    """Slices in turn dark and light, each with its value; their names stand in the legend."""
    slices = join(
        element("c:dPt", element("c:idx", val=index), element("c:bubble3D", val=0), marks.slice_properties(index))
        for index, value in enumerate(series.values)
        if value is not None
    )
    look = _label_look(drawing, series, lambda _: "", marks.slice_text)
    look = replace(look, size=min(look.size, _LARGEST_ON_RING))
    return _series(drawing, series, EMPTY, slices, labels(series, look))


def _bars(drawing: Drawing, series: PlotSeries, look: LabelLook, properties: Markup = EMPTY) -> Markup:
    bar, is_note = drawing.bar(series), series.role == "note"
    return _series(
        drawing,
        series,
        marks.INVISIBLE if is_note else properties or marks.bar_properties(bar, drawing.measures),
        element("c:invertIfNegative", val=0),
        labels(series, look),
        EMPTY if is_note else marks.leader(bar, drawing.measures),
    )


def _series(
    drawing: Drawing, series: PlotSeries, properties: Markup, *details: Markup, ending: Markup = EMPTY
) -> Markup:
    sheet = drawing.sheet
    return element(
        "c:ser",
        element("c:idx", val=series.column - 1),
        element("c:order", val=series.column - 1),
        references.series_name(sheet, series),
        properties,
        *details,
        references.categories(sheet),
        references.values(sheet, series),
        ending,
        references.label_range(sheet, series),
    )


def _label_look(
    drawing: Drawing,
    series: PlotSeries,
    position: Callable[[int], Position],
    colour: Callable[[int], str] = lambda _: "accent",
) -> LabelLook:
    frame = drawing.frame
    if series.role == "note":
        return LabelLook(frame.category_size, drawing.language, lambda _: "grey", position, "regular")
    return LabelLook(frame.label_size, drawing.language, colour, position)


def _beside_line(sheet: Sheet, series: PlotSeries, index: int) -> Position:
    """Below a point from which the line only rises, above all others: there the line does not cross the label.

    There is no room for it below a point near the baseline, nor above the point of another line.
    """
    value = series.values[index]
    around = (*series.values[max(0, index - 1) : index], *series.values[index + 1 : index + 2])
    neighbours = [other for other in around if other is not None]
    if series.role == "note" or value is None or not neighbours:
        return "t"
    points = (other.values[index] for other in sheet.series)
    if any(point < value for point in points if point is not None):
        return "t"
    largest = max(known for each in sheet.series for known in each.values if known is not None)
    return "b" if min(neighbours) > value > largest / _NEAR_BASELINE else "t"
