"""The cover and what a deck rests on, seen at a glance: a sign for each fact, a row for each group of facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from msgspec.structs import replace

from rapport.arrange.fitting import common_step, evenly, filled, floor_step
from rapport.arrange.mark import mark_row, mark_row_height
from rapport.arrange.page import SlideHeading, SlidePage, box
from rapport.arrange.piece import Piece, Pieces, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import OpeningTopic, Topic
from rapport.edition.edition import Cover, CoverDetail, CoverRow
from rapport.edition.text import Status, Text, plain, words
from rapport.look.geometry import Box
from rapport.look.grid import GridStrip
from rapport.slides.elements import Element, PictureFrame, Place, SlideSign, TextBox

# What a deck rests on, seen at a glance: a sign for each fact, a row for each group, the key of the signs used.

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
LINES_SHARE = 0.84
"""How much of a row its lines of signs take."""
MOST_LINES = 6
"""Lines of signs in a row at most: more would not be told from rows."""


def sign_field(cover: Cover, room: Box, studio: SlideContext) -> Iterator[Element]:
    """Rows of signs over their key, in white on the ground of the cover; nothing where there are no facts.

    On a photograph, the key alone.
    """
    if not cover.rows and cover.picture is None:
        return
    key = mark_row_height(cover.statuses, room.width, studio)
    above = box(room.x, room.y, room.width, room.height - key - studio.look.gaps.small)
    yield from _rows(cover.rows, above, studio) if cover.rows else ()
    yield from _key(cover, box(room.x, room.bottom - key, room.width, studio.look.type.status.leading), studio)


def _key(cover: Cover, line: Box, studio: SlideContext) -> Iterator[Element]:
    """The signs used with their words, and at the end of their last line the remark, where there is room for it."""
    marks = mark_row(cover.statuses, line, studio, studio.look.cover.ground)
    yield from marks
    (remark,) = set_at(0, (Piece(cover.sign_remark, "cover_meta", colour="white", align="end"),), studio.look)
    last = marks[-1].box if marks else box(line.x, line.y, 0, line.height)
    right = last.right + studio.look.gaps.large
    if cover.sign_remark and right + studio.measure.width(remark) <= line.right:
        place = box(right, last.y, line.right - right, last.height)
        yield TextBox(studio.names("remark"), place, (remark,), anchor="middle")


def _rows(rows: Sequence[CoverRow], room: Box, studio: SlideContext) -> Iterator[Element]:
    columns = _columns(rows, room.height, studio) if any(plain(row.name) for row in rows) else 0
    if not columns:
        statuses = [status for row in rows for status in row.statuses]
        height = room.height / FIELD_ROWS
        for index, part in enumerate(evenly(statuses, FIELD_ROWS)):
            place = box(room.x, room.y + index * height, room.width, height)
            yield from signs_in(part, place, len(part), studio)
        return
    most = max(len(row.statuses) for row in rows)
    shares = tuple(evenly(rows, columns))
    height = room.height / max(map(len, shares))
    for strip, share in zip(studio.look.grid.strips(columns), shares, strict=True):
        name_width = _name_width(rows, strip.width, most, columns, studio)
        for index, row in enumerate(share):
            y = room.y + index * height
            yield _name(row.name, box(strip.x, y, name_width - studio.look.gaps.medium, height), studio)
            signs = box(strip.x + name_width, y, strip.width - name_width, height)
            yield from signs_in(row.statuses, signs, most, studio)


def _columns(rows: Sequence[CoverRow], height: float, studio: SlideContext) -> int:
    """One where each name has a line of its own, else two; none where names have no room."""
    lines = int(height // studio.look.type.cover_sign.leading)
    if len(rows) <= min(ONE_COLUMN, lines):
        return 1
    return 2 if len(rows) <= min(MOST_ROWS, 2 * lines) else 0


def _name_width(rows: Sequence[CoverRow], width: float, most: int, columns: int, studio: SlideContext) -> float:
    """Room of the names, with the white after them: as much as the longest asks for, unless signs would lack theirs."""
    names = (set_at(0, (Piece(row.name, "cover_sign"),), studio.look)[0] for row in rows)
    asked = max(studio.measure.width(name) for name in names) + 1 + studio.look.gaps.medium
    return max(width * NAME_SHARE[columns - 1], min(asked, width - most * LEAST_CELL))


def signs_in(
    statuses: Sequence[Status], place: Box, most: int, studio: SlideContext, ground: str = ""
) -> Iterator[SlideSign]:
    """Signs in equal cells, as many in each row; they are ornaments, since the key says what they mean.

    Many stand on as many lines as let them be largest, about the middle of their row and nearer to one another than to
    those of the next.
    """
    lines = _lines(place, most)
    pitch, abreast = sign_pitch(place, most), -(-max(1, most) // lines)
    across = min(place.width / abreast, LARGEST / SIGN_SHARE * 1.25)
    size, height = SIGN_SHARE * pitch, _line_height(place, lines)
    top = place.y + (place.height - height * -(-len(statuses) // abreast)) / 2
    for index, status in enumerate(statuses):
        line, at = divmod(index, abreast)
        y = top + line * height + (height - size) / 2
        yield SlideSign(box(place.x + at * across, y, size, size), status, "white", ground or studio.look.cover.ground)


def sign_pitch(place: Box, most: int) -> float:
    """From one sign to the next, where `most` stand on as many lines as let them be largest."""
    return _pitch(place, most, _lines(place, most))


def _lines(place: Box, most: int) -> int:
    return max(range(1, MOST_LINES + 1), key=lambda lines: (_pitch(place, most, lines), -lines))


def _pitch(place: Box, most: int, lines: int) -> float:
    """From one sign to the next, where `most` stand on so many lines."""
    return min(place.width / -(-max(1, most) // lines), _line_height(place, lines), LARGEST / SIGN_SHARE)


def _line_height(place: Box, lines: int) -> float:
    """How high each of so many lines of signs is; several leave white between their row and the next."""
    return place.height / lines * (LINES_SHARE if lines > 1 else 1.0)


def _name(name: Text, place: Box, studio: SlideContext) -> TextBox:
    """The name of a row on one line; what does not fit is left out."""
    (paragraph,) = set_at(0, (Piece(name, "cover_sign"),), studio.look)
    text = plain(name)
    while studio.measure.width(paragraph) > place.width and " " in text:
        text = text.rpartition(" ")[0].rstrip("\u00a0 ").rstrip(",;:")
        paragraph = replace(paragraph, text=words(f"{text}…"))
    return TextBox(studio.names("detail"), place, (paragraph,), anchor="middle")


_PLACES: tuple[Place, ...] = ("meta", "second", "third")


def compose_opening(subject: OpeningTopic, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """One page."""
    look, cover = studio.look, subject.cover
    measures, full = look.cover, look.grid.full
    height = measures.subtitle_y - measures.title_y - look.gaps.small
    title = SlideHeading(full.box(measures.title_y, height), "cover_title")
    elements = (
        *_photograph(cover, studio),
        *_top_line(cover, studio),
        *sign_field(cover, _ground(cover, studio), studio),
        *_subtitle(cover, studio),
        *_details(cover.details or (CoverDetail((), subject.closed),), studio),
    )
    return (SlidePage("cover", title, elements),)


def _photograph(cover: Cover, studio: SlideContext) -> Iterator[PictureFrame]:
    if cover.picture is not None:
        ground = box(0, 0, studio.look.grid.width, studio.look.cover.ground_height)
        yield PictureFrame(studio.names("photograph"), ground, cover.picture, cover.picture_alternative)


def _ground(cover: Cover, studio: SlideContext) -> Box:
    """The part of the coloured band that lies under the lines at its top."""
    look = studio.look
    notices = _notices_place(cover, studio)
    top = max(look.cover.sign_y, notices.bottom + look.gaps.small if notices.height else 0.0)
    return look.grid.full.box(top, look.cover.ground_height - top - look.gaps.small)


def _top_line(cover: Cover, studio: SlideContext) -> Iterator[Element]:
    """The kind of document at the start, the date and the issuer at the end; marking and embargo under them."""
    look = studio.look
    kind, end = ((Piece(cover.kind, "cover_kicker", space=0),) if cover.kind else ()), _end(cover)
    left, right = _top_places(kind, end, studio)
    if kind:
        yield filled(TextBox(studio.names("kind"), left, (), "kicker"), kind, studio)
    if end:
        yield filled(TextBox(studio.names("date"), right, ()), end, studio)
    place = _notices_place(cover, studio)
    if place.height:
        yield TextBox(studio.names("restriction"), place, set_at(0, _notices(cover), look))


def _top_places(kind: Pieces, end: Pieces, studio: SlideContext) -> tuple[Box, Box]:
    """Both halves of the line; two thirds for the one whose words are too long for a half, if the other has room."""
    look, columns = studio.look, studio.look.grid.columns
    y, height = look.cover.top_line_y, look.cover.sign_y - look.cover.top_line_y
    for first in (columns // 2, columns // 3, columns - columns // 3):
        left, right = look.grid.cells.span(1, first), look.grid.cells.span(first + 1, columns)
        places = left.box(y, height), right.box(y, height)
        if common_step(((kind, places[0]), (end, places[1])), studio) == 0:
            return places
    left, right = look.grid.strips(2)
    return left.box(y, height), right.box(y, height)


def _end(cover: Cover) -> Pieces:
    texts = (cover.date, cover.issuer)
    return tuple(Piece(text, "cover_meta", colour="white", align="end", space=0) for text in texts if text)


def _notices(cover: Cover) -> Pieces:
    """What restricts the document: the marking, the embargo, a line each at least."""
    return tuple(Piece(text, "cover_kicker", space=0) for text in (cover.marking, cover.embargo) if text)


def _notices_place(cover: Cover, studio: SlideContext) -> Box:
    """Over the full width, under the line of the kind and the date; without height where nothing is restricted."""
    look, full = studio.look, studio.look.grid.full
    height = studio.measure.height(set_at(0, _notices(cover), look), full.width)
    down = look.type.cover_kicker.leading * max(1, len(_end(cover)))
    return full.box(look.cover.top_line_y + down, height)


def _subtitle(cover: Cover, studio: SlideContext) -> Iterator[Element]:
    look = studio.look
    y, full = look.cover.subtitle_y, look.grid.full
    height = look.cover.rule_y - y - look.gaps.small
    logo = _logo(cover, full, studio)
    width = full.width - (logo.width + look.gaps.large if logo else 0)
    if cover.subtitle:
        place = box(full.x, y, width, height)
        yield filled(
            TextBox(studio.names("subtitle"), place, (), "subtitle"), (Piece(cover.subtitle, "cover_subtitle"),), studio
        )
    if logo and cover.logo:
        yield PictureFrame(studio.names("logo"), logo, cover.logo, cover.logo_alternative)


def _logo(cover: Cover, full: GridStrip, studio: SlideContext) -> Box | None:
    """At the end of the subtitle's line, as high as the charter says."""
    if not cover.logo:
        return None
    height = studio.look.cover.logo_height
    width = height * cover.logo.width / cover.logo.height
    return box(full.right - width, studio.look.cover.subtitle_y, width, height)


def _details(details: tuple[CoverDetail, ...], studio: SlideContext) -> Iterator[Element]:
    """Up to three in a row, each with its label above its value, all set alike."""
    look = studio.look
    height = look.grid.height - look.cover.meta_y - look.gaps.small
    pieces_of = tuple(map(_detail, details))
    strips = _detail_strips(pieces_of, studio)
    parts = [(pieces, strip.box(look.cover.meta_y, height)) for pieces, strip in zip(pieces_of, strips, strict=True)]
    step = common_step(parts, studio)
    for index, (pieces, room) in enumerate(parts):
        place = _PLACES[index] if index < len(_PLACES) else ""
        set_ = set_at(step if step is not None else floor_step(parts, studio), pieces, look)
        yield TextBox(studio.names("cover-detail", index + 1), room, set_, place)


def _detail_strips(details: Sequence[Pieces], studio: SlideContext) -> tuple[GridStrip, ...]:
    """Columns alike; where a detail is too long for its own, as many cells of the grid for each as its words take."""
    grid = studio.look.grid
    alike = grid.strips(max(studio.look.cover.meta_columns, len(details)))[: len(details)]
    natural = [max(map(studio.measure.width, set_at(0, pieces, studio.look)), default=0.0) for pieces in details]
    if all(width <= strip.width for width, strip in zip(natural, alike, strict=True)):
        return alike
    fitting = ([n for n in range(1, grid.columns + 1) if grid.cells.span(1, n).width > width] for width in natural)
    taken = [min(counts, default=grid.columns) for counts in fitting]
    spare, further = divmod(max(0, grid.columns - sum(taken)), max(1, len(taken)))
    ends = tuple(accumulate(count + spare + (at < further) for at, count in enumerate(taken)))
    if sum(taken) > grid.columns:
        return alike
    return tuple(grid.cells.span(start + 1, end) for start, end in pairwise((0, *ends)))


def _detail(detail: CoverDetail) -> Pieces:
    label = Piece(detail.label, "cover_meta", colour="grey")
    return tuple(piece for piece in (label, Piece(detail.value, "cover_meta", space=0)) if piece.text)
