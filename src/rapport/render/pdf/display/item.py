"""Items of a display list: pictures of the content on a page, signs of statuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct

from rapport.edition.picture import Picture
from rapport.edition.text import Text
from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.line import Line
from rapport.look.geometry import Box
from rapport.look.geometry import Box as Area
from rapport.look.palette import ColourName
from rapport.look.sign import Sign, corners, half_corners
from rapport.origin import NOWHERE, Origin
from rapport.render.pdf.text import InlineElements


def draw_picture(canvas: TaggedCanvas, picture: Picture, area: Box, window: Box | None = None) -> None:
    """Draw a picture over an area, written once however often drawn; raises OSError for other formats."""
    canvas.draw_picture(picture, area, window)


class ProseItem(Struct, frozen=True, eq=False):
    """A paragraph as its lines share it: `inlines` leads from runs to elements (None: artifact).

    Each line stands `leading` under the one before; `align` says what its x is: 0 left end, 0.5 middle, 1 right end.
    `text` is what its runs were made from, one span each; empty where nobody wrote it.
    """

    inlines: InlineElements | None
    colour: ColourName
    leading: float
    align: float = 0.0
    text: Text = ()


class TextLine(Struct, frozen=True, eq=False):
    """A set line, its baseline `baseline` below the top of its box."""

    line: Line
    x: float
    baseline: float
    prose: ProseItem


class LateText(Struct, frozen=True, eq=False):
    """A line that is only composed once all pages are made up, such as a page number; it ends at `right`.

    `widest` is the width kept for it.
    """

    compose: Callable[[], Line]
    right: float
    baseline: float
    widest: float
    colour: ColourName
    element: Element | None


class LinkArea(Struct, frozen=True, eq=False):
    """A link of the Link `element` over an area, to a place of this document ("#name"), said in words by `contents`."""

    element: Element
    area: Area
    contents: str
    target: str


class ShapeInk(Struct, frozen=True):
    """How a shape is painted; None and a weight of 0 paint nothing. `dash` holds lengths on and off."""

    fill: ColourName | None = None
    outline: ColourName | None = None
    weight: float = 0.0
    dash: tuple[float, ...] = ()
    round_caps: bool = False


class ShapeItem(Struct, frozen=True, eq=False):
    """A polygon, or a polyline where `closed` is False."""

    points: tuple[tuple[float, float], ...]
    ink: ShapeInk
    closed: bool = True
    element: Element | None = None


class SignMark(Struct, frozen=True, eq=False):
    """A status sign that fills the square `area`; `ground` covers what lies behind its open part, None for nothing."""

    sign: Sign
    area: Area
    stroke: float
    colour: ColourName
    ground: ColourName | None = None
    element: Element | None = None


class PictureMark(Struct, frozen=True, eq=False):
    """A picture scaled to `area`, of which no more is seen than lies in `window`; None for all of it.

    `origin` is where an author asks for it.
    """

    picture: Picture
    area: Area
    element: Element | None = None
    origin: Origin = NOWHERE
    window: Box | None = None


class FigureExtent(Struct, frozen=True, eq=False):
    """The area that the figure `element` covers on its page (its BBox); `origin` is where an author asks for it."""

    element: Element
    area: Area
    origin: Origin = NOWHERE


class Unseen(Struct, frozen=True, eq=False):
    """Content of an element that is heard alone, at this place of the page."""

    element: Element


class Anchor(Struct, frozen=True, eq=False):
    """A named place, `above` over the top of its box; in the outline where `title` is not empty, `level` from 0."""

    name: str
    title: str = ""
    level: int = 0
    above: float = 14.0


class Printed(Struct, frozen=True, eq=False):
    """The facts whose figures are printed here, for the tables that say on which pages they stand."""

    facts: tuple[str, ...]


class TurnedPart(Struct, frozen=True):
    """An item of a turned page, with the top of its box; what is `repeated` there is an artifact."""

    item: Item
    top: float
    repeated: bool = False


class Turned(Struct, frozen=True, eq=False):
    """Matter that is read when its page is turned by a quarter: its foot is at the right, from `x` leftwards.

    Upright, it is as high as it is `length` wide.
    """

    parts: tuple[TurnedPart, ...]
    x: float
    length: float


Item = (
    TextLine
    | LateText
    | LinkArea
    | ShapeItem
    | SignMark
    | PictureMark
    | FigureExtent
    | Unseen
    | Anchor
    | Printed
    | Turned
)


def line_across(x: float, y: float, width: float, ink: ShapeInk) -> ShapeItem:
    """A level rule."""
    return ShapeItem(((x, y), (x + width, y)), ink, closed=False)


def rectangle(area: Area, ink: ShapeInk, element: Element | None = None) -> ShapeItem:
    """An area filled or outlined."""
    corners = ((area.x, area.y), (area.right, area.y), (area.right, area.bottom), (area.x, area.bottom))
    return ShapeItem(corners, ink, element=element)


class SignShape(Struct, frozen=True):
    """A part of a sign: a polygon, or where it has no corners a disc or its left half."""

    ink: ShapeInk
    corners: tuple[tuple[float, float], ...] = ()
    centre: tuple[float, float] = (0.0, 0.0)
    radius: float = 0.0
    half: bool = False


def sign_shapes(mark: SignMark) -> tuple[SignShape, ...]:
    """The shapes of a sign, in drawing order; no part of it leaves its area."""
    area = mark.area.inset(mark.stroke / 2, mark.stroke / 2)
    ring = ShapeInk(mark.colour if mark.sign.fill == "full" else mark.ground, mark.colour, mark.stroke)
    points = corners(mark.sign.outline, area)
    if points:
        half = half_corners(mark.sign.outline, area) if mark.sign.fill == "half" else ()
        filled = (SignShape(ShapeInk(mark.colour), corners=half),) if half else ()
        return (SignShape(ring, corners=points), *filled)
    radius = area.width / 2
    disc = SignShape(ring, centre=area.centre, radius=radius)
    if mark.sign.fill != "half":
        return (disc,)
    return disc, SignShape(ShapeInk(mark.colour), centre=area.centre, radius=radius, half=True)


class Positioned(NamedTuple):
    """An item, and how far below the page's upper edge its box begins."""

    item: Item
    top: float
