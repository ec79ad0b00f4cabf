"""Labels on the marks: the texts of cells, so that they are French on every computer and follow the data.

Labels formatted by the application would take the decimal separator of the reader's system.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from rapport.formats.ooxml.identity import guid
from rapport.formats.ooxml.markup import EMPTY, Markup, element, join, text
from rapport.render.deck.chart.data import PlotSeries
from rapport.render.deck.chart.references import C15
from rapport.render.deck.colours import NO_FILL, NO_LINE, fill

Position = Literal["outEnd", "inEnd", "ctr", "inBase", "t", "b", "l", "r", ""]
"""`c:dLblPos` (ECMA-376 part 1, 21.2.2.48); PowerPoint repairs a chart whose kind does not know the position."""

Weight = Literal["regular", "bold"]

_SHOW_RANGE = element(
    "c:extLst",
    element(
        "c:ext",
        element("c15:showDataLabelsRange", val=1),
        uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}",
        xmlns_c15=C15,
    ),
)
"""One child per extension: the schema of the extension allows no second."""

_SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
_NOTHING_ELSE = join(element(f"c:show{what}", val=0) for what in _SHOWN)


class LabelLook(Struct, frozen=True):
    """Size in points, weight and language of labels; colour and place may vary from point to point."""

    size: float
    language: str
    colour: Callable[[int], str]
    position: Callable[[int], Position]
    weight: Weight = "bold"


def labels(series: PlotSeries, look: LabelLook) -> Markup:
    """`c:dLbls` of a series; empty where nothing is labelled."""
    present = [index for index, label in enumerate(series.labels) if label]
    if not present:
        return EMPTY
    return element(
        "c:dLbls",
        join(_label(series, index, look) for index in present),
        element("c:spPr", NO_FILL, NO_LINE),
        text_properties(look.size, look.colour(present[0]), look.weight, look.language),
        _position(look.position(present[0])),
        _NOTHING_ELSE,
        _SHOW_RANGE,
    )


_UNBROKEN = element("a:bodyPr", wrap="none")
UPRIGHT = element("a:bodyPr", rot=0, vert="horz", wrap="square")
"""Names of categories are broken over lines, never turned."""


def text_properties(size: float, colour: str, weight: Weight, language: str, body: Markup = _UNBROKEN) -> Markup:
    """`c:txPr`: how words of a chart are set."""
    return element(
        "c:txPr",
        body,
        element("a:lstStyle"),
        element(
            "a:p",
            element("a:pPr", _character("a:defRPr", size, colour, weight, language)),
            element("a:endParaRPr", lang=language),
        ),
    )


def _label(series: PlotSeries, index: int, look: LabelLook) -> Markup:
    """Readers that do not know the extension show the text inside the field."""
    words = element(
        "a:fld",
        _character("a:rPr", look.size, look.colour(index), look.weight, look.language),
        element("a:pPr"),
        element("a:t", text(series.labels[index])),
        id=guid("label", series.column, index, series.labels[index]),
        type="CELLRANGE",
    )
    paragraph = element("a:p", words, element("a:endParaRPr", lang=look.language))
    return element(
        "c:dLbl",
        element("c:idx", val=index),
        element("c:tx", element("c:rich", element("a:bodyPr", wrap="none"), element("a:lstStyle"), paragraph)),
        _position(look.position(index)),
        _NOTHING_ELSE,
        _SHOW_RANGE,
    )


def _character(name: str, size: float, colour: str, weight: Weight, language: str) -> Markup:
    face = element("a:latin", typeface="+mn-lt")
    return element(name, fill(colour), face, lang=language, sz=round(size * 100), b=int(weight == "bold"))


def _position(position: Position) -> Markup:
    return element("c:dLblPos", val=position) if position else EMPTY
