"""A whole chart part: `c:chartSpace` (ECMA-376 part 1, 21.2.2.29)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rapport.edition.blocks.figures import ChartKind
from rapport.formats.ooxml.markup import CHART_NAMESPACES, EMPTY, Markup, document, element, join
from rapport.render.deck.chart.axes import AXIS_REFERENCES, category_axis, value_axis
from rapport.render.deck.chart.data import PlotSeries
from rapport.render.deck.chart.labels import text_properties
from rapport.render.deck.chart.marks import INVISIBLE
from rapport.render.deck.chart.scale import layout, plot
from rapport.render.deck.chart.series import Drawing, bar_series, doughnut_series, line_series, stacked_series

WORKBOOK_RELATION = "rId1"
"""The only relationship of a chart part."""

_HOLE_SIZE = 58


def chart_space(drawing: Drawing) -> bytes:
    """The chart part. PowerPoint takes absent `roundedCorners` for true, and an absent title for the series' name."""
    language = drawing.language
    return document(
        element(
            "c:chartSpace",
            element("c:date1904", val=0),
            element("c:lang", val=language),
            element("c:roundedCorners", val=0),
            element(
                "c:chart",
                element("c:autoTitleDeleted", val=1),
                _PLOTS[drawing.frame.chart.kind](drawing),
                _legend(drawing) if drawing.frame.chart.kind == "doughnut" else EMPTY,
                element("c:plotVisOnly", val=1),
                element("c:dispBlanksAs", val="gap"),
            ),
            INVISIBLE,
            text_properties(drawing.frame.category_size, "ink", "regular", language),
            element("c:externalData", element("c:autoUpdate", val=0), r_id=WORKBOOK_RELATION),
            **CHART_NAMESPACES,
        )
    )


def _column(drawing: Drawing) -> Markup:
    return _with_axes(drawing, _bar_plot(drawing, "col", bar_series), lying=False)


def _bar(drawing: Drawing) -> Markup:
    return _with_axes(drawing, _bar_plot(drawing, "bar", bar_series), lying=True)


def _stacked(drawing: Drawing) -> Markup:
    content = _bar_plot(drawing, "bar", stacked_series, grouping="stacked")
    return _with_axes(drawing, content, lying=True)


def _line(drawing: Drawing) -> Markup:
    content = element(
        "c:lineChart",
        element("c:grouping", val="standard"),
        element("c:varyColors", val=0),
        _all_series(drawing, line_series),
        element("c:marker", val=1),
        AXIS_REFERENCES,
    )
    return _with_axes(drawing, content, lying=False)


def _doughnut(drawing: Drawing) -> Markup:
    content = element(
        "c:doughnutChart",
        element("c:varyColors", val=1),
        _all_series(drawing, doughnut_series),
        element("c:firstSliceAng", val=0),
        element("c:holeSize", val=_HOLE_SIZE),
    )
    return element("c:plotArea", element("c:layout"), content, INVISIBLE)


def _legend(drawing: Drawing) -> Markup:
    """The names of slices: a ring has no room for them, and no place beside it for labels."""
    return element(
        "c:legend",
        element("c:legendPos", val="r"),
        element("c:overlay", val=0),
        text_properties(drawing.frame.category_size, "ink", "regular", drawing.language),
    )


def _bar_plot(
    drawing: Drawing,
    direction: str,
    series: Callable[[Drawing, PlotSeries], Markup],
    grouping: str = "clustered",
) -> Markup:
    overlap = 100 if grouping == "stacked" or _is_one_bar_each(drawing) else 0
    return element(
        "c:barChart",
        element("c:barDir", val=direction),
        element("c:grouping", val=grouping),
        element("c:varyColors", val=0),
        _all_series(drawing, series),
        element("c:gapWidth", val=drawing.measures.gap_width),
        element("c:overlap", val=overlap),
        AXIS_REFERENCES,
    )


def _is_one_bar_each(drawing: Drawing) -> bool:
    """Whether no category has values of two series: its only bar then stands in the middle."""
    rows = zip(*(series.values for series in drawing.sheet.series), strict=True)
    return all(sum(value is not None for value in row) <= 1 for row in rows)


def _all_series(drawing: Drawing, series: Callable[[Drawing, PlotSeries], Markup]) -> Markup:
    return join(series(drawing, item) for item in drawing.sheet.series)


def _with_axes(drawing: Drawing, content: Markup, lying: bool) -> Markup:
    area = plot(drawing.frame, drawing.sheet)
    baseline, size = drawing.charter.deck.rules.strong, drawing.frame.category_size
    return element(
        "c:plotArea",
        layout(area),
        content,
        category_axis(lying, baseline, size, drawing.language),
        value_axis(lying, area, drawing.sheet.number_format),
        INVISIBLE,
    )


_PLOTS: Mapping[ChartKind, Callable[[Drawing], Markup]] = {
    "bar": _bar,
    "column": _column,
    "stacked": _stacked,
    "line": _line,
    "doughnut": _doughnut,
}
