"""Blocks of figures, tables and pictures, as readers see them: data and words, no geometry."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.picture import Picture
from rapport.edition.text import (
    NO_STATUS,
    Evidence,
    KeptText,
    KeptTexts,
    ScarceText,
    Span,
    Status,
    Text,
    lowered,
    plain,
)
from rapport.origin import NOWHERE, Origin


class UpperHead(Struct, frozen=True):
    """A head over the columns from `first` to before `end`; its text is empty over a column that has none."""

    text: Text
    first: int
    end: int


def heads_over(names: Iterable[Text]) -> tuple[UpperHead, ...]:
    """The heads by the name over each column, neighbours of one name under one; none where no column has a name."""
    heads: list[UpperHead] = []
    for at, name in enumerate(names):
        if heads and name and name == heads[-1].text:
            heads[-1] = replace(heads[-1], end=at + 1)
        else:
            heads.append(UpperHead(name, at, at + 1))
    return tuple(heads) if any(head.text for head in heads) else ()


# What is asked of the series of a chart: which share a row of bars, and their values as rows for those who listen.

BARRED: tuple[ChartKind, ...] = ("bar", "column", "combined")
"""The kinds whose bars stand abreast."""


def bar_rows(chart: Chart) -> tuple[tuple[int, ...], ...]:
    """The numbers of the series that are one row of bars abreast of others; lines over columns are none of them.

    Series of one name are one row, what is planned after what is done, as long as no category has two of their values.
    An aim is no bar: it stands at its value by itself.
    """
    rows: dict[str, tuple[int, ...]] = {}
    barred = [number for number, series in enumerate(chart.series) if series.drawn != "line"]
    for number in barred:
        name = chart.series[number].name
        rows[name] = (*rows.get(name, ()), number)
    apart = all(_are_apart(chart, numbers) for numbers in rows.values() if len(numbers) > 1)
    return tuple(rows.values()) if len(rows) > 1 and apart else tuple((number,) for number in barred)


def _are_apart(chart: Chart, numbers: tuple[int, ...]) -> bool:
    if any(chart.series[number].status.key == "target" for number in numbers):
        return False
    rows = zip(*(chart.series[number].points for number in numbers), strict=True)
    return all(sum(point.value is not None for point in row) <= 1 for row in rows)


def point_of(chart: Chart, numbers: tuple[int, ...], at: int) -> tuple[int, Point]:
    """The point that a row of bars has in a category, and the number of its series: the first that says something."""
    found = [(number, chart.series[number].points[at]) for number in numbers]
    known = [pair for pair in found if pair[1].value is not None] or [pair for pair in found if pair[1].label]
    return (known or found)[0]


MOST_SAID = 8
"""Values that the alternative text says one after the other; a table of more is easier to find one's way in."""


def spoken_rows(chart: Chart) -> tuple[tuple[str, ...], ...]:
    """The heads, then a row for each category, with what stands on its mark of each series; none where values are few.

    A value that the source does not give is an empty cell, or what the author has it say.
    """
    if sum(len(series.points) for series in chart.series) <= MOST_SAID:
        return ()
    names = (series.name or series.status.word or plain(chart.title) for series in chart.series)
    rows = zip(chart.categories, *(series.points for series in chart.series), strict=False)
    return (plain(chart.measure), *names), *((name, *(point.label for point in points)) for name, *points in rows)


# Blocks of figures, tables and pictures, as readers see them: data and words, no geometry.

ChartKind = Literal[
    "bar",
    "column",
    "line",
    "area",
    "stacked",
    "stacked-100",
    "combined",
    "dots",
    "slope",
    "range",
    "lollipop",
    "scatter",
    "waterfall",
    "doughnut",
]
"""How a chart is drawn: lying bars, columns, lines, stacked areas, stacked bars, the same to 100, columns with a line,
values of two dates per category, change between two dates, ranges, values against an aim, points of two measures,
steps from a start to an end, parts on a ring."""


class Point(Struct, frozen=True):
    """One value of a series. `value` is in the chart's `scale` (109 for 109 Md€), None where the source gives none.

    `label` is what stands on the mark ("plus de 2,6", "la moitié", "non précisé"). `high` is the upper end of a range
    whose lower end is `value`. A `highlighted` point is the one the author speaks of.
    """

    value: Decimal | None
    label: str
    evidence: Evidence | None = None
    high: Decimal | None = None
    highlighted: bool = False


class Tick(Struct, frozen=True):
    """A value of an axis and its words."""

    value: Decimal
    label: str


class ValueAxis(Struct, frozen=True):
    """A scale from `low` to `high`, with round values in even steps, the ends among them.

    A `fixed` scale is the author's: it holds where the round values are not shown, too.
    """

    low: Decimal
    high: Decimal
    ticks: tuple[Tick, ...] = ()
    fixed: bool = False


class Series(Struct, frozen=True):
    """Values of one status, one per category in the order of the chart's categories.

    `drawn` is `line` for the line over columns. `scale` and `axis` are the series' own where its values are measured
    along another axis, as the first of a scatter's two series is. `alternative` is the text for those who do not see
    one of several lines where it has a drawing of its own.
    """

    name: str
    status: Status
    points: tuple[Point, ...]
    drawn: Literal["", "line"] = ""
    scale: Decimal | None = None
    axis: ValueAxis | None = None
    alternative: str = ""


class Chart(Struct, frozen=True):
    """A chart. `title` is the finding, `measure` what is measured and its unit ("en milliards d’euros").

    `scale` is the number of base units in one unit of `Point.value` (1E9 for values in billions). `alternative` is the
    text for those who do not see it, composed from the data. `axis` is the scale along which values stand; None for
    the data's own extent, without round values. `dates` are the categories as ISO dates ("1990", "2024-03") where all
    of them are dates, in order. `number` counts figures ("Graphique 2"); `reading` says how one is read.
    """

    kind: ChartKind
    title: Text
    measure: Text
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    source: Text
    alternative: str
    scale: Decimal = Decimal(1)
    unit: str = ""
    message: Text = ()
    origin: Origin = NOWHERE
    axis: ValueAxis | None = None
    dates: tuple[str, ...] = ()
    number: str = ""
    reading: Text = ()

    @property
    def is_panel(self) -> bool:
        """Whether it is one line of a chart that has more, in a drawing of its own."""
        return len({series.name for series in self.series}) == 1 and all(series.alternative for series in self.series)


class KeyFigure(Struct, frozen=True):
    """One tile: qualifier ("plus de"), number ("2,6"), unit ("Md€", may be empty), label and status.

    `number` holds the source's own words ("la moitié") where the fact has fixed wording; `value` is then its Decimal
    or None. `raised` letters at its end are those of a rank: « 3e »; `lowered` figures of the unit those of a formula.
    """

    qualifier: str
    number: str
    unit: str
    label: KeptText
    status: Status
    evidence: Evidence
    value: Decimal | None = None
    origin: Origin = NOWHERE
    raised: int = 0
    lowered: tuple[tuple[int, int], ...] = ()

    @property
    def printed(self) -> Text:
        """The figure in one line, with what it states: "plus de 2,6 Md€"."""
        number = f"{self.number}\u00a0{self.unit}" if self.unit else self.number
        text = f"{self.qualifier} {number}" if self.qualifier else number
        return (Span(text, evidence=self.evidence, origin=self.origin),)

    def set_alone(self, evidence: Evidence | None) -> Text:
        """The number as it is set without its unit."""
        whole = Span(self.number, evidence=evidence, origin=self.origin)
        if not self.raised:
            return (whole,)
        digits, letters = self.number[: -self.raised], self.number[-self.raised :]
        return replace(whole, text=digits), replace(whole, text=letters, position="superscript")

    def unit_alone(self, evidence: Evidence | None = None, before: str = "") -> Text:
        """The unit as it is set after the number or under it, some white before it."""
        whole = Span(before + self.unit, evidence=evidence, origin=self.origin if evidence else NOWHERE)
        return lowered(whole, tuple((first + len(before), last + len(before)) for first, last in self.lowered))


class KeyFigures(Struct, frozen=True):
    """A set of tiles. `role` is `main` where the figures are the subject, `aside` where they stand beside prose.

    `title` may be empty. `source` is the source line ("Source : ..."). `message` titles its own slide (may be empty).
    """

    figures: tuple[KeyFigure, ...]
    source: Text
    role: Literal["main", "aside"] = "main"
    title: Text = ()
    origin: Origin = NOWHERE
    message: Text = ()


ColumnRole = Literal["name", "text", "amount", "status", "period", "source", "pages", "code", "bar", "trend"]
"""What a column of a table holds."""


class Column(Struct, frozen=True):
    """A column: its header, and what it holds.

    `amount` columns align at the end, with tabular figures;
    `bar` columns have a bar beside each amount in the place of words, `trend` columns a line of the row's amounts.
    `code` columns hold what machines read, such as fingerprints. `width` is the share of the table's width that its
    author wants, 0 for what it needs; `align` is empty where the role says the side. `under` is the head over it
    and its neighbours of the same, empty for none.
    """

    header: Text
    role: ColumnRole = "text"
    width: float = 0.0
    align: Literal["", "left", "centre", "right"] = ""
    under: Text = ()

    @property
    def counts(self) -> bool:
        """Whether its numbers stand under one another at its right side."""
        return self.role == "amount" and self.align in ("", "right")


class Cell(Struct, frozen=True):
    """A cell: its text, a second line in small grey (`detail`, may be empty), and the status whose sign it bears.

    `pages_of` names a fact: the renderer fills the cell with the pages where that fact is printed. `bar` is the
    length of a bar, as a share of the column; `trend` the heights of a line's points, from 0 to 1 in its own
    extent, None for what is not known.
    """

    text: KeptText = ()
    detail: Text = ()
    status: Status = NO_STATUS
    pages_of: str = ""
    bar: float = 0.0
    trend: tuple[float | None, ...] = ()


class Row(Struct, frozen=True):
    """A row. A `group` row has one cell, a heading over all columns; a `total` row is set strong."""

    cells: tuple[Cell, ...]
    kind: Literal["plain", "group", "total"] = "plain"


class Table(Struct, frozen=True):
    """A table with a header row, or two where heads stand over others; the first column names its rows. `message`
    titles its own slide (may be empty).

    `reading` says how a row is read, until it has joined the source line.
    """

    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    source: Text
    message: Text = ()
    origin: Origin = NOWHERE
    reading: Text = ()

    @property
    def upper_heads(self) -> tuple[UpperHead, ...]:
        """The heads over those of columns, from left to right; none where no column has one."""
        return heads_over(column.under for column in self.columns)


class Side(Struct, frozen=True):
    """One side: its title, a date or other detail, its status and its points."""

    title: KeptText
    detail: Text
    items: KeptTexts
    status: Status = NO_STATUS


class Comparison(Struct, frozen=True):
    """Two sides (three at most). `remark` stands under both and may be empty, `message` titles its own slide."""

    sides: tuple[Side, ...]
    remark: Text = ()
    source: Text = ()
    origin: Origin = NOWHERE
    message: Text = ()


class Moment(Struct, frozen=True):
    """One date and what happens then. `short_date` and `short_text` serve where room is scarce.

    `future` is True after the date at which the data were closed.
    """

    date: Text
    short_date: ScarceText
    text: Text
    short_text: ScarceText
    status: Status
    future: bool = False
    origin: Origin = NOWHERE


class Timeline(Struct, frozen=True):
    """Moments in order of date; a line is drawn where the data were closed, with the words `cut_off`."""

    moments: tuple[Moment, ...]
    cut_off: Text
    source: Text
    alternative: str
    message: Text = ()
    origin: Origin = NOWHERE


class Image(Struct, frozen=True):
    """A picture; `alternative` says what it shows, empty for a decorative one."""

    picture: Picture
    alternative: str
    caption: Text
    source: Text = ()
    message: Text = ()
    origin: Origin = NOWHERE


FigureVisual = KeyFigures | Table | Chart | Timeline | Comparison | Image
"""Blocks of figures and pictures, all of which are seen at a glance."""
