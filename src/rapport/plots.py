"""The plan of one chart in one frame: marks and words in points from its top left corner, y growing downwards.

What a plan is made of refers to nothing that leads back to it: the collector need not follow it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from rapport.edition.blocks.figures import ChartKind, Tick
from rapport.edition.text import NO_STATUS, Evidence, Status
from rapport.look.geometry import Box
from rapport.look.palette import ColourName, TextColour

Outline = Literal["circle", "square", "diamond", "triangle"]
Place = Literal["t", "b", "l", "r", "outEnd", "inEnd", "inBase", "ctr", ""]
"""Where a label stands by its mark, as native charts name it (ECMA-376 part 1, 21.2.2.48)."""


class Look(Struct, frozen=True, gc=False):
    """How a mark is painted; None and a weight of 0 paint nothing. `dash` holds lengths on and off, in points."""

    fill: ColourName | None = None
    outline: ColourName | None = None
    weight: float = 0.0
    dash: tuple[float, ...] = ()


class Shape(Struct, frozen=True, gc=False):
    """A polygon, or a polyline where `closed` is False."""

    points: tuple[tuple[float, float], ...]
    look: Look
    closed: bool = True


def rectangle(box: Box, look: Look) -> Shape:
    """An area of one look."""
    return Shape(((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)), look)


class Dot(Struct, frozen=True, gc=False):
    """A marker around its centre."""

    x: float
    y: float
    diameter: float
    outline: Outline
    look: Look


class SignAt(Struct, frozen=True, gc=False):
    """The sign of a status around a point."""

    status: Status
    x: float
    y: float
    diameter: float


Mark = Shape | Dot | SignAt


class Label(Struct, frozen=True, gc=False):
    """Words in their place: `box` holds them closely, line under line.

    `pitch` is the distance between lines, `ascent` that of the first baseline from the top; `align` is 0 for words set
    from the left, 0.5 centred, 1 from the right. The label of a value goes with the `index`-th mark of its trace, at
    `place`, moved by `shift` (right, down) from where that place alone would put it. One that stands `on_line`
    covers the gridline under it.
    """

    lines: tuple[str, ...]
    box: Box
    size: float
    pitch: float
    ascent: float
    colour: TextColour = "ink"
    bold: bool = False
    align: float = 0.0
    role: Literal["value", "name", "category", "tick", "key", "note"] = "value"
    index: int = -1
    place: Place = ""
    shift: tuple[float, float] = (0.0, 0.0)
    on_line: bool = False
    evidence: Evidence | None = None

    @property
    def text(self) -> str:
        """The words on one line."""
        return " ".join(self.lines)


class Marker(Struct, frozen=True, gc=False):
    """What stands on the points of a line."""

    outline: Outline
    diameter: float
    look: Look


class Trace(Struct, frozen=True):
    """A series as drawn: its data, one look, its marks and the labels that have room.

    `form` is how a native chart holds it; `values` go with the plan's categories, or with `across` where the plan has
    two value axes. `looks` may differ from mark to mark (bars alone), one for each value. A trace whose `own` is
    False carries no data of the author's: a base that lifts a bar, a line that ties two dots, words on the baseline.
    A trace with a `leader` has a dotted line from the axis to each of its points.
    """

    name: str
    form: Literal["bar", "line", "area", "dots", "ring"]
    values: tuple[Decimal | None, ...]
    look: Look = Look()
    status: Status = NO_STATUS
    across: tuple[Decimal | None, ...] = ()
    looks: tuple[Look, ...] = ()
    marker: Marker | None = None
    marks: tuple[Mark, ...] = ()
    labels: tuple[Label, ...] = ()
    words: tuple[str, ...] = ()
    own: bool = True
    leader: Look | None = None
    series: int = -1


class Axis(Struct, frozen=True):
    """A value axis from `low` to `high`; `ticks` are the values shown along it, `step` apart; none where it is bare."""

    low: Decimal
    high: Decimal
    ticks: tuple[Tick, ...] = ()

    @property
    def step(self) -> Decimal:
        """The distance between ticks; the whole axis where there are none."""
        return self.ticks[1].value - self.ticks[0].value if len(self.ticks) > 1 else self.high - self.low


class Plan(Struct, frozen=True):
    """A chart in its frame of `width` by `height` points; `plot` is the area that its axes span.

    `grouping` says whether bars and areas stand abreast or on one another; `gap` is the white between bars in per cent
    of a bar's thickness, `overlap` 100 where bars of several series share one place (ECMA-376 part 1, 21.2.2.75, 131).
    `dates` are the categories of an axis true to time, `first` and `last` its ends, ticks `years` apart.
    `edges` is True where the first and last category stand on the plot's edges. `under` is drawn before the traces
    (gridlines), `over` after them (baseline, keys); `texts` are all words but the labels of traces: `category` and
    `tick` words are those of the axes. `skip` is 2 where every
    second category has a name; `loose_names` says that names stand where no native axis would put them. `partial` says
    that a label found no room.
    """

    kind: ChartKind
    width: float
    height: float
    plot: Box
    value: Axis
    traces: tuple[Trace, ...]
    categories: tuple[str, ...] = ()
    texts: tuple[Label, ...] = ()
    under: tuple[Mark, ...] = ()
    over: tuple[Mark, ...] = ()
    lying: bool = False
    grouping: Literal["clustered", "stacked", "percentStacked", "standard"] = "clustered"
    gap: int = 60
    overlap: int = 0
    across: Axis | None = None
    dates: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    years: int = 0
    edges: bool = False
    skip: int = 1
    loose_names: bool = False
    partial: bool = False
    base: Look = Look()
    category_size: float = 10.0
    tick_size: float = 8.5

    @property
    def labels(self) -> tuple[Label, ...]:
        """All words of the drawing, those of the traces first."""
        return (*(label for trace in self.traces for label in trace.labels), *self.texts)


class Placed(Struct, frozen=True):
    """A plan and the place of its frame among those of its chart: one for each panel of small multiples.

    `series` are the numbers of the chart's series that the panel shows; empty for all.
    """

    box: Box
    plan: Plan
    series: tuple[int, ...] = ()
