"""A table over the full width, shared between slides where it is too long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from msgspec.structs import replace

from rapport.arrange.blocks.statement import with_callouts
from rapport.arrange.blocks.table_cells import Ruled, column_widths, ruled, table_rows
from rapport.arrange.fitting import evenly, filled, under_floor
from rapport.arrange.page import SlidePage, box, heading, kicker
from rapport.arrange.piece import Piece, set_at, steps
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Topic
from rapport.edition.blocks.figures import Cell, Row, Table
from rapport.edition.text import plain, says_the_same, words
from rapport.look.geometry import Box, Pt
from rapport.plotting.trends import trend_shapes
from rapport.slides.elements import Drawing, Panel, TableFrame, TextBox

Share = tuple[Row, ...]

MANY = 2
"""Pages of one table from which it is read on paper rather than from afar: smaller text that saves one is better."""


def compose_table(subject: Table, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """The rows on as few pages as hold them, the header on each, callouts under the last."""
    return with_callouts(lambda room: _pages(subject, room, topic, studio), topic, studio)


def _pages(table: Table, room: Box, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    caption = _caption(table, room, topic, studio)
    top = caption[0].box.bottom + studio.look.gaps.small if caption else room.y
    place = box(room.x, top, room.width, room.bottom - top)
    pages = _shares(table, place, studio)
    spoken = (table.caption,) if table.caption else ()
    around = (*kicker(topic.kicker, studio), *caption)
    return tuple(
        SlidePage("table", heading(studio.look), (*around, each, *_drawn_over(each, studio)), spoken) for each in pages
    )


BAR_SHARE = 0.62
"""Height of a bar, as a share of its row's text."""


def _drawn_over(frame: TableFrame, studio: SlideContext) -> Iterator[Panel | Drawing]:
    """The bars beside the amounts and the lines after them, over the cells that leave them room."""
    top = float(frame.box.y)
    lefts = list(accumulate(frame.widths, initial=float(frame.box.x)))
    for row in frame.rows:
        for at, cell in enumerate(row.cells):
            height = BAR_SHARE * studio.look.type.table_cell.size
            room = frame.widths[at] - (frame.gutters[at] if frame.gutters else 0.0)
            if cell.trend:
                area = box(lefts[at], top + (row.height - height) / 2, room, height)
                yield Drawing(studio.names("trend"), area, trend_shapes(cell.trend, area))
            if cell.bar:
                yield Panel(box(lefts[at], top + (row.height - height) / 2, cell.bar * room, height), "accent")
        top += row.height


def _caption(table: Table, room: Box, topic: Topic, studio: SlideContext) -> tuple[TextBox, ...]:
    """The caption above the table, unless it is the slide's title."""
    if not table.caption or says_the_same(table.caption, topic.title):
        return ()
    piece = Piece(table.caption, "chart_measure", colour="grey")
    height = studio.measure.height(set_at(0, (piece,), studio.look), room.width)
    return (filled(TextBox(studio.names("caption"), box(room.x, room.y, room.width, height), ()), (piece,), studio),)


def _shares(table: Table, place: Box, studio: SlideContext) -> tuple[TableFrame, ...]:
    """The frames at the sizes of the charter; under its floor where a column is too narrow, or pages would be many."""
    units = _units(table.rows)
    small = under_floor(studio)
    found = _fitted(table, units, place, studio)
    for dense in (small, _closer(small)) if not found or len(found) > MANY else ():
        denser = _fitted(table, units, place, dense)
        found = denser if denser and (not found or len(denser) < len(found)) else found
    if found:
        return found
    if tight := _fitted(table, units, place, small, tight=True):
        return tight
    last = list(_settings(table, place, small, tight=True))[-1]
    shares = _titled([tuple(chain.from_iterable(share)) for share in evenly(units, max(1, len(units)))], studio)
    return tuple(_frame(table, share, last, place, small) for share in shares)


def _closer(studio: SlideContext) -> SlideContext:
    """The context in which numbers have no more white after them than words."""
    measures = replace(studio.look.table, gutter_after_numbers=studio.look.table.gutter)
    return replace(studio, look=replace(studio.look, table=measures))


def _fitted(
    table: Table, units: Sequence[Share], place: Box, studio: SlideContext, *, tight: bool = False
) -> tuple[TableFrame, ...]:
    """The frames of the first setting that fits: fewest pages first, then the largest text, then the widest rows.

    With `tight`, columns may be narrower than a word of theirs.
    """
    tried = _settings(table, place, studio, tight=tight)
    settings = [(setting, _heights(table, units, setting, studio)) for setting in tried]
    for count in range(1, len(units) + 1):
        for setting, heights in settings:
            if sum(heights) > count * place.height:
                continue
            parts = balanced(heights, count, _ends(units))
            shares = _titled([tuple(chain.from_iterable(units[first:last])) for first, last in parts], studio)
            frames = tuple(_frame(table, share, setting, place, studio) for share in shares)
            if all(frame.box.bottom <= place.bottom for frame in frames):
                return frames
    return ()


def _heights(table: Table, units: Sequence[Share], setting: Ruled, studio: SlideContext) -> list[float]:
    rows = table_rows(table, table.rows, setting, studio)
    heights = iter(row.height for row in rows if row.kind != "header")
    return [sum(next(heights) for _ in unit) for unit in units]


TOGETHER = 3
"""Rows of a group that stay on each side of a break."""


def _ends(units: Sequence[Share]) -> frozenset[int]:
    """The units before which a page should not begin: they would part a group's first or last rows from the others."""
    starts = [at for at, unit in enumerate(units) if unit[0].kind == "group"]
    kept: set[int] = set()
    for start, end in zip(starts, (*starts[1:], len(units)), strict=False):
        kept |= {at for at in range(start + 1, end) if at - start < TOGETHER or end - at < TOGETHER}
    return frozenset(kept)


def balanced(heights: Sequence[float], count: int, kept: frozenset[int] = frozenset()) -> list[tuple[int, int]]:
    """Runs of items, from one to before another, of which the highest is as low as can be, then all alike.

    None begins at an item of `kept`, unless there is no other way to have so many.
    """
    best: list[dict[int, tuple[float, float, float, int]]] = [{0: (0.0, 0.0, 0.0, 0)}]
    for _ in range(count):
        found: dict[int, tuple[float, float, float, int]] = {}
        for start, (highest, parted, squares, _before) in best[-1].items():
            parted_here = parted + (PARTED if start in kept else 0.0)
            total = 0.0
            for end in range(start + 1, len(heights) + 1):
                total += heights[end - 1]
                now = (max(highest, total), parted_here, squares + total**2, start)
                if end not in found or _cost(now) <= _cost(found[end]):  # of two, the longer first
                    found[end] = now
        best.append(found)
    runs, end = [], len(heights)
    for step in reversed(best[1:]):
        start = step[end][3]
        runs.append((start, end))
        end = start
    return runs[::-1]


def _cost(runs: tuple[float, float, float, int]) -> tuple[float, float]:
    """The highest, with what is parted, then how uneven they are."""
    highest, parted, squares, _ = runs
    return round(highest + parted, 3), round(squares, 3)


PARTED = 60.0
"""Points that a page may be higher rather than part what should stay together."""


def _titled(shares: Sequence[Share], studio: SlideContext) -> list[Share]:
    """The rows of each page under the heading of their group, repeated where the group began on an earlier page."""
    titled: list[Share] = []
    group: Row | None = None
    for share in shares:
        if group is not None and share and share[0].kind == "plain":
            again = Cell((*group.cells[0].text, *words(f" {studio.furniture('continued')}")))
            titled.append((Row((again,), "group"), *share))
        else:
            titled.append(share)
        group = next((row for row in reversed(share) if row.kind == "group"), group)
    return titled


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
