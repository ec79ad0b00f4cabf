"""Things side by side, a column each: a table whose rows are aligned across."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.blocks.statement import with_callouts
from rapport.arrange.blocks.table_sizes import spaced
from rapport.arrange.fitting import evenly, filled, fit, under_floor
from rapport.arrange.page import SlidePage, box, heading, kicker
from rapport.arrange.piece import Piece, Pieces, set_at, steps
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Topic
from rapport.edition.blocks.figures import Comparison, Side
from rapport.edition.text import Text, plain, words
from rapport.look.geometry import Box, Pt
from rapport.look.grid import GridStrip
from rapport.slides.elements import Element, SlideParagraph, TableCell, TableFrame, TableRow, TextBox

TEXT = 30
"""Points that items start from, where there are few."""
TITLE_LINES = 2
NOTHING: tuple[Text, ...] = ((),)
"""What a slide holds that is called nothing of its own."""
PADDING = Pt(10)
"""White above and below the text of a row, in points."""
AIRY = (Pt(24), Pt(20), Pt(15))
"""More of it, the first that leaves the room of the table some, where few items leave the slide empty."""


class Sizes(Struct, frozen=True):
    """How many steps below their largest sizes titles and items are set, and the white above and below them."""

    title: int
    item: int
    padding: Pt = PADDING


def compose_comparison(subject: Comparison, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """The items on as few slides as hold them, callouts under the last.

    A row grows with its texts, and would push what stands under it: all faces count.
    """
    told = replace(studio, measure=studio.measure.in_any_face())
    return with_callouts(lambda room: _pages(subject, room, topic, told), topic, studio)


def _pages(comparison: Comparison, room: Box, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """The remark stands under the last items, or alone on a slide where they leave it no room.

    Items too long for a slide are set under the charter's floor.
    """
    if found := _fitted(comparison, room, topic, studio):
        return found
    if comparison.remark:
        return (*_pages(replace(comparison, remark=()), room, topic, studio), _alone(comparison, room, topic, studio))
    small = under_floor(studio)
    if found := _fitted(comparison, room, topic, small):
        return found
    least = list(_sizes(small))[-1]
    parts = _parts(comparison, _most_items(comparison))
    return _numbered(_page(part, _frame(part, room, least, small), room, topic, small) for part in parts)


def _numbered(pages: Iterable[SlidePage]) -> tuple[SlidePage, ...]:
    """The slides of one comparison: those that go on with it say nothing that its title could name, but a number."""
    first, *others = pages
    return (first, *(replace(page, holds=NOTHING) for page in others))


def _fitted(comparison: Comparison, room: Box, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """The items on as few slides as hold them; none where an item alone is too long for one."""
    for count in range(1, _most_items(comparison) + 1):
        parts = tuple(_parts(comparison, count))
        frames = tuple(_fitting(part, _room(part, room, studio), studio) for part in parts)
        if all(frames):
            pairs = zip(parts, frames, strict=True)
            return _numbered(_page(part, frame, room, topic, studio) for part, frame in pairs if frame)
    return ()


def _most_items(comparison: Comparison) -> int:
    return max((1, *(len(side.items) for side in comparison.sides)))


def _alone(comparison: Comparison, room: Box, topic: Topic, studio: SlideContext) -> SlidePage:
    text = fit((Piece(comparison.remark, "body", colour="grey"),), room, studio)
    remark = TextBox(studio.names("remark"), room, text, "body")
    return SlidePage(
        "content", heading(studio.look), (*kicker(topic.kicker, studio), remark), holds=(comparison.remark,)
    )


def _parts(comparison: Comparison, count: int) -> Iterator[Comparison]:
    """The comparison in `count` parts, each with all sides and a share of their items; the remark ends the last."""
    shares = [tuple(evenly(side.items, count)) for side in comparison.sides]
    for index in range(count):
        sides = (replace(side, items=share[index]) for side, share in zip(comparison.sides, shares, strict=True))
        yield Comparison(tuple(sides), comparison.remark if index == count - 1 else ())


def _sizes(studio: SlideContext) -> Iterator[Sizes]:
    """From the largest items with the largest titles down; titles stay larger than items but at the end."""
    titles, items = steps(studio.look, "column_title"), steps(studio.look, "table_cell", TEXT)
    for item, item_size in enumerate(items):
        for title, title_size in enumerate(titles):
            if title_size > item_size or item == len(items) - 1:
                yield Sizes(title, item)


def _fitting(comparison: Comparison, room: Box, studio: SlideContext) -> TableFrame | None:
    """The table at the first sizes at which it fits its room and no word is cut; None where there are none."""
    tried = ((sizes, _frame(comparison, room, sizes, studio)) for sizes in _sizes(studio))
    fitting = (each for each in tried if each[1].box.bottom <= room.bottom and _is_whole(each[1], studio))
    found = next(fitting, None)
    if found is None:
        return None
    sizes, tight = found
    return spaced(tight, AIRY, room, lambda white: _frame(comparison, room, replace(sizes, padding=white), studio))


def _text_widths(frame: TableFrame) -> tuple[float, ...]:
    return tuple(width - gutter for width, gutter in zip(frame.widths, frame.gutters, strict=True))


def _is_whole(frame: TableFrame, studio: SlideContext) -> bool:
    """Whether every word is narrower than its column; titles take two lines at most."""
    widths = _text_widths(frame)
    head = [(cell.paragraphs[0], width) for cell, width in zip(frame.rows[0].cells, widths, strict=True)]
    if any(studio.measure.lines(title, width) > TITLE_LINES for title, width in head):
        return False
    return all(
        studio.measure.widest_word(paragraph) <= width - cell.indent
        for row in frame.rows
        for cell, width in zip(row.cells, widths, strict=True)
        for paragraph in cell.paragraphs
    )


def _frame(comparison: Comparison, room: Box, sizes: Sizes, studio: SlideContext) -> TableFrame:
    """Titles and details, then statuses where there are any, then the items, first with first."""
    sides, strips = comparison.sides, studio.look.grid.strips(max(1, len(comparison.sides)))
    look, gutter = studio.look, studio.look.grid.gutter
    cells = [tuple(TableCell(set_at(sizes.title, _title(side), look)) for side in sides)]
    if any(side.status.key for side in sides):
        cells.append(tuple(_status(side, studio) for side in sides))
    items = [set_at(sizes.item, _items(side), look) for side in sides]
    cells += [tuple(_item(found, sizes, studio) for found in row) for row in zip_longest(*items)]
    rows = tuple(
        TableRow(row, _row_height(row, strips, sizes.padding, studio), "plain" if index else "header")
        for index, row in enumerate(cells)
    )
    return TableFrame(
        studio.names("table"),
        box(room.x, room.y, strips[-1].right - room.x, sum(row.height for row in rows)),
        (*(Pt(strip.width + gutter) for strip in strips[:-1]), strips[-1].width),
        rows,
        ", ".join(plain(side.title) for side in sides),
        (*(gutter for _ in strips[:-1]), Pt(0)),
        sizes.padding,
        anchor="top",
        names_rows=False,
    )


def _row_height(cells: tuple[TableCell, ...], strips: tuple[GridStrip, ...], padding: Pt, studio: SlideContext) -> Pt:
    """That of its highest cell."""
    heights = [
        studio.measure.height(cell.paragraphs, strip.width - cell.indent)
        for cell, strip in zip(cells, strips, strict=True)
    ]
    return Pt(max(heights) + 2 * padding)


def _title(side: Side) -> Pieces:
    detail = (Piece(side.detail, "body", colour="grey", space=0),) if side.detail else ()
    return (Piece(side.title, "column_title"), *detail)


def _status(side: Side, studio: SlideContext) -> TableCell:
    (word,) = set_at(0, (Piece(words(side.status.word), "status"),), studio.look)
    return TableCell((word,), studio.signs.placed(word.size).advance if side.status.key else Pt(0), side.status)


def _item(paragraph: SlideParagraph | None, sizes: Sizes, studio: SlideContext) -> TableCell:
    """An item; an empty cell beside a longer side."""
    empty = set_at(sizes.item, (Piece((), "table_cell", largest=TEXT),), studio.look)
    return TableCell((replace(paragraph, space_before=Pt(0)),) if paragraph else empty)


def _items(side: Side) -> Pieces:
    return tuple(Piece(item, "table_cell", space=0, largest=TEXT) for item in side.items)


def _page(comparison: Comparison, frame: TableFrame, room: Box, topic: Topic, studio: SlideContext) -> SlidePage:
    elements: tuple[Element, ...] = (*kicker(topic.kicker, studio), frame, *_remark(comparison, room, studio))
    holds = tuple(side.title for side in comparison.sides)
    return SlidePage("table", heading(studio.look), elements, holds=holds)


def _room(comparison: Comparison, room: Box, studio: SlideContext) -> Box:
    """What the remark leaves."""
    return box(room.x, room.y, room.width, room.height - _remark_height(comparison, room, studio))


def _remark(comparison: Comparison, room: Box, studio: SlideContext) -> Iterator[Element]:
    """On the foot, in grey."""
    if comparison.remark:
        height = _remark_height(comparison, room, studio) - studio.look.gaps.medium
        place = box(room.x, room.bottom - height, room.width, height)
        piece = Piece(comparison.remark, "body", colour="grey")
        yield filled(TextBox(studio.names("remark"), place, ()), (piece,), studio)


def _remark_height(comparison: Comparison, room: Box, studio: SlideContext) -> float:
    if not comparison.remark:
        return 0.0
    paragraphs = set_at(0, (Piece(comparison.remark, "body"),), studio.look)
    return studio.measure.height(paragraphs, room.width) + studio.look.gaps.medium
