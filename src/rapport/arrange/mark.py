"""A status: its drawn sign and its word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapport.arrange.page import box
from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import Studio
from rapport.edition.evidence import Status
from rapport.edition.text import words
from rapport.look.box import Box
from rapport.look.length import Pt
from rapport.look.sign import PlacedSign
from rapport.slides.elements import Leaf, Sign, TextBox
from rapport.slides.paragraph import Align, Paragraph

SLACK = 2
"""Points that keep rounding in an office program from breaking a word."""


def mark(status: Status, line: Box, studio: Studio) -> tuple[Leaf, ...]:
    """The sign and the word at the start of a line; nothing for no status."""
    if not status.key:
        return ()
    placed = _placed(studio)
    width = min(line.width, mark_width(status, studio) + SLACK) - placed.advance
    word = box(line.x + placed.advance, line.y, width, line.height)
    return (Sign(sign_box(line.x, line, placed.diameter), status), _word(status, word, studio, "start"))


def mark_at_end(status: Status, line: Box, studio: Studio) -> tuple[Leaf, ...]:
    """The sign and the word at the end of a line; nothing for no status.

    The sign stands where the charter's own face wants it; the word's box takes in the gap, so that a wider face fits.
    """
    if not status.key:
        return ()
    placed = _placed(studio)
    x = line.right - placed.advance - studio.measure.own_width(_paragraph(status, studio, "end"))
    word = box(x + placed.diameter, line.y, line.right - x - placed.diameter, line.height)
    return (Sign(sign_box(x, line, placed.diameter), status), _word(status, word, studio, "end"))


def mark_row(statuses: Iterable[Status], line: Box, studio: Studio) -> tuple[Leaf, ...]:
    """Several statuses one after the other, on as many lines as they need."""
    leaves: list[Leaf] = []
    for status, x, row in _placements(statuses, line.width, studio):
        y = line.y + row * _pitch(studio)
        leaves += mark(status, box(line.x + x, y, line.width - x, line.height), studio)
    return tuple(leaves)


def mark_row_height(statuses: Iterable[Status], width: float, studio: Studio) -> float:
    """Height of the lines the statuses need; 0 for none."""
    return max(((row + 1) * _pitch(studio) for _, _, row in _placements(statuses, width, studio)), default=0.0)


def _placements(statuses: Iterable[Status], width: float, studio: Studio) -> Iterator[tuple[Status, float, int]]:
    """Each status with where it starts on its line, and the number of the line from 0."""
    x, row = 0.0, 0
    for status in statuses:
        own = mark_width(status, studio)
        if x and x + own > width:
            x, row = 0.0, row + 1
        yield status, x, row
        x += own + studio.look.gaps.large


def _pitch(studio: Studio) -> float:
    return studio.look.type.status.leading + studio.look.gaps.small


def mark_width(status: Status, studio: Studio) -> Pt:
    """Width of the sign and its word; 0 for no status."""
    if not status.key:
        return Pt(0)
    return Pt(_placed(studio).advance + studio.measure.width(_paragraph(status, studio, "start")))


def sign_box(x: float, line: Box, diameter: float) -> Box:
    """A sign in the middle of a line's height."""
    return box(x, line.y + (line.height - diameter) / 2, diameter, diameter)


def distinct(statuses: Iterable[Status]) -> tuple[Status, ...]:
    """Each status once, in order of appearance; no empty one."""
    return tuple(dict.fromkeys(status for status in statuses if status.key))


def _placed(studio: Studio) -> PlacedSign:
    return studio.signs.placed(studio.look.type.status.size)


def _word(status: Status, place: Box, studio: Studio, align: Align) -> TextBox:
    return TextBox(
        studio.names("status-word", status.word), place, (_paragraph(status, studio, align),), anchor="middle"
    )


def _paragraph(status: Status, studio: Studio, align: Align) -> Paragraph:
    (paragraph,) = set_at(0, (Piece(words(status.word), "status", align=align),), studio.look)
    return paragraph
