"""The sign of a status, a drawn shape."""

from __future__ import annotations

from rapport.formats.ooxml.markup import Markup, element, join
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt
from rapport.look.sign import Outline
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.colours import NO_LINE, fill, line
from rapport.render.deck.shape import group, ornament, placement
from rapport.slides.elements import Sign

_SHAPES: dict[Outline, str] = {
    "circle": "ellipse",
    "diamond": "diamond",
    "square": "rect",
    "triangle": "flowChartMerge",
}
"""Preset shapes (ECMA-376 part 1, 20.1.10.56); the last is a triangle that points down."""


def _half(*path: Markup) -> Markup:
    """The left half of a shape, in a box half as wide as it is high."""
    start, end = element("a:moveTo", element("a:pt", x=1, y=0)), element("a:close")
    return element(
        "a:custGeom",
        *(element(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst")),
        element("a:rect", l="0", t="0", r="r", b="b"),
        element("a:pathLst", element("a:path", start, *path, end, w=1, h=2)),
    )


def _to(x: int, y: int) -> Markup:
    return element("a:lnTo", element("a:pt", x=x, y=y))


_LEFT_HALVES: dict[Outline, Markup] = {
    # From the top counterclockwise to the bottom (angles in 60,000ths of a degree, from the right).
    "circle": _half(element("a:arcTo", wR=1, hR=1, stAng=16_200_000, swAng=-10_800_000)),
    "square": _half(_to(0, 0), _to(0, 2), _to(1, 2)),
    "diamond": _half(_to(0, 1), _to(1, 2)),
    "triangle": _half(_to(0, 0), _to(1, 2)),
}


def draw_sign(sign: Sign, canvas: Canvas) -> Markup:
    """One shape, or a group of two for a half-filled sign. A sign without a word beside it has an alternative text."""
    look = canvas.charter.statuses[sign.status.key].sign
    stroke = stroke_of(sign.box.width, canvas.charter)
    outline = _outline(sign, _SHAPES[look.outline], stroke, filled=look.fill == "full")
    if look.fill != "half":
        return ornament(_identity(sign, canvas), outline, canvas.language)
    half = Box(sign.box.x, sign.box.y, Pt(sign.box.width / 2), sign.box.height)
    filled = join((placement(half), _LEFT_HALVES[look.outline], fill(sign.colour), NO_LINE))
    return group(_identity(sign, canvas), sign.box, join((_ornament(canvas, outline), _ornament(canvas, filled))))


def stroke_of(diameter: float, charter: Charter) -> float:
    """The weight of a sign's line: a share of its diameter, until it is drawn as large as on a cover or a divider."""
    cover, divider = charter.deck.cover, charter.deck.divider
    if diameter >= divider.sign_diameter:
        return divider.sign_stroke
    if diameter >= cover.sign_diameter:
        return cover.sign_stroke
    return charter.signs.stroke_of(diameter)


def _outline(sign: Sign, shape: str, stroke: float, filled: bool) -> Markup:
    """Geometry, fill and line; the line's outer edge touches the box."""
    return join(
        (
            placement(sign.box.inset(stroke / 2, stroke / 2)),
            element("a:prstGeom", element("a:avLst"), prst=shape),
            fill(sign.colour if filled else sign.ground),
            line(stroke, sign.colour),
        )
    )


def _identity(sign: Sign, canvas: Canvas) -> Markup:
    return canvas.identity(canvas.names("sign"), sign.alternative, not sign.alternative)


def _ornament(canvas: Canvas, properties: Markup) -> Markup:
    hidden = canvas.identity(canvas.names("sign"), decorative=True)
    return ornament(hidden, properties, canvas.language)
