"""The grids: A4 pages in six columns, 16:9 slides in twelve."""

from __future__ import annotations

from msgspec import Struct

from rapport.look.geometry import Box, Padding, Pt


class GridStrip(Struct, frozen=True):
    """A horizontal extent: where it starts and how wide it is."""

    x: Pt
    width: Pt

    @property
    def right(self) -> Pt:
        return Pt(self.x + self.width)

    def box(self, y: float, height: float) -> Box:
        return Box(self.x, Pt(y), self.width, Pt(height))


class Columns(Struct, frozen=True):
    """Equal columns over `strip`, `gutter` apart; numbered from 1."""

    strip: GridStrip
    count: int
    gutter: Pt

    @property
    def width(self) -> Pt:
        """Width of one column."""
        return Pt((self.strip.width - (self.count - 1) * self.gutter) / self.count)

    def x(self, column: int) -> Pt:
        """Left edge of a column."""
        return Pt(self.strip.x + (column - 1) * (self.width + self.gutter))

    def span(self, first: int, last: int) -> GridStrip:
        """Columns `first` to `last`, both included."""
        if not 1 <= first <= last <= self.count:
            raise ValueError(f"columns {first} to {last} of {self.count}")
        x = self.x(first)
        return GridStrip(x, Pt(self.x(last) + self.width - x))

    def cells(self) -> tuple[GridStrip, ...]:
        """Every column, from left to right."""
        return tuple(self.span(column, column) for column in range(1, self.count + 1))


class Grid(Struct, frozen=True):
    """What pages and slides share: a sheet, its margins, its columns and the rhythm of its lines."""

    width: Pt
    height: Pt
    margins: Padding
    columns: int
    gutter: Pt
    baseline: Pt
    content_top: Pt
    """Where content starts when no title pushes it down."""
    content_bottom: Pt
    """Content ends here at the latest; furniture stands below."""
    opening_rule_y: Pt
    kicker_y: Pt
    title_y: Pt
    footer_y: Pt

    @property
    def sheet(self) -> Box:
        """The whole page or slide, edge to edge."""
        return Box(Pt(0), Pt(0), self.width, self.height)

    @property
    def full(self) -> GridStrip:
        """From margin to margin: tables and bands."""
        return GridStrip(self.margins.left, Pt(self.width - self.margins.left - self.margins.right))

    @property
    def cells(self) -> Columns:
        return Columns(self.full, self.columns, self.gutter)

    @property
    def content(self) -> Box:
        """The room for content."""
        return self.full.box(self.content_top, self.content_bottom - self.content_top)

    def split(self, count: int, gutter: float) -> tuple[GridStrip, ...]:
        """The full width in `count` equal strips, `gutter` apart."""
        return Columns(self.full, count, Pt(gutter)).cells()

    def strips(self, count: int) -> tuple[GridStrip, ...]:
        """`count` equal strips of whole columns, side by side from the left; of more than there are columns, the full
        width in equal shares.
        """
        share = self.columns // count
        if not share:
            return self.split(count, self.gutter)
        return tuple(self.cells.span(place * share + 1, (place + 1) * share) for place in range(count))


class PageGrid(Grid, frozen=True):
    """The page of a brief: a margin column for what labels, a text column for what is read."""

    margin_columns: int
    """How many columns, from the left, make the margin column."""
    head_y: Pt
    footnote_rule_width: Pt
    mirrored: bool = False
    """Whether left pages have their furniture the other way round, for printing on both sides."""

    @property
    def margin(self) -> GridStrip:
        """Kicker, key figures, chart titles."""
        return self.cells.span(1, self.margin_columns)

    @property
    def text(self) -> GridStrip:
        """Title, lead, prose, plots."""
        return self.cells.span(self.margin_columns + 1, self.columns)


FOOT_COLUMNS = 9
"""Columns that the foot of a slide may take."""


class SlideGrid(Grid, frozen=True):
    """A slide of the deck."""

    title_columns: int
    """How many columns, from the left, a title may take."""

    @property
    def title(self) -> GridStrip:
        return self.cells.span(1, self.title_columns)

    @property
    def kicker(self) -> GridStrip:
        """The line above a title."""
        return self.full

    @property
    def foot(self) -> GridStrip:
        """Source or title of the document, left of the date and the number."""
        return self.cells.span(1, FOOT_COLUMNS)
