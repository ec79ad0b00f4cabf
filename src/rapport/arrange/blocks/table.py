"""A table over the full width, shared between slides where it is too long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.blocks.statement import with_callouts
from rapport.arrange.blocks.table_cells import Ruled, SetTable
from rapport.arrange.blocks.table_parts import named_columns, parted
from rapport.arrange.blocks.table_sizes import ALONE, FEWEST, ROUNDING, rulings, spaced
from rapport.arrange.fitting import evenly, filled, under_floor
from rapport.arrange.page import SlidePage, box, heading, kicker
from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Topic
from rapport.edition.blocks.figures import Cell, Row, Table
from rapport.edition.text import Text, plain, says_the_same, words
from rapport.look.geometry import Box, Pt
from rapport.plotting.trends import trend_shapes
from rapport.slides.elements import Drawing, Panel, TableFrame, TextBox

Share = tuple[Row, ...]


def compose_table(subject: Table, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """The rows on as few pages as hold them, the header on each, callouts under the last.

    A row that takes more lines than were foreseen grows, and would part from the signs over it: all faces count.
    """
    told = replace(studio, measure=studio.measure.in_any_face())
    return with_callouts(lambda room: _pages(subject, room, topic, told), topic, studio)


def _pages(table: Table, room: Box, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    caption = _caption(table, room, topic, studio)
    top = caption[0].box.bottom + studio.look.gaps.small if caption else room.y
    place = box(room.x, top, room.width, room.bottom - top)
    parts = _parts(table, place, studio)
    spoken = (table.caption,) if table.caption else ()
    around = (*kicker(topic.kicker, studio), *caption)
    return tuple(
        SlidePage("table", heading(studio.look), (*around, each, *_drawn_over(each, studio)), spoken, holds=held)
        for part, frames in parts
        for each in frames
        for held in (_held(part, each, begins=each is frames[0], among=parts),)
    )


def _held(part: Table, frame: TableFrame, *, begins: bool, among: Sequence[_Part]) -> tuple[Text, ...]:
    """What a page of some of the columns holds, the best to say first; empty where all columns are on it.

    The columns, where their first rows stand; the groups of its rows, where those go on.
    """
    if len(among) == 1:
        return ()
    groups = tuple(row.cells[0].paragraphs[0].text for row in frame.rows if row.kind == "group")
    if begins or not groups:
        return named_columns(part)
    return groups if part is among[0][0] else (*groups, *named_columns(part))


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


_Part = tuple[Table, tuple[TableFrame, ...]]
"""A table of all columns or of some, and the frames that its rows are shared between."""


def _parts(table: Table, place: Box, studio: SlideContext) -> tuple[_Part, ...]:
    """The table at sizes that can be read from afar: on more slides where one has no room for so many rows, in parts
    where one has no room for so many columns. Smaller only where no part would be narrow enough.
    """
    for count in range(1, max(2, len(table.columns))):
        found = tuple((part, _legible(part, place, studio)) for part in parted(table, count))
        if found and all(frames for _, frames in found):
            return found
    return ((table, _small(table, place, studio)),)


def _legible(table: Table, place: Box, studio: SlideContext) -> tuple[TableFrame, ...]:
    """The frames at the sizes of the charter; none where a column would be too narrow for a word of its own."""
    units = _units(table.rows)
    several = (SetTable(table, each) for each in (studio, _closer(studio)))
    return next((frames for made in several if (frames := _fitted(made, units, place))), ())


def _small(table: Table, place: Box, studio: SlideContext) -> tuple[TableFrame, ...]:
    """The frames at sizes under the floor of the charter, words cut where even those are too large."""
    units = _units(table.rows)
    small = SetTable(table, under_floor(studio))
    for dense in (small, SetTable(table, _closer(small.studio))):
        if found := _fitted(dense, units, place):
            return found
    if tight := _fitted(small, units, place, tight=True):
        return tight
    last = list(rulings(small, place, tight=True))[-1]
    shares = _titled([tuple(chain.from_iterable(share)) for share in evenly(units, max(1, len(units)))], studio)
    return tuple(_frame(small, share, last, place) for share in shares)


def _closer(studio: SlideContext) -> SlideContext:
    """The context in which numbers have no more white after them than words."""
    measures = replace(studio.look.table, gutter_after_numbers=studio.look.table.gutter)
    return replace(studio, look=replace(studio.look, table=measures))


def _fitted(made: SetTable, units: Sequence[Share], place: Box, *, tight: bool = False) -> tuple[TableFrame, ...]:
    """The frames of the first setting that fits: fewest pages first, then the largest text, then the widest rows.

    With `tight`, columns may be narrower than a word of theirs.
    """
    several = rulings(made, place, tight=tight)
    tried = ((setting, _heights(made, units, setting, place)) for setting in several)
    known: list[_Tried] = []
    for count in range(1, len(units) + 1):
        for setting, heights in chain(tuple(known), _noted(tried, known)):  # most tables fit in the first that is made
            if sum(heights.units) > count * heights.room:
                continue
            parts = balanced(heights, count, _ends(units))
            if not parts:
                continue
            shares = _titled([tuple(chain.from_iterable(units[first:last])) for first, last in parts], made.studio)
            frames = tuple(_frame(made, share, setting, place) for share in shares)
            if all(frame.box.bottom <= place.bottom for frame in frames):
                return tuple(
                    _roomy(frame, made, (share, setting, place)) for frame, share in zip(frames, shares, strict=True)
                )
    return ()


def _noted(tried: Iterator[_Tried], known: list[_Tried]) -> Iterator[_Tried]:
    """The settings as they are made, each added to those known."""
    for each in tried:
        known.append(each)
        yield each


def _heights(made: SetTable, units: Sequence[Share], setting: Ruled, place: Box) -> Heights:
    rows = made.rows(made.table.rows, setting)
    heads = sum(row.height for row in rows if row.kind == "header")
    body = [row for row in rows if row.kind != "header"]
    group, again, heights, at = 0.0, [], [], 0
    for unit in units:
        mine = body[at : at + len(unit)]
        again.append(0.0 if mine[0].kind == "group" else group)
        group = next((row.height for row in reversed(mine) if row.kind == "group"), group)
        heights.append(sum(row.height for row in mine))
        at += len(unit)
    return Heights(heights, again, place.height - heads + ROUNDING)


TOGETHER = 3
"""Rows of a group that stay on each side of a break."""


def _ends(units: Sequence[Share]) -> frozenset[int]:
    """The units before which a page should not begin: they would part a group's first or last rows from the others."""
    starts = [at for at, unit in enumerate(units) if unit[0].kind == "group"]
    kept: set[int] = set()
    for start, end in zip(starts, (*starts[1:], len(units)), strict=False):
        kept |= {at for at in range(start + 1, end) if at - start < TOGETHER or end - at < TOGETHER}
    return frozenset(kept)


class Heights(Struct, frozen=True):
    """How high each unit is, what a page that begins with it says again above it, and how much a page holds."""

    units: Sequence[float]
    again: Sequence[float]
    room: float


_Tried = tuple[Ruled, Heights]
"""A setting, and how high units are in it."""


def balanced(heights: Heights, count: int, kept: frozenset[int] = frozenset()) -> list[tuple[int, int]]:
    """Runs of units, from one to before another, that are as alike in height as can be; empty where some are too high.

    None begins at a unit of `kept`, unless runs alike are hard to have otherwise.
    """
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(count):
        found: dict[int, tuple[float, int]] = {}
        for start, (cost, _before) in best[-1].items():
            if start == len(heights.units):
                continue
            here, total = cost + (2 * PARTED**2 if start in kept else 0.0), heights.again[start] if start else 0.0
            for end in range(start + 1, len(heights.units) + 1):
                total += heights.units[end - 1]
                if total > heights.room:
                    break
                now = here + total**2
                if end not in found or now <= found[end][0]:  # of two, the longer first
                    found[end] = (now, start)
        best.append(found)
    runs, end = [], len(heights.units)
    for step in reversed(best[1:]):
        if end not in step:
            return []
        runs.append((step[end][1], end))
        end = step[end][1]
    return runs[::-1]


PARTED = 60.0
"""Points by which two pages may differ from their mean rather than part what should stay together."""


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


def _frame(made: SetTable, rows: Share, setting: Ruled, place: Box) -> TableFrame:
    built = made.rows(rows, setting)
    height = sum(row.height for row in built)
    return TableFrame(
        made.studio.names("table"),
        box(place.x, place.y, sum(setting.widths), height),
        setting.widths,
        built,
        plain(made.table.caption),
        setting.gutters,
        setting.padding,
    )


def _roomy(frame: TableFrame, made: SetTable, where: tuple[Share, Ruled, Box]) -> TableFrame:
    """The same rows with the most white between that leaves their page some."""
    rows, setting, place = where
    wide = made.studio.look.table.padding
    factors = (5, 4, 3, 2, 1.5) if len(rows) <= ALONE else (2, 1.5) if len(rows) <= FEWEST else ()
    whites = map(Pt, (*(factor * wide for factor in factors), wide, (wide + setting.padding) / 2))
    return spaced(frame, whites, place, lambda white: _frame(made, rows, replace(setting, padding=white), place))


def _units(rows: Sequence[Row]) -> tuple[Share, ...]:
    """Rows that must stay together: a group's heading with the row after it."""
    found: list[Share] = []
    for row in rows:
        if found and found[-1][-1].kind == "group":
            found[-1] = (*found[-1], row)
        else:
            found.append((row,))
    return tuple(found)
