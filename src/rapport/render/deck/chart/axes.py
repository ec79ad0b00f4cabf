"""The two axes of a plot: names of categories on a baseline, and a value axis that is not shown."""

from __future__ import annotations

from rapport.formats.ooxml.markup import Markup, element, join
from rapport.look.rule import Rule
from rapport.render.deck.chart.labels import UPRIGHT, text_properties
from rapport.render.deck.chart.scale import Plot, limits
from rapport.render.deck.colours import line

CATEGORY_AXIS, VALUE_AXIS = 1, 2
"""Axis identifiers must be positive and below 2**31; PowerPoint's own negative ones are not valid."""

AXIS_REFERENCES = join((element("c:axId", val=CATEGORY_AXIS), element("c:axId", val=VALUE_AXIS)))
_NO_TICKS = join((element("c:majorTickMark", val="none"), element("c:minorTickMark", val="none")))


def category_axis(lying: bool, baseline: Rule, size: float, language: str) -> Markup:
    """`c:catAx`; lying bars start with the first category on top."""
    return element(
        "c:catAx",
        element("c:axId", val=CATEGORY_AXIS),
        element("c:scaling", element("c:orientation", val="maxMin" if lying else "minMax")),
        element("c:delete", val=0),
        element("c:axPos", val="l" if lying else "b"),
        element("c:numFmt", formatCode="General", sourceLinked=0),
        _NO_TICKS,
        element("c:tickLblPos", val="low"),
        element("c:spPr", line(baseline.weight, baseline.colour)),
        text_properties(size, "ink", "bold", language, UPRIGHT),
        element("c:crossAx", val=VALUE_AXIS),
        element("c:crosses", val="autoZero"),
        element("c:auto", val=0),
        element("c:lblAlgn", val="ctr"),
        element("c:lblOffset", val=100),
        element("c:noMultiLvlLbl", val=1),
    )


def value_axis(lying: bool, area: Plot, number_format: str) -> Markup:
    """`c:valAx`, deleted: values stand on the marks."""
    return element(
        "c:valAx",
        element("c:axId", val=VALUE_AXIS),
        element("c:scaling", element("c:orientation", val="minMax"), limits(area)),
        element("c:delete", val=1),
        element("c:axPos", val="b" if lying else "l"),
        element("c:numFmt", formatCode=number_format, sourceLinked=0),
        _NO_TICKS,
        element("c:tickLblPos", val="nextTo"),
        element("c:crossAx", val=CATEGORY_AXIS),
        element("c:crosses", val="autoZero"),
        element("c:crossBetween", val="between"),
    )
