"""A table over the full width, shared between slides where it is too long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from rapport.arrange.blocks.below import with_callouts
from rapport.arrange.blocks.table_cells import Ruled, column_widths, ruled, table_rows
from rapport.arrange.fitting import SHARES, evenly, filled
from rapport.arrange.page import SlidePage, box, heading, kicker
from rapport.arrange.piece import Piece, set_at
from rapport.arrange.scale import steps
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Topic
from rapport.edition.blocks.figures import Row, Table
from rapport.edition.text import plain
from rapport.look.geometry import Box, Pt
from rapport.slides.elements import TableFrame, TextBox

Share = tuple[Row, ...]


def compose(subject: Table, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """The rows on as few pages as hold them, the header on each, callouts under the last."""
    return with_callouts(lambda room: _pages(subject, room, topic, studio), topic, studio)


def _pages(table: Table, room: Box, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    caption = _caption(table, room, topic, studio)
    top = caption[0].box.bottom + studio.look.gaps.small if caption else room.y
    place = box(room.x, top, room.width, room.bottom - top)
    pages = _shares(table, place, studio)
    spoken = (table.caption,) if table.caption else ()
    around = (*kicker(topic.kicker, studio), *caption)
    return tuple(SlidePage("table", heading(studio.look), (*around, frame), spoken) for frame in pages)


def _caption(table: Table, room: Box, topic: Topic, studio: SlideContext) -> tuple[TextBox, ...]:
    """The caption above the table, unless it is the slide's title."""
    if not table.caption or plain(table.caption) == plain(topic.title):
        return ()
    piece = Piece(table.caption, "chart_measure", colour="grey")
    height = studio.measure.height(set_at(0, (piece,), studio.look), room.width)
    return (filled(TextBox(studio.names("caption"), box(room.x, room.y, room.width, height), ()), (piece,), studio),)


def _shares(table: Table, place: Box, studio: SlideContext) -> tuple[TableFrame, ...]:
    """The frames at the sizes of the charter; under its floor, as the last resort, where a column is too narrow."""
    units = _units(table.rows)
    small = _under_floor(studio)
    found = _fitted(table, units, place, studio) or _fitted(table, units, place, small)
    if found:
        return found
    last = list(_settings(table, place, small, tight=True))[-1]
    shares = [tuple(chain.from_iterable(share)) for share in evenly(units, max(1, len(units)))]
    return tuple(_frame(table, share, last, place, small) for share in shares)


def _fitted(table: Table, units: Sequence[Share], place: Box, studio: SlideContext) -> tuple[TableFrame, ...]:
    """The frames of the first setting that fits: fewest pages first, then the largest text, then the widest rows."""
    for count in range(1, len(units) + 1):
        shares = [tuple(chain.from_iterable(share)) for share in evenly(units, count)]
        for setting in _settings(table, place, studio):
            frames = tuple(_frame(table, share, setting, place, studio) for share in shares)
            if all(frame.box.bottom <= place.bottom for frame in frames):
                return frames
    return ()


def _under_floor(studio: SlideContext) -> SlideContext:
    limits = replace(studio.look.limits, min_text=Pt(round(studio.look.limits.min_text * SHARES[-1])))
    return replace(studio, look=replace(studio.look, limits=limits))


def _settings(table: Table, place: Box, studio: SlideContext, tight: bool = False) -> Iterator[Ruled]:
    """Sizes and paddings from the most generous to the densest; only those at which no word is cut."""
    measures = studio.look.table
    for step in range(len(steps(studio.look, "table_cell"))):
        widths = column_widths(table, place.width, step, studio)
        too_wide = sum(widths) / place.width
        if tight and too_wide > 1:
            widths = tuple(Pt(width / too_wide) for width in widths)
        if sum(widths) <= place.width + 0.01:
            for padding in (measures.padding, measures.padding_dense):
                yield ruled(table, widths, step, padding, studio)


def _frame(table: Table, rows: Share, setting: Ruled, place: Box, studio: SlideContext) -> TableFrame:
    built = table_rows(table, rows, setting, studio)
    height = sum(row.height for row in built)
    return TableFrame(
        studio.names("table"),
        box(place.x, place.y, sum(setting.widths), height),
        setting.widths,
        built,
        plain(table.caption),
        setting.gutters,
        setting.padding,
    )


def _units(rows: Sequence[Row]) -> tuple[Share, ...]:
    """Rows that must stay together: a group's heading with the row after it."""
    found: list[Share] = []
    for row in rows:
        if found and found[-1][-1].kind == "group":
            found[-1] = (*found[-1], row)
        else:
            found.append((row,))
    return tuple(found)
