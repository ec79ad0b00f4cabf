"""What does not fit where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapport.arrange.studio import TOLERANCE, TextMeasure
from rapport.look.geometry import Box, Pt
from rapport.slides.elements import Element, ElementGroup, Leaf, SlideParagraph, TableFrame, TableRow, TextBox


def leaves(elements: Iterable[Element]) -> Iterator[Leaf]:
    """Every element, those of groups included, in reading order."""
    for element in elements:
        if isinstance(element, ElementGroup):
            yield from element.elements
        else:
            yield element


def overflowing(elements: Iterable[Element], room: Box, measure: TextMeasure) -> Iterator[TextBox | TableFrame]:
    """Texts larger than their boxes, and tables that leave the room or have a cell larger than its place."""
    for leaf in leaves(elements):
        if isinstance(leaf, TextBox):
            yield from () if measure.fits(leaf.paragraphs, leaf.room) else (leaf,)
        elif isinstance(leaf, TableFrame):
            yield from _too_large(leaf, room, measure)


def lowest(elements: Iterable[Element], measure: TextMeasure) -> float:
    """Where what is drawn ends, in points from the top: text by its lines, all else by its box."""
    return max((_bottom(leaf, measure) for leaf in leaves(elements)), default=0.0)


def _bottom(leaf: Leaf, measure: TextMeasure) -> float:
    if isinstance(leaf, TextBox) and leaf.anchor == "top":
        return leaf.box.y + measure.height(leaf.paragraphs, leaf.room.width)
    return leaf.box.bottom


def paragraphs_of(elements: Iterable[Element]) -> Iterator[SlideParagraph]:
    """All text in reading order, the tables' included."""
    for leaf in leaves(elements):
        if isinstance(leaf, TextBox):
            yield from leaf.paragraphs
        elif isinstance(leaf, TableFrame):
            yield from (paragraph for row in leaf.rows for cell in row.cells for paragraph in cell.paragraphs)


def _too_large(table: TableFrame, room: Box, measure: TextMeasure) -> Iterator[TableFrame]:
    if table.box.bottom > room.bottom + TOLERANCE or _spills(table, measure):
        yield table


def _spills(table: TableFrame, measure: TextMeasure) -> bool:
    return any(
        not measure.fits(cell.paragraphs, Box(table.box.x, table.box.y, Pt(width - cell.indent), row.height))
        for row in table.rows
        for cell, width in zip(row.cells, _text_widths(table, row), strict=True)
    )


def _text_widths(table: TableFrame, row: TableRow) -> tuple[float, ...]:
    """What each cell leaves to its text; a group's heading runs over all columns."""
    if row.kind == "group":
        return (table.box.width,) * len(table.widths)
    gutters = table.gutters or (Pt(0),) * len(table.widths)
    return tuple(width - gutter for width, gutter in zip(table.widths, gutters, strict=True))
