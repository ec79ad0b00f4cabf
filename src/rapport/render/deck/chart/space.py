"""A whole chart part: `c:chartSpace` (ECMA-376 part 1, 21.2.2.29)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from rapport.formats.ooxml.markup import CHART_NAMESPACES, EMPTY, Markup, document, element, join
from rapport.plots import Plan
from rapport.plotting.ring import HOLE
from rapport.render.deck.chart.axes import AXIS_REFERENCES, AxisSetting, axes
from rapport.render.deck.chart.data import PlotSeries
from rapport.render.deck.chart.labels import text_properties
from rapport.render.deck.chart.series import (
    INVISIBLE,
    ChartContext,
    area_series,
    bar_series,
    line_series,
    point_series,
    ring_series,
)

WORKBOOK_RELATION, SHAPES_RELATION = "rId1", "rId2"
"""The relationships of a chart part: its workbook, and the shapes drawn over it where there are some."""


def chart_space(drawing: ChartContext, *, with_shapes: bool) -> bytes:
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
                _plot_area(drawing),
                element("c:plotVisOnly", val=1),
                element("c:dispBlanksAs", val="gap"),
            ),
            INVISIBLE,
            text_properties(drawing.plan.category_size, "ink", "regular", language),
            element("c:externalData", element("c:autoUpdate", val=0), r_id=WORKBOOK_RELATION),
            element("c:userShapes", r_id=SHAPES_RELATION) if with_shapes else EMPTY,
            **CHART_NAMESPACES,
        )
    )


def _plot_area(drawing: ChartContext) -> Markup:
    rule = drawing.charter.deck.rules.hairline
    is_ring = drawing.plan.kind == "doughnut"
    setting = AxisSetting(drawing.plan, drawing.language, drawing.names, (rule.weight, rule.colour))
    groups = join(_groups(drawing))
    return element("c:plotArea", _layout(drawing.plan), groups, EMPTY if is_ring else axes(setting), INVISIBLE)


def _layout(plan: Plan) -> Markup:
    """`c:layout`: the inner plot, in shares of the frame."""
    box = plan.plot
    shares = (box.x / plan.width, box.y / plan.height, box.width / plan.width, box.height / plan.height)
    return element(
        "c:layout",
        element(
            "c:manualLayout",
            element("c:layoutTarget", val="inner"),
            element("c:xMode", val="edge"),
            element("c:yMode", val="edge"),
            *(element(f"c:{name}", val=f"{share:.6f}") for name, share in zip("xywh", shares, strict=True)),
        ),
    )


def _groups(drawing: ChartContext) -> Iterator[Markup]:
    """The plots of each form, in the order in which they are painted."""
    for form, written in _FORMS.items():
        series = tuple(each for each in drawing.sheet.series if each.trace.form == form)
        if series:
            yield written(drawing, series)


def _areas(drawing: ChartContext, series: tuple[PlotSeries, ...]) -> Markup:
    parts = join(area_series(drawing, each) for each in series)
    grouping = element("c:grouping", val="stacked")
    return element("c:areaChart", grouping, element("c:varyColors", val=0), parts, AXIS_REFERENCES)


def _bars(drawing: ChartContext, series: tuple[PlotSeries, ...]) -> Markup:
    plan = drawing.plan
    return element(
        "c:barChart",
        element("c:barDir", val="bar" if plan.lying else "col"),
        element("c:grouping", val=plan.grouping),
        element("c:varyColors", val=0),
        join(bar_series(drawing, each) for each in series),
        element("c:gapWidth", val=plan.gap),
        element("c:overlap", val=plan.overlap),
        AXIS_REFERENCES,
    )


def _lines(drawing: ChartContext, series: tuple[PlotSeries, ...]) -> Markup:
    return element(
        "c:lineChart",
        element("c:grouping", val="standard"),
        element("c:varyColors", val=0),
        join(line_series(drawing, each) for each in series),
        element("c:marker", val=1),
        AXIS_REFERENCES,
    )


def _points(drawing: ChartContext, series: tuple[PlotSeries, ...]) -> Markup:
    """The last series first: LibreOffice paints a scatter's first series on top, PowerPoint obeys their order."""
    return element(
        "c:scatterChart",
        element("c:scatterStyle", val="lineMarker"),
        element("c:varyColors", val=0),
        join(point_series(drawing, each) for each in reversed(series)),
        AXIS_REFERENCES,
    )


def _ring(drawing: ChartContext, series: tuple[PlotSeries, ...]) -> Markup:
    return element(
        "c:doughnutChart",
        element("c:varyColors", val=1),
        join(ring_series(drawing, each) for each in series),
        element("c:firstSliceAng", val=0),
        element("c:holeSize", val=round(HOLE * 100)),
    )


_FORMS: Mapping[str, Callable[[ChartContext, tuple[PlotSeries, ...]], Markup]] = {
    "area": _areas,
    "bar": _bars,
    "line": _lines,
    "dots": _points,
    "ring": _ring,
}
