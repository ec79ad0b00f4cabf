"""How marks are painted: the looks of the plan in DrawingML."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.formats.ooxml.markup import EMPTY, Markup, element
from rapport.plots.plan import Look, Marker, Outline
from rapport.render.deck.colours import NO_FILL, NO_LINE, fill, line

INVISIBLE = element("c:spPr", NO_FILL, NO_LINE)
NO_MARKER = element("c:marker", element("c:symbol", val="none"))

_SYMBOLS: Mapping[Outline, str] = {
    "circle": "circle",
    "square": "square",
    "diamond": "diamond",
    "triangle": "triangle",
}
_LEAST_MARKER, _LARGEST_MARKER = 2, 72
"""Sizes that a native marker may have (ECMA-376 part 1, 21.2.3.23)."""


def properties(look: Look, name: str = "c:spPr") -> Markup:
    """Fill and outline; what the look leaves out is not painted."""
    inside = fill(look.fill) if look.fill else NO_FILL
    return element(name, inside, outline(look))


def outline(look: Look) -> Markup:
    """The line around a mark, or the mark itself where it is a line."""
    return line(look.weight, look.outline, look.dash) if look.outline and look.weight else NO_LINE


def stroke(look: Look) -> Markup:
    """The properties of a line alone."""
    return element("c:spPr", outline(look))


def marker(found: Marker | None) -> Markup:
    """The points of a line."""
    if found is None:
        return NO_MARKER
    size = min(_LARGEST_MARKER, max(_LEAST_MARKER, round(found.diameter)))
    return element(
        "c:marker",
        element("c:symbol", val=_SYMBOLS[found.outline]),
        element("c:size", val=size),
        properties(found.look),
    )


def leader(look: Look | None, direction: str = "") -> Markup:
    """A line from the axis to each point, drawn as an error bar of 100 %; `direction` is that of a scatter's."""
    if look is None:
        return EMPTY
    return element(
        "c:errBars",
        element("c:errDir", val=direction) if direction else EMPTY,
        element("c:errBarType", val="minus"),
        element("c:errValType", val="percentage"),
        element("c:noEndCap", val=1),
        element("c:val", val=100),
        stroke(look),
    )
