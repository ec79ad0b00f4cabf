"""A whole chart part: `c:chartSpace` (ECMA-376 part 1, 21.2.2.29)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from rapport.edition.edition import Furniture
from rapport.formats.ooxml.markup import CHART_NAMESPACES, EMPTY, Markup, document, element, join
from rapport.plots import Axis, Plan, Shape
from rapport.plotting.extent import serial
from rapport.plotting.ring import HOLE
from rapport.render.deck.chart.data import PlotSeries, decimals, number_format
from rapport.render.deck.chart.labels import UPRIGHT, text_properties
from rapport.render.deck.chart.series import (
    INVISIBLE,
    ChartContext,
    area_series,
    bar_series,
    line_series,
    outline,
    point_series,
    ring_series,
)
from rapport.render.deck.text import NO_LINE, line

CATEGORY_AXIS, VALUE_AXIS = 1, 2
"""Axis identifiers must be positive and below 2**31; PowerPoint's own negative ones are not valid."""

AXIS_REFERENCES = join((element("c:axId", val=CATEGORY_AXIS), element("c:axId", val=VALUE_AXIS)))
SHARE_FORMAT = "0%"
"""Shares of bars to 100 are counted from 0 to 1."""
_NO_TICKS = join((element("c:majorTickMark", val="none"), element("c:minorTickMark", val="none")))


class AxisSetting(Struct, frozen=True):
    """A plan's axes in their language, with the words that number formats need, and the weight of gridlines."""

    plan: Plan
    language: str
    names: Furniture
    grid: tuple[float, str]


def axes(setting: AxisSetting) -> Markup:
    """Both axes of a plan: of categories, dates or values along, and of values."""
    plan = setting.plan
    if plan.across is not None:
        along, up = (plan.value, plan.across) if plan.lying else (plan.across, plan.value)
        return join(
            (
                _value_axis(setting, along, (CATEGORY_AXIS, VALUE_AXIS), "b", hidden=not along.ticks),
                _rank_axis(setting, up)
                if plan.lying
                else _value_axis(setting, up, (VALUE_AXIS, CATEGORY_AXIS), "l", hidden=not up.ticks),
            )
        )
    first = _date_axis(setting) if plan.dates else _category_axis(setting)
    place = "b" if plan.lying else "l"
    value = _value_axis(setting, plan.value, (VALUE_AXIS, CATEGORY_AXIS), place, hidden=not plan.value.ticks)
    return join((first, value))


def _category_axis(setting: AxisSetting) -> Markup:
    """`c:catAx`; lying bars start with the first category on top."""
    plan = setting.plan
    return element(
        "c:catAx",
        element("c:axId", val=CATEGORY_AXIS),
        element("c:scaling", element("c:orientation", val="maxMin" if plan.lying else "minMax")),
        element("c:delete", val=0),
        element("c:axPos", val="l" if plan.lying else "b"),
        element("c:numFmt", formatCode="General", sourceLinked=0),
        _NO_TICKS,
        element("c:tickLblPos", val="none" if plan.loose_names else "low"),
        element("c:spPr", outline(plan.base)),
        text_properties(plan.category_size, "ink", "regular", setting.language, UPRIGHT),
        element("c:crossAx", val=VALUE_AXIS),
        element("c:crosses", val="autoZero"),
        element("c:auto", val=0),
        element("c:lblAlgn", val="ctr"),
        element("c:lblOffset", val=100),
        element("c:noMultiLvlLbl", val=1),
    )


def _scaling(low: str | int, high: str | int) -> Markup:
    """The ends of an axis, which office programs would choose otherwise."""
    return element(
        "c:scaling",
        element("c:orientation", val="minMax"),
        element("c:max", val=high),
        element("c:min", val=low),
    )


def _rank_axis(setting: AxisSetting, axis: Axis) -> Markup:
    """`c:valAx` of the rows of dots, which have drawn names: the line they begin at, where there is one."""
    plan = setting.plan
    drawn = any(isinstance(mark, Shape) and mark.look == plan.base for mark in plan.under)
    return element(
        "c:valAx",
        element("c:axId", val=VALUE_AXIS),
        _scaling(_written(axis.low), _written(axis.high)),
        element("c:delete", val=int(not drawn)),
        element("c:axPos", val="l"),
        element("c:numFmt", formatCode="General", sourceLinked=0),
        _NO_TICKS,
        element("c:tickLblPos", val="none"),
        element("c:spPr", outline(plan.base)) if drawn else INVISIBLE,
        element("c:crossAx", val=CATEGORY_AXIS),
        element("c:crosses", val="min"),
        element("c:crossBetween", val="midCat"),
    )


def _date_axis(setting: AxisSetting) -> Markup:
    """`c:dateAx`: places true to time; whether cells are dates is not left to the application."""
    plan = setting.plan
    unit = "years" if all(len(day) == len("2000") for day in plan.dates) else "months"
    return element(
        "c:dateAx",
        element("c:axId", val=CATEGORY_AXIS),
        _scaling(serial(plan.first), serial(plan.last)),
        element("c:delete", val=0),
        element("c:axPos", val="b"),
        element("c:numFmt", formatCode="yyyy", sourceLinked=0),
        _NO_TICKS,
        element("c:tickLblPos", val="low"),
        element("c:spPr", outline(plan.base)),
        text_properties(plan.tick_size, "grey", "regular", setting.language, UPRIGHT),
        element("c:crossAx", val=VALUE_AXIS),
        element("c:crosses", val="autoZero"),
        element("c:auto", val=0),
        element("c:lblOffset", val=100),
        element("c:baseTimeUnit", val=unit),
        element("c:majorUnit", val=plan.years),
        element("c:majorTimeUnit", val="years"),
    )


def _value_axis(setting: AxisSetting, axis: Axis, numbers: tuple[int, int], place: str, *, hidden: bool) -> Markup:
    """`c:valAx`, with gridlines where it shows its values; deleted where values stand on the marks alone."""
    plan = setting.plan
    percent = plan.grouping == "percentStacked"
    places = max((decimals(tick.value) for tick in axis.ticks), default=0)
    grid = element("c:majorGridlines", element("c:spPr", line(*setting.grid))) if axis.ticks else EMPTY
    whole = Decimal(100 if percent else 1)
    middle = plan.edges or bool(plan.dates) or plan.across is not None
    return element(
        "c:valAx",
        element("c:axId", val=numbers[0]),
        _scaling(_written(axis.low / whole), _written(axis.high / whole)),
        element("c:delete", val=int(hidden)),
        element("c:axPos", val=place),
        grid if not hidden else EMPTY,
        element(
            "c:numFmt", formatCode=SHARE_FORMAT if percent else number_format(places, setting.names), sourceLinked=0
        ),
        _NO_TICKS,
        element("c:tickLblPos", val="nextTo" if plan.lying else "low"),
        element("c:spPr", NO_LINE) if not hidden else INVISIBLE,
        text_properties(plan.tick_size, "grey", "regular", setting.language, UPRIGHT),
        element("c:crossAx", val=numbers[1]),
        element("c:crosses", val="max" if plan.lying and plan.across is None else "autoZero"),
        element("c:crossBetween", val="midCat" if middle else "between"),
        element("c:majorUnit", val=_written(axis.step / whole)) if axis.ticks else EMPTY,
    )


def _written(value: Decimal) -> str:
    return format(value, "f")


# A whole chart part: `c:chartSpace` (ECMA-376 part 1, 21.2.2.29).

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
