"""Labels on the marks: the texts of cells, so that they are French on every computer and follow the data.

Labels formatted by the application would take the decimal separator of the reader's system.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from rapport.formats.ooxml.markup import EMPTY, Markup, element, guid, join, text
from rapport.plots import Label, Plan
from rapport.render.deck.chart.data import PlotSeries
from rapport.render.deck.chart.workbook import C15
from rapport.render.deck.text import NO_FILL, NO_LINE, fill

Weight = Literal["regular", "bold"]

_EXTENSION = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_SHOW_RANGE = element("c:ext", element("c15:showDataLabelsRange", val=1), uri=_EXTENSION, xmlns_c15=C15)
_NO_LEADERS = element("c:ext", element("c15:showLeaderLines", val=0), uri=_EXTENSION, xmlns_c15=C15)
"""One child per extension: the schema of the extension allows no second; two extensions of one name it allows."""

_SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
_NOTHING_ELSE = join(element(f"c:show{what}", val=0) for what in _SHOWN)

_UNBROKEN = element("a:bodyPr", wrap="none", lIns=0, tIns=0, rIns=0, bIns=0)
"""Without insets, a label is as large as planned."""
UPRIGHT = element("a:bodyPr", rot=0, vert="horz", wrap="square")
"""Names of categories are broken over lines, never turned."""


class Tongue(Struct, frozen=True):
    """The language of words, and the frame that shifts are shares of."""

    language: str
    plan: Plan


def labels(series: PlotSeries, tongue: Tongue) -> Markup:
    """`c:dLbls` of a series; empty where nothing is labelled. A label that found no room is deleted, its cell stays."""
    shown = series.shown
    if not shown:
        return EMPTY
    first = shown[min(shown)]
    each = (
        _label(series, shown[at], tongue) if at in shown else _deleted(at)
        for at, value in enumerate(series.trace.values)
        if value is not None
    )
    return element(
        "c:dLbls",
        join(each),
        element("c:spPr", NO_FILL, NO_LINE),
        text_properties(first.size, first.colour, _weight(first), tongue.language),
        _NOTHING_ELSE,
        element("c:extLst", _SHOW_RANGE, _NO_LEADERS),
    )


def text_properties(size: float, colour: str, weight: Weight, language: str, body: Markup = _UNBROKEN) -> Markup:
    """`c:txPr`: how words of a chart are set."""
    return element(
        "c:txPr",
        body,
        element("a:lstStyle"),
        element(
            "a:p",
            element("a:pPr", character("a:defRPr", size, colour, weight, language)),
            element("a:endParaRPr", lang=language),
        ),
    )


def character(name: str, size: float, colour: str, weight: Weight, language: str) -> Markup:
    """Properties of characters, under the name of their place."""
    face = element("a:latin", typeface="+mn-lt")
    return element(name, fill(colour), face, lang=language, sz=round(size * 100), b=int(weight == "bold"))


def _deleted(index: int) -> Markup:
    return element("c:dLbl", element("c:idx", val=index), element("c:delete", val=1))


def _label(series: PlotSeries, label: Label, tongue: Tongue) -> Markup:
    """Readers that do not know the extension show the text inside the field."""
    words = series.labels[label.index]
    field = element(
        "a:fld",
        character("a:rPr", label.size, label.colour, _weight(label), tongue.language),
        element("a:pPr"),
        element("a:t", text(words)),
        id=guid("label", series.column, label.index, words),
        type="CELLRANGE",
    )
    paragraph = element("a:p", field, element("a:endParaRPr", lang=tongue.language))
    place, shift = placed(series, label, tongue.plan)
    return element(
        "c:dLbl",
        element("c:idx", val=label.index),
        _layout(shift, tongue.plan),
        element("c:tx", element("c:rich", _UNBROKEN, element("a:lstStyle"), paragraph)),
        element("c:spPr", fill("white"), NO_LINE) if label.on_line else EMPTY,
        element("c:dLblPos", val=place) if place else EMPTY,
        _NOTHING_ELSE,
        element("c:extLst", _SHOW_RANGE),
    )


def placed(series: PlotSeries, label: Label, plan: Plan) -> tuple[str, tuple[float, float]]:
    """Where a label stands by its mark: bars on one another know no place beyond their ends but by a shift."""
    stacked = series.trace.form == "bar" and plan.grouping in ("stacked", "percentStacked")
    if not stacked or label.place != "outEnd":
        return label.place, label.shift
    marks = [mark for mark in series.trace.marks if hasattr(mark, "points")]
    at = [index for index, value in enumerate(series.trace.values) if value is not None].index(label.index)
    points = marks[at].points
    x = sum(point[0] for point in points) / len(points)
    y = sum(point[1] for point in points) / len(points)
    centre = label.box.centre
    return "ctr", (centre[0] - x, centre[1] - y)


def _layout(shift: tuple[float, float], plan: Plan) -> Markup:
    """`c:layout`: a shift from the place, in shares of the frame."""
    if abs(shift[0]) < 0.005 and abs(shift[1]) < 0.005:
        return EMPTY
    x, y = (f"{part:.6f}" for part in (shift[0] / plan.width, shift[1] / plan.height))
    return element("c:layout", element("c:manualLayout", element("c:x", val=x), element("c:y", val=y)))


def _weight(label: Label) -> Weight:
    return "bold" if label.bold else "regular"
