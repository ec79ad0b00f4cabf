"""The charter's colours as slots of the theme, so that a reader who changes the theme changes the whole deck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapport.formats.ooxml.markup import EMPTY, Markup, element
from rapport.look.geometry import emu

SLOTS: Mapping[str, str] = {
    "ink": "tx1",
    "white": "bg1",
    "grey": "tx2",
    "paper": "bg2",
    "accent": "accent1",
    "context": "accent2",
    "tint": "accent3",
    "rule": "accent4",
}
"""Names of the palette -> names of `a:schemeClr` (ECMA-376 part 1, 20.1.10.54)."""

_PERCENT = 1000
"""Office counts percentages in thousandths."""

NO_FILL = element("a:noFill")
NO_LINE = element("a:ln", NO_FILL)


def colour(name: str) -> Markup:
    """A colour of the palette as a colour of the theme. Raises KeyError for a name the palette does not have."""
    return _COLOURS[name]


def fill(name: str) -> Markup:
    """A solid fill."""
    return _FILLS[name]


def line(weight: float, colour: str, dash: Sequence[float] = (), name: str = "a:ln") -> Markup:
    """An outline: weight in points; `dash` gives lengths on and off in points, empty for a solid line.

    `name` is the element's: `a:lnB` for the lower edge of a table's cell.
    """
    return element(name, fill(colour), _dash(weight, dash), w=emu(weight))


def _dash(weight: float, dash: Sequence[float]) -> Markup:
    """Lengths of a custom dash are shares of the line's weight (20.1.8.21)."""
    if not dash:
        return EMPTY
    shares = [round(length / weight * 100 * _PERCENT) for length in dash]
    pairs = zip(shares[::2], shares[1::2], strict=True)
    return element("a:custDash", *(element("a:ds", d=on, sp=off) for on, off in pairs))


_COLOURS = {name: element("a:schemeClr", val=slot) for name, slot in SLOTS.items()}
_FILLS = {name: element("a:solidFill", markup) for name, markup in _COLOURS.items()}
