"""What a PPTX holds, as values."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from msgspec import Struct

Kind = Literal["shape", "picture", "chart", "table", "group", "line", "other"]


class ChartSheet(Struct, frozen=True):
    """A sheet of an embedded workbook: its cells by reference ("B2"), as texts; numbers as they are stored.

    `formulas` are those of the cells that have one.
    """

    name: str
    cells: tuple[tuple[str, str], ...]
    formulas: tuple[tuple[str, str], ...] = ()


class DeckSeries(Struct, frozen=True):
    """A series as cached in a chart. A point without value or label has None or an empty string in its place.

    `labels` are the texts drawn on the marks and `range_labels` those of the cells they are taken from. `references`
    are the workbook's ranges behind the name, the categories, the values and the labels, empty where there is none.
    """

    name: str
    categories: tuple[str, ...]
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...]
    range_labels: tuple[str, ...]
    references: tuple[str, str, str, str]


class DeckChart(Struct, frozen=True):
    """A native chart: its kind (`barChart`), series, other texts (titles, axes), and its workbook's sheets.

    `drawn` are the texts of the shapes drawn over it: keys, notes, names of rows.
    """

    kind: str
    series: tuple[DeckSeries, ...]
    texts: tuple[str, ...]
    sheets: tuple[ChartSheet, ...]
    drawn: tuple[str, ...] = ()


class DeckShape(Struct, frozen=True):
    """A shape on a slide, in reading order. `kind` says what it is, `place` the type of its placeholder.

    `rows` holds the paragraphs of each cell of a table. `alternative` is empty and `decorative` True for an ornament.
    """

    name: str
    kind: Kind
    place: str
    alternative: str
    decorative: bool
    paragraphs: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[str, ...], ...], ...] = ()
    chart: DeckChart | None = None
    shapes: tuple[DeckShape, ...] = ()


class DeckSlide(Struct, frozen=True):
    """A slide: its number from 1, its shapes, and the shapes of its notes page (its words are in the `body` place)."""

    number: int
    part: str
    shapes: tuple[DeckShape, ...]
    notes: tuple[DeckShape, ...]
    hidden: bool


class Presentation(Struct, frozen=True):
    """A deck as read back.

    `properties` are the core properties (`title`, `language`, ...), `sections` the names of its parts, `layout_texts`
    the texts that layouts and masters put on slides by themselves.
    """

    slides: tuple[DeckSlide, ...]
    properties: tuple[tuple[str, str], ...]
    sections: tuple[str, ...]
    layout_texts: tuple[str, ...]


def leaves(shapes: tuple[DeckShape, ...]) -> Iterator[DeckShape]:
    """All shapes in reading order, those in groups included; a group comes before what it holds."""
    for shape in shapes:
        yield shape
        yield from leaves(shape.shapes)
