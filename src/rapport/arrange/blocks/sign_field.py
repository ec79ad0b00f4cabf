"""What a deck rests on, seen at a glance: a sign for each fact, a row for each group, the key of the signs used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rapport.arrange.fitting import evenly
from rapport.arrange.mark import mark_row, mark_row_height
from rapport.arrange.page import box
from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import Studio
from rapport.edition.edition import Cover, CoverRow
from rapport.edition.text import Status, Text, plain, words
from rapport.look.geometry import Box
from rapport.slides.elements import Element, Sign, TextBox

ONE_COLUMN = 5
"""Most rows that stand in one column; twice as many, and a few more, stand in two."""
MOST_ROWS = 12
"""More rows than that have no room for names: their signs stand in one field."""
NAME_SHARE = 1 / 3, 0.6
"""How much of a row its name takes at least, in one column and in two."""
LEAST_CELL = 18
"""Points that a sign keeps where names are long."""
LARGEST, SIGN_SHARE = 28, 0.72
"""Points of a sign at most; how much of its cell a sign takes."""
FIELD_ROWS = 4
"""Rows of signs without names."""


def sign_field(cover: Cover, room: Box, studio: Studio) -> Iterator[Element]:
    """Rows of signs over their key, in white on the ground of the cover; nothing where there are no facts."""
    if not cover.rows:
        return
    key = mark_row_height(cover.statuses, room.width, studio)
    yield from _rows(cover.rows, box(room.x, room.y, room.width, room.height - key - studio.look.gaps.small), studio)
    yield from _key(cover, box(room.x, room.bottom - key, room.width, studio.look.type.status.leading), studio)


def _key(cover: Cover, line: Box, studio: Studio) -> Iterator[Element]:
    """The signs used with their words, and at the end what a sign stands for, where there is room for it."""
    marks = mark_row(cover.statuses, line, studio, studio.look.cover.ground)
    yield from marks
    (remark,) = set_at(0, (Piece(cover.sign_remark, "cover_meta", colour="white", align="end"),), studio.look)
    right = max((leaf.box.right for leaf in marks), default=line.x) + studio.look.gaps.large
    lowest = max((leaf.box.y for leaf in marks), default=line.y)
    if cover.sign_remark and right + studio.measure.width(remark) <= line.right and lowest < line.bottom:
        yield TextBox(
            studio.names("remark"), box(right, line.y, line.right - right, line.height), (remark,), anchor="middle"
        )


def _rows(rows: Sequence[CoverRow], room: Box, studio: Studio) -> Iterator[Element]:
    if len(rows) > MOST_ROWS:
        statuses = [status for row in rows for status in row.statuses]
        height = room.height / FIELD_ROWS
        for index, part in enumerate(evenly(statuses, FIELD_ROWS)):
            yield from _signs(part, box(room.x, room.y + index * height, room.width, height), len(part), studio)
        return
    columns = 1 if len(rows) <= ONE_COLUMN else 2
    most = max(len(row.statuses) for row in rows)
    shares = tuple(evenly(rows, columns))
    height = room.height / max(map(len, shares))
    for strip, share in zip(studio.look.grid.strips(columns), shares, strict=True):
        name_width = _name_width(rows, strip.width, most, studio)
        for index, row in enumerate(share):
            y = room.y + index * height
            yield _name(row.name, box(strip.x, y, name_width - studio.look.gaps.medium, height), studio)
            yield from _signs(
                row.statuses, box(strip.x + name_width, y, strip.width - name_width, height), most, studio
            )


def _name_width(rows: Sequence[CoverRow], width: float, most: int, studio: Studio) -> float:
    """Room of the names, with the white after them: as much as the longest asks for, unless signs would lack theirs."""
    columns = 1 if len(rows) <= ONE_COLUMN else 2
    names = (set_at(0, (Piece(row.name, "cover_sign"),), studio.look)[0] for row in rows)
    asked = max(studio.measure.width(name) for name in names) + 1 + studio.look.gaps.medium
    return max(width * NAME_SHARE[columns - 1], min(asked, width - most * LEAST_CELL))


def _signs(statuses: Sequence[Status], place: Box, most: int, studio: Studio) -> Iterator[Element]:
    """Signs in equal cells, as many in each row; they are ornaments, since the key says what they mean."""
    pitch = min(place.width / max(1, most), place.height, LARGEST / SIGN_SHARE)
    across = min(place.width / max(1, most), LARGEST / SIGN_SHARE * 1.25)
    size = SIGN_SHARE * pitch
    for index, status in enumerate(statuses):
        sign = box(place.x + index * across, place.y + (place.height - size) / 2, size, size)
        yield Sign(sign, status, "white", studio.look.cover.ground)


def _name(name: Text, place: Box, studio: Studio) -> TextBox:
    """The name of a row on one line; what does not fit is left out."""
    (paragraph,) = set_at(0, (Piece(name, "cover_sign"),), studio.look)
    text = plain(name)
    while studio.measure.width(paragraph) > place.width and " " in text:
        text = text.rpartition(" ")[0].rstrip("\u00a0 ").rstrip(",;:")
        paragraph = replace(paragraph, text=words(f"{text}…"))
    return TextBox(studio.names("detail"), place, (paragraph,), anchor="middle")
