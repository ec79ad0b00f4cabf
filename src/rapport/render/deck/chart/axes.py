"""The axes of a plot, their ends and steps those of the plan: the application chooses nothing."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from rapport.edition.edition import Furniture
from rapport.formats.ooxml.markup import EMPTY, Markup, element, join
from rapport.plots import Axis, Plan, Shape
from rapport.plotting.extent import serial
from rapport.render.deck.chart.data import decimals, number_format
from rapport.render.deck.chart.labels import UPRIGHT, text_properties
from rapport.render.deck.chart.series import INVISIBLE, outline
from rapport.render.deck.text_look import NO_LINE, line

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
