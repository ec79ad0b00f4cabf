"""A chart."""

from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from rapport.edition.blocks.figures import ChartKind
from rapport.model.fact import StatusKey
from rapport.model.located import BlockBase, FactCall, FactEntry, Located, shorthand
from rapport.model.scalar import CellText, Date, Line, Number, Reference, Text, Truth, one_of

KINDS: tuple[ChartKind, ...] = get_args(ChartKind)
GOING_ON: tuple[ChartKind, ...] = ("bar", "column", "line", "combined")
"""The kinds in which a series may go on under another status: each mark shows its own."""
Kind = Annotated[ChartKind, one_of(*KINDS)]
SeriesKind = Annotated[Literal["bars", "line"], one_of("bars", "line")]
Order = Annotated[Literal["value", "given"], one_of("value", "given")]


class SeriesGap(Located):
    """A category for which the source gives no value."""

    gap: Line


Category = Annotated[FactCall | SeriesGap, shorthand("fact", Reference | FactEntry | SeriesGap)]


class SeriesSpec(Located):
    """A series of its own: its name and its facts, in the order of the categories.

    `kind` is `line` for the line over the columns of a combined chart.
    """

    aligned_fields: ClassVar[frozenset[str]] = frozenset(("facts",))

    name: Line
    facts: Annotated[tuple[Category, ...], Field(min_length=1)]
    kind: SeriesKind = "bars"


class ScaleSpec(Located):
    """The ends and the step of a scale, in base units as facts are; the data decide what is left out."""

    from_: Number | None = Field(default=None, alias="from")
    to: Number | None = None
    step: Number | None = None


class ChartSpec(Located):
    """A chart of `facts` (one series), or of several `series` over `categories`.

    `title` states the finding; `measure` says what is measured; the unit is added where it is not said. Bars stand in
    the order of their values unless `order` is `given`. `highlight` names the categories the title speaks of.
    `reading` says how one mark is read. A gap stands for a value the source does not give, in a series too.
    """

    aligned_fields: ClassVar[frozenset[str]] = frozenset(("categories",))

    kind: Kind
    title: Text
    measure: Text
    facts: tuple[Category, ...] = ()
    categories: tuple[Text, ...] = ()
    series: tuple[SeriesSpec, ...] = ()
    scale: ScaleSpec | None = None
    order: Order | None = None
    highlight: tuple[Line, ...] = ()
    reading: Text | None = None
    remark: Text | None = None


class NumberedBase(BlockBase):
    """A visual that is counted; prose names it by its `key`, as `{#emissions}`, and prints its number."""

    key: Reference | None = None


class ChartBlock(NumberedBase):
    """A chart."""

    chart: ChartSpec


Role = Annotated[Literal["main", "aside"], one_of("main", "aside")]


class KeyFigureSet(Located):
    """Facts to show large; `aside` where they stand beside prose."""

    facts: Annotated[tuple[FactCall, ...], Field(min_length=1)]
    title: Text | None = None
    role: Role = "main"


class KeyFiguresBlock(BlockBase):
    """Key figures."""

    key_figures: KeyFigureSet = Field(alias="key-figures")


RowKind = Annotated[Literal["plain", "group", "total"], one_of("plain", "group", "total")]


class FactRows(Located):
    """A group of rows, one per fact, under a heading."""

    title: Line
    facts: Annotated[tuple[FactCall, ...], Field(min_length=1)]


class WordRow(Located):
    """A row of words; a `group` row has one cell."""

    aligned_fields: ClassVar[frozenset[str]] = frozenset(("cells",))

    cells: Annotated[tuple[CellText, ...], Field(min_length=1)]
    kind: RowKind = "plain"


ColumnSide = Annotated[Literal["left", "centre", "right"], one_of("left", "centre", "right")]


class ColumnSpec(Located):
    """A column of words: what it is called, nothing above rows that name themselves; `width` is in per cent.

    Neighbours with the same `under` stand under one head of that name.
    """

    title: CellText
    under: Text | None = None
    width: Number | None = None
    align: ColumnSide | None = None

    @property
    def text(self) -> str:
        """What it is called, as typed."""
        return self.title.text


ColumnEntry = Annotated[ColumnSpec, shorthand("title", Text | ColumnSpec)]


class TableSpec(Located):
    """Either `facts` (or `groups` of them), one row each; or `columns` and `rows` of words.

    `bars` draws a bar beside each value, where facts have one status and one unit; `trend` a line at the end of each
    row of words, where its figures do. `remark` ends the source line; `reading`, before it, says how one row is read.
    """

    aligned_fields: ClassVar[frozenset[str]] = frozenset(("columns",))

    caption: Text
    facts: tuple[FactCall, ...] = ()
    groups: tuple[FactRows, ...] = ()
    columns: tuple[ColumnEntry, ...] = ()
    rows: tuple[WordRow, ...] = ()
    bars: Truth = False
    trend: Truth = False
    reading: Text | None = None
    remark: Text | None = None


class TableBlock(NumberedBase):
    """A table."""

    table: TableSpec


class AnnexBlock(BlockBase):
    """The annex of figures: every fact the brief shows, with value, status, period, source and pages.

    `remark` ends the source line.
    """

    annex: Text
    remark: Text | None = None


class SideSpec(Located):
    """One side: a title, a detail such as a date, a status, and points."""

    title: Line
    detail: Line | None = None
    items: Annotated[tuple[Text, ...], Field(min_length=1)]
    status: StatusKey | None = None


class ComparisonBlock(BlockBase):
    """Two or three sides, and a remark under them."""

    comparison: Annotated[tuple[SideSpec, ...], Field(min_length=2, max_length=3)]
    remark: Text | None = None


class MomentSpec(Located):
    """What happens at a date: a fact gives its date and status, or they are written here.

    `when` replaces the date by the source's own words ("un an avant").
    """

    text: Text
    short: Line | None = None
    fact: Reference | None = None
    date: Date | None = None
    when: Line | None = None
    status: StatusKey | None = None


class TimelineBlock(BlockBase):
    """A timeline."""

    timeline: Annotated[tuple[MomentSpec, ...], Field(min_length=1)]
    remark: Text | None = None


class PlaceSpec(Located):
    """A place on a map: its name, its latitude and longitude in degrees, and what is there: a fact, or words."""

    name: Line
    at: tuple[Number, Number]
    fact: Reference | None = None
    text: Text | None = None
    status: StatusKey | None = None


class MapSpec(Located):
    """Countries by their two letters, whose outlines are drawn, and places on them."""

    countries: Annotated[tuple[Reference, ...], Field(min_length=1)]
    places: Annotated[tuple[PlaceSpec, ...], Field(min_length=1, max_length=10)]
    caption: Text


class MapBlock(BlockBase):
    """A map."""

    map: MapSpec


class ImageSpec(Located):
    """A file of `assets/`, what it shows, and its caption; `credit` may be absent."""

    file: Reference
    alternative: Text
    caption: Text
    credit: Line | None = None


class ImageBlock(BlockBase):
    """A picture."""

    image: ImageSpec
