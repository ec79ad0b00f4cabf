"""A status: its drawn sign and its word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from rapport.arrange.page import box
from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import SlideContext
from rapport.edition.text import Status, words
from rapport.look.geometry import Box, Pt
from rapport.slides.elements import Leaf, SlideParagraph, SlideSign, TextBox

LIGHT = ("white", "paper")
"""Grounds on which signs and words have their own colours."""

SLACK = 2
"""Points that keep rounding in an office program from breaking a word."""


def mark(status: Status, line: Box, studio: SlideContext, size: float = 0, ground: str = "white") -> tuple[Leaf, ...]:
    """The sign and the word at the start of a line; nothing for no status.

    `size` is that of the word where it is larger than the charter's; on a dark ground both are white.
    """
    if not status.key:
        return ()
    word = _paragraph(status, studio, size)
    placed = studio.signs.placed(word.size)
    width = min(line.width, mark_width(status, studio, size) + SLACK) - placed.advance
    place = box(line.x + placed.advance, line.y, width, line.height)
    named = TextBox(studio.names("status-word", status.word), place, (word,), anchor="middle")
    sign = sign_box(line.x, line, placed.diameter)
    if ground in LIGHT:
        return (SlideSign(sign, status), named)
    light = replace(named, paragraphs=(replace(word, colour="white"),))
    return (SlideSign(sign, status, "white", ground), light)


def mark_at_end(status: Status, line: Box, studio: SlideContext, size: float = 0) -> tuple[Leaf, ...]:
    """The sign and the word towards the end of a line; nothing for no status.

    The word starts at its sign, far enough from the end for the widest face that may draw it: none comes nearer.
    """
    width = min(line.width, mark_width(status, studio, size) + SLACK)
    return mark(status, box(line.right - width, line.y, width, line.height), studio, size)


def mark_row(statuses: Iterable[Status], line: Box, studio: SlideContext, ground: str = "white") -> tuple[Leaf, ...]:
    """Several statuses one after the other, on as many lines as they need."""
    leaves: list[Leaf] = []
    for status, x, row in _placements(statuses, line.width, studio):
        y = line.y + row * _pitch(studio)
        leaves += mark(status, box(line.x + x, y, line.width - x, line.height), studio, ground=ground)
    return tuple(leaves)


def mark_row_height(statuses: Iterable[Status], width: float, studio: SlideContext) -> float:
    """Height of the lines the statuses need; 0 for none."""
    return max(((row + 1) * _pitch(studio) for _, _, row in _placements(statuses, width, studio)), default=0.0)


def _placements(statuses: Iterable[Status], width: float, studio: SlideContext) -> Iterator[tuple[Status, float, int]]:
    """Each status with where it starts on its line, and the number of the line from 0; closer where that saves one."""
    widths = [(status, mark_width(status, studio)) for status in statuses]
    gaps = studio.look.gaps
    loose = sum(own for _, own in widths) + gaps.large * (len(widths) - 1) <= width
    x, row = 0.0, 0
    for status, own in widths:
        if x and x + own > width:
            x, row = 0.0, row + 1
        yield status, x, row
        x += own + (gaps.large if loose else gaps.medium)


def _pitch(studio: SlideContext) -> float:
    return studio.look.type.status.leading + studio.look.gaps.small


def mark_width(status: Status, studio: SlideContext, size: float = 0) -> Pt:
    """Width of the sign and its word in the widest face that may draw it; 0 for no status."""
    if not status.key:
        return Pt(0)
    word = _paragraph(status, studio, size)
    closed = replace(word, text=words(status.word.replace(" ", "\u00a0")))
    return Pt(studio.signs.placed(word.size).advance + studio.measure.widest_word(closed))


def sign_box(x: float, line: Box, diameter: float) -> Box:
    """A sign in the middle of a line's height."""
    return box(x, line.y + (line.height - diameter) / 2, diameter, diameter)


def distinct(statuses: Iterable[Status]) -> tuple[Status, ...]:
    """Each status once, in order of appearance; no empty one."""
    return tuple(dict.fromkeys(status for status in statuses if status.key))


def _paragraph(status: Status, studio: SlideContext, size: float) -> SlideParagraph:
    (paragraph,) = set_at(0, (Piece(words(status.word), "status", largest=size),), studio.look)
    return paragraph
