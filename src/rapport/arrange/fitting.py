"""Text into boxes: the largest step that fits, the last resort when none does, and the texts that still do not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from msgspec.structs import replace

from rapport.arrange.piece import Pieces, set_at, settings, step_count
from rapport.arrange.studio import TOLERANCE, SlideContext, TextMeasure
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


# Text into boxes: the largest step that fits; the last resort where none does.


T = TypeVar("T")


def fit(pieces: Pieces, box: Box, studio: SlideContext) -> tuple[SlideParagraph, ...]:
    """The pieces at the largest step that the box holds, at their floors where it holds none."""
    setting: tuple[SlideParagraph, ...] = ()
    for setting in settings(pieces, studio.look):
        if studio.measure.fits(setting, box):
            break
    return setting


def fits(pieces: Pieces, box: Box, studio: SlideContext) -> bool:
    """Whether the box holds the pieces at some step of their scales."""
    return studio.measure.fits(fit(pieces, box, studio), box)


def common_step(parts: Sequence[tuple[Pieces, Box]], studio: SlideContext) -> int | None:
    """The first step at which every part fits its box, so that they can be set alike; None where there is none."""
    asked = list(parts)
    for step in range(_most_steps(parts, studio)):
        over = (part for part in asked if not studio.measure.fits(set_at(step, part[0], studio.look), part[1]))
        first = next(over, None)
        if first is None:
            return step
        asked = [first, *parts]  # what overflows at one size is asked first at the next
    return None


def floor_step(parts: Sequence[tuple[Pieces, Box]], studio: SlideContext) -> int:
    """The step at which every piece is at its floor."""
    return _most_steps(parts, studio) - 1


def _most_steps(parts: Sequence[tuple[Pieces, Box]], studio: SlideContext) -> int:
    return max((step_count(pieces, studio.look) for pieces, _ in parts), default=1)


def filled(slot: TextBox, pieces: Pieces, studio: SlideContext) -> TextBox:
    """An empty text box with the pieces fitted into it."""
    return replace(slot, paragraphs=fit(pieces, slot.box, studio))


def evenly(items: Sequence[T], parts: int) -> Iterator[tuple[T, ...]]:
    """The items in order in `parts` runs whose lengths differ by one at most, the longer first."""
    length, longer = divmod(len(items), parts)
    start = 0
    for index in range(parts):
        end = start + length + (index < longer)
        yield tuple(items[start:end])
        start = end


# The last resort: a text that fits its place at no size of its scale is set under the floor, and its author told.

SHARES: Final = (16 / 18, 14 / 18)
"""Of the smallest size: what a slide held before is not refused, though it cannot be read from afar."""


def squeezed(element: Element, studio: SlideContext) -> Element:
    """The element with the texts smaller that overflow and so fit; as it is where they fit, or fit at no size."""
    if isinstance(element, ElementGroup):
        return replace(element, elements=tuple(_leaf(leaf, studio) for leaf in element.elements))
    return _leaf(element, studio)


def _leaf(leaf: Leaf, studio: SlideContext) -> Leaf:
    if not isinstance(leaf, TextBox) or studio.measure.fits(leaf.paragraphs, leaf.room):
        return leaf
    for share in SHARES:
        smaller = tuple(_smaller(paragraph, share) for paragraph in leaf.paragraphs)
        if studio.measure.fits(smaller, leaf.room):
            return replace(leaf, paragraphs=smaller)
    return leaf


def _smaller(paragraph: SlideParagraph, share: float) -> SlideParagraph:
    return replace(
        paragraph,
        size=Pt(round(paragraph.size * share)),
        leading=Pt(round(2 * paragraph.leading * share) / 2),
        space_before=Pt(round(paragraph.space_before * share)),
        unit_size=Pt(round(paragraph.unit_size * share)),
    )


def under_floor(studio: SlideContext) -> SlideContext:
    """The context in which text may be smaller than the charter lets it, for what would not fit otherwise."""
    limits = replace(studio.look.limits, min_text=Pt(round(studio.look.limits.min_text * SHARES[-1])))
    return replace(studio, look=replace(studio.look, limits=limits))
