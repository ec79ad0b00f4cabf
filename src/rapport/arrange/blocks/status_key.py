"""How to read the statuses: sign, word and meaning."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.arrange.blocks.statement import with_callouts
from rapport.arrange.fitting import common_step, evenly, filled, floor_step
from rapport.arrange.mark import sign_box
from rapport.arrange.page import SlidePage, box, heading, kicker
from rapport.arrange.piece import Piece, Pieces, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Topic
from rapport.edition.blocks.words import StatusKey
from rapport.edition.text import Status, Text, words
from rapport.look.geometry import Box
from rapport.slides.elements import Element, RuleLine, SlideSign, TextBox

WORD_COLUMNS = 3
ROW_HEIGHT = 64
"""Most a row takes, in points: room stays white rather than be stretched."""

Entry = tuple[Status, Text]


def compose_status_key(subject: StatusKey, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """A row per status; the remark under them."""
    return with_callouts(lambda room: _pages(subject, room, topic, studio), topic, studio)


def _pages(key: StatusKey, room: Box, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    remark = (Piece(key.remark, "body", colour="grey"),) if key.remark else ()
    taken = _remark_height(remark, room, studio)
    rows_room = box(room.x, room.y, room.width, room.height - taken)
    count = len(key.entries)
    for pages in range(1, max(1, count) + 1):
        shares = tuple(evenly(key.entries, pages))
        parts = [part for share in shares for part in _parts(share, rows_room, studio)]
        step = common_step(parts, studio)
        if step is not None or pages >= count:
            told = floor_step(parts, studio) if step is None else step
            *before, last = (_rows(share, told, rows_room, studio) for share in shares)
            return tuple(
                SlidePage(
                    "content",
                    heading(studio.look),
                    (*kicker(topic.kicker, studio), *elements),
                    holds=tuple(words(status.word) for status, _ in share),
                )
                for share, elements in zip(
                    shares, (*before, (*last, *_remark(remark, taken, room, studio))), strict=True
                )
            )
    return ()


def _remark(remark: Pieces, taken: float, room: Box, studio: SlideContext) -> Iterator[Element]:
    """At the foot of the room; `taken` is its height with the white above it."""
    if remark:
        gap = studio.look.gaps.medium
        foot = box(room.x, room.bottom - taken + gap, room.width, taken - gap)
        yield filled(TextBox(studio.names("remark"), foot, (), "body"), remark, studio)


def _parts(share: tuple[Entry, ...], room: Box, studio: SlideContext) -> Iterator[tuple[Pieces, Box]]:
    for (status, meaning), row in zip(share, _row_boxes(share, room), strict=True):
        word, text = _cells(row, studio)
        yield (Piece(words(status.word), "body", bold=True),), word
        yield (Piece(meaning, "body"),), text


def _rows(share: tuple[Entry, ...], step: int, room: Box, studio: SlideContext) -> Iterator[Element]:
    look = studio.look
    for (status, meaning), row in zip(share, _row_boxes(share, room), strict=True):
        word, text = _cells(row, studio)
        yield RuleLine(box(row.x, row.y, row.width, 0), look.rules.hairline.weight, look.rules.hairline.colour)
        (named,) = set_at(step, (Piece(words(status.word), "body", bold=True),), look)
        diameter = studio.signs.placed(named.size).diameter
        yield SlideSign(sign_box(row.x, row, diameter), status)
        yield TextBox(studio.names("status-word", status.word), word, (named,), anchor="middle")
        yield TextBox(studio.names("definition"), text, set_at(step, (Piece(meaning, "body"),), look), anchor="middle")


def _row_boxes(share: tuple[Entry, ...], room: Box) -> tuple[Box, ...]:
    height = min(ROW_HEIGHT, room.height / max(1, len(share)))
    return tuple(box(room.x, room.y + index * height, room.width, height) for index in range(len(share)))


def _cells(row: Box, studio: SlideContext) -> tuple[Box, Box]:
    """Room for the word, right of its sign, and for the meaning."""
    cells, advance = studio.look.grid.cells, studio.signs.placed(studio.look.type.body.size).advance
    name, text = cells.span(1, WORD_COLUMNS), cells.span(WORD_COLUMNS + 1, cells.count)
    return box(name.x + advance, row.y, name.width - advance, row.height), text.box(row.y, row.height)


def _remark_height(remark: Pieces, room: Box, studio: SlideContext) -> float:
    if not remark:
        return 0.0
    height = studio.measure.height(set_at(0, remark, studio.look), room.width)
    return min(room.height / 3, height + studio.look.gaps.medium)
