"""What stands on a slide, in reading order. Boxes are in points from the top left corner of the slide."""

from __future__ import annotations

from typing import Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart
from rapport.edition.picture import Picture
from rapport.edition.text import NO_STATUS, Status, Text
from rapport.look.geometry import Box, Pt
from rapport.plots import Plan, Shape

Align = Literal["start", "center", "end"]


class SlideParagraph(Struct, frozen=True):
    """A paragraph at its final size: that of `style`, a type style of the charter's deck scale, or a step below it.

    `level` is 0 for plain text, 1 and 2 for the levels of a list, whose marker the layout draws. `colour` names a
    colour of the palette; `bold` is the base weight, which strong spans keep. `space_before` counts from the second
    paragraph of a box on. `unit` follows the text on its last line at `unit_size`, as the unit of a large number does
    (the no-break space between them is part of it); empty for none. `number` takes the place of a list's marker; 0 for
    none.
    """

    text: Text
    style: str
    size: Pt
    leading: Pt
    colour: str = "ink"
    bold: bool = False
    align: Align = "start"
    level: int = 0
    space_before: Pt = Pt(0)
    unit: Text = ()
    unit_size: Pt = Pt(0)
    number: int = 0


Place = Literal[
    "", "title", "kicker", "subtitle", "body", "second", "third", "meta", "source", "chart", "table", "picture"
]
"""The layout's placeholder an element fills; empty for a shape of the slide's own."""

Anchor = Literal["top", "middle", "bottom"]


class TextBox(Struct, frozen=True):
    """Paragraphs in a box without insets. `name` is the shape's name in the selection pane, in the deck's language.

    Lines end `margin` before the right edge of the box, where that makes them of like length. `link` is where the whole
    box leads, "#key" for a slide; empty for nowhere.
    """

    name: str
    box: Box
    paragraphs: tuple[SlideParagraph, ...]
    place: Place = ""
    anchor: Anchor = "top"
    margin: Pt = Pt(0)
    link: str = ""

    @property
    def room(self) -> Box:
        """The part of the box that lines may fill."""
        return replace(self.box, width=Pt(self.box.width - self.margin))


class RuleLine(Struct, frozen=True):
    """A straight line, an ornament; horizontal where its box has no height, vertical where it has no width."""

    box: Box
    weight: Pt
    colour: str
    dash: tuple[Pt, ...] = ()


class Panel(Struct, frozen=True):
    """A filled rectangle, an ornament behind what follows."""

    box: Box
    colour: str


class SlideSign(Struct, frozen=True):
    """The drawn sign of a status in a square box; an ornament (no `alternative`) where the word stands beside it."""

    box: Box
    status: Status
    colour: str = "accent"
    ground: str = "white"
    alternative: str = ""


class ChartFrame(Struct, frozen=True):
    """A native chart and its plan. Of small multiples, `chart` holds the series of one panel."""

    name: str
    box: Box
    chart: Chart
    plan: Plan
    place: Place = "chart"


class TableCell(Struct, frozen=True):
    """A cell of a native table. `sign` is drawn over the cell's left edge; `indent` leaves it room.

    The second paragraph, where there is one, is the cell's detail. `outdent` is white kept at its right edge, so that
    the numbers of a column stand under one another; `bar` the share of its width that a bar drawn over it takes. `span`
    counts the columns it stands over: 0 where the one before does. `trend` holds the heights of a line drawn over it.
    """

    paragraphs: tuple[SlideParagraph, ...]
    indent: Pt = Pt(0)
    sign: Status = NO_STATUS
    outdent: Pt = Pt(0)
    bar: float = 0.0
    span: int = 1
    trend: tuple[float | None, ...] = ()


class TableRow(Struct, frozen=True):
    """A row and its height, which its text fits. A `group` row's other cells are empty."""

    cells: tuple[TableCell, ...]
    height: Pt
    kind: Literal["header", "plain", "group", "total"] = "plain"


class TableFrame(Struct, frozen=True):
    """A native table: the widths of its columns add up to the width of its box. The first row is the header, or the
    first two where heads stand over others.

    Text starts at a column's left edge (after a cell's `indent`) and ends `gutters` before its right edge, one
    value per column; `padding` is the white above and below it. Text stands in the middle of its row's height, or at
    its top where `anchor` says so. `names_rows` says whether the first column names what its row is about.
    """

    name: str
    box: Box
    widths: tuple[Pt, ...]
    rows: tuple[TableRow, ...]
    alternative: str
    gutters: tuple[Pt, ...] = ()
    padding: Pt = Pt(0)
    place: Place = "table"
    anchor: Anchor = "middle"
    names_rows: bool = True

    @property
    def heads(self) -> int:
        """How many of its rows are header rows."""
        return sum(row.kind == "header" for row in self.rows)


class PictureFrame(Struct, frozen=True):
    """A picture; `alternative` is empty for a decorative one."""

    name: str
    box: Box
    picture: Picture
    alternative: str
    place: Place = ""


class Drawing(Struct, frozen=True):
    """Outlines painted in colours of the palette, an ornament; their points are on the slide."""

    name: str
    box: Box
    shapes: tuple[Shape, ...]


Leaf = TextBox | RuleLine | Panel | SlideSign | ChartFrame | TableFrame | PictureFrame | Drawing


class ElementGroup(Struct, frozen=True):
    """Shapes that belong together, read as one: a tile, a timeline. `alternative` says what they show."""

    name: str
    box: Box
    elements: tuple[Leaf, ...]
    alternative: Text = ()


Element = Leaf | ElementGroup

_Moved = TypeVar("_Moved", bound=Element)


def moved(element: _Moved, down: float) -> _Moved:
    """The element so many points further down, a group with all it holds; drawings have points of their own, which
    stay.
    """
    place = replace(element.box, y=Pt(element.box.y + down))
    if isinstance(element, ElementGroup):
        return replace(element, box=place, elements=tuple(moved(each, down) for each in element.elements))
    return replace(element, box=place)
