"""How the marks of a series look: the charter's bar of its status."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.edition.evidence import Status
from rapport.formats.ooxml.markup import EMPTY, Markup, element
from rapport.look.charter import Charter
from rapport.look.measures import ChartMeasures
from rapport.look.sign import Bar, Outline
from rapport.render.deck.colours import NO_FILL, NO_LINE, fill, line

INVISIBLE = element("c:spPr", NO_FILL, NO_LINE)
SEPARATOR_WEIGHT = 1.5
_LINE_WEIGHT = 3
_MARKER_SIZE = 11
_SLICES = ("accent", "tint", "context", "rule")
"""Fills of a doughnut's slices, in turn; each is held by a white line and named by its label."""

_CHARACTERS: Mapping[Outline, str] = {"circle": "○", "diamond": "◇", "square": "□", "triangle": "▽"}
_ON_DARK: Mapping[str, str] = {"accent": "white"}


def bar_of(charter: Charter, status: Status) -> Bar:
    """The mark of a status; of what is achieved where there is none."""
    looks = charter.statuses.get(status.key) or charter.statuses["achieved"]
    return looks.bar


def bar_properties(bar: Bar, measures: ChartMeasures) -> Markup:
    """Fill and outline of bars; an aim has neither, its leader is drawn by `leader`."""
    if bar.kind == "leader":
        return INVISIBLE
    return element("c:spPr", fill(bar.fill), line(measures.outline_weight, bar.outline, bar.dash))


def part_properties(bar: Bar, measures: ChartMeasures) -> Markup:
    """Parts of stacked bars: those of one solid colour are parted by white."""
    if bar.fill != bar.outline:
        return bar_properties(bar, measures)
    return element("c:spPr", fill(bar.fill), line(SEPARATOR_WEIGHT, "white"))


def leader(bar: Bar, measures: ChartMeasures) -> Markup:
    """For an aim: a dotted line from the baseline to the sign its label begins with, drawn as an error bar of 100 %."""
    if bar.kind != "leader":
        return EMPTY
    return element(
        "c:errBars",
        element("c:errBarType", val="minus"),
        element("c:errValType", val="percentage"),
        element("c:noEndCap", val=1),
        element("c:val", val=100),
        element("c:spPr", line(measures.leader_weight, bar.outline, bar.dash)),
    )


def signs_of_aims(charter: Charter) -> Mapping[str, str]:
    """The sign of each status whose mark is a leader, as a character: no shape follows the data of a chart."""
    return {key: _CHARACTERS[look.sign.outline] for key, look in charter.statuses.items() if look.bar.kind == "leader"}


def line_properties(bar: Bar) -> Markup:
    """The stroke of a line chart: dashed where the status' outline is."""
    return element("c:spPr", line(_LINE_WEIGHT, bar.outline, bar.dash))


def marker(bar: Bar, measures: ChartMeasures) -> Markup:
    """A point of a line chart, filled as the status' bar."""
    return element(
        "c:marker",
        element("c:symbol", val="circle"),
        element("c:size", val=_MARKER_SIZE),
        element("c:spPr", fill(bar.fill), line(measures.outline_weight, bar.outline)),
    )


def slice_properties(index: int) -> Markup:
    """A slice of a doughnut."""
    return element("c:spPr", fill(_slice_fill(index)), line(SEPARATOR_WEIGHT, "white"))


def slice_text(index: int) -> str:
    """The colour of the words on a slice."""
    return text_on(_slice_fill(index))


def text_on(ground: str) -> str:
    """The colour of the palette that reads well on a fill."""
    return _ON_DARK.get(ground, "ink")


def _slice_fill(index: int) -> str:
    return _SLICES[index % len(_SLICES)]
