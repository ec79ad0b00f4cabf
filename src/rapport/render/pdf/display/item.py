"""What can stand on a page: a display list, planned before anything is drawn.

Abscissas are measured from the left edge of the page, ordinates downwards from the top of the box an item belongs to,
both in points. An item whose element is None is an artifact: decoration, or a text that is said elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rapport.edition.picture import Picture
from rapport.lines.line import Line
from rapport.look.box import Box as Area
from rapport.look.palette import ColourName
from rapport.look.sign import Sign
from rapport.look.type_style import TypeStyle
from rapport.render.pdf.inline import InlineElements
from rapport.render.pdf.tags.element import Element


@dataclass(frozen=True, slots=True, eq=False)
class Prose:
    """A paragraph as its lines share it: `inlines` leads from runs to elements (None: artifact).

    Each line stands `leading` under the one before; its x is its left end, middle or right end, as `align` is 0, 0.5 or 1.
    """

    inlines: InlineElements | None
    colour: ColourName
    leading: float
    align: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class TextLine:
    """A set line, its baseline `baseline` below the top of its box."""

    line: Line
    x: float
    baseline: float
    prose: Prose


@dataclass(frozen=True, slots=True, eq=False)
class LateText:
    """Text that is only known once all pages are made up, such as a page number; it ends at `right`.

    `widest` is the width kept for it. `words` is asked when the file is written.
    """

    words: Callable[[], str]
    right: float
    baseline: float
    widest: float
    style: TypeStyle
    element: Element | None


@dataclass(frozen=True, slots=True, eq=False)
class LinkArea:
    """A link of the Link `element` over an area, to a place of this document ("#name"), said in words by `contents`."""

    element: Element
    area: Area
    contents: str
    target: str


@dataclass(frozen=True, slots=True)
class Ink:
    """How a shape is painted; None and a weight of 0 paint nothing. `dash` holds lengths on and off."""

    fill: ColourName | None = None
    outline: ColourName | None = None
    weight: float = 0.0
    dash: tuple[float, ...] = ()
    round_caps: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A polygon, or a broken line where `closed` is False."""

    points: tuple[tuple[float, float], ...]
    ink: Ink
    closed: bool = True
    element: Element | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Ring:
    """A part of a ring, of a disc where `inner` is 0: from `start` over `sweep` degrees, clockwise from the top."""

    centre: tuple[float, float]
    outer: float
    inner: float
    start: float
    sweep: float
    ink: Ink
    element: Element | None = None


@dataclass(frozen=True, slots=True, eq=False)
class SignMark:
    """A status sign that fills `area`; `ground` shows through its open half."""

    sign: Sign
    area: Area
    stroke: float
    colour: ColourName
    ground: ColourName = "white"


@dataclass(frozen=True, slots=True, eq=False)
class PictureMark:
    """A picture scaled to `area`."""

    picture: Picture
    area: Area
    element: Element | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Extent:
    """The area that the figure `element` covers on its page (its BBox)."""

    element: Element
    area: Area


@dataclass(frozen=True, slots=True, eq=False)
class Anchor:
    """A named place, with its entry in the outline where `title` is not empty; `level` counts from 0."""

    name: str
    title: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Printed:
    """The facts whose figures are printed here, for the tables that say on which pages they stand."""

    facts: tuple[str, ...]


Item = TextLine | LateText | LinkArea | Shape | Ring | SignMark | PictureMark | Extent | Anchor | Printed


def line_across(x: float, y: float, width: float, ink: Ink) -> Shape:
    """A level rule."""
    return Shape(((x, y), (x + width, y)), ink, closed=False)


def rectangle(area: Area, ink: Ink, element: Element | None = None) -> Shape:
    """The outline of an area."""
    corners = ((area.x, area.y), (area.right, area.y), (area.right, area.bottom), (area.x, area.bottom))
    return Shape(corners, ink, element=element)
