"""Numbered messages, a column each."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from rapport.arrange.blocks.below import with_callouts
from rapport.arrange.fitting import common_step, evenly, floor_step
from rapport.arrange.mark import mark_row, mark_row_height
from rapport.arrange.page import SlidePage, captioned, heading, kicker
from rapport.arrange.piece import Piece, Pieces, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Topic
from rapport.edition.blocks.words import Message, Messages
from rapport.edition.text import words
from rapport.look.geometry import Box, Pt
from rapport.look.grid import GridStrip
from rapport.slides.elements import Element, Place, RuleLine, TextBox

PER_PAGE = 3
NUMBER_GAP = 11
"""From the number down to the finding, in points."""
NUMBER, TITLE, TEXT = 84, 36, 27
"""Points that number, finding and text start from, of messages that say little."""
HEAD_GAP = 5
"""From the rule to the number under it."""
_PLACES: tuple[Place, ...] = ("body", "second", "third")

Numbered = tuple[int, Message]


def compose(subject: Messages, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """Three messages a slide at most, all set alike, callouts under the last."""
    return with_callouts(lambda room: _pages(subject, room, topic, studio), topic, studio)


def _pages(messages: Messages, room: Box, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """The set's title stands above the first messages, unless it is the slide's."""
    caption, room = captioned(messages.title, room, topic, studio)
    numbered = tuple(enumerate(messages.items, start=1))
    count = len(numbered)
    for pages in range(-(-count // PER_PAGE), count + 1):
        shares = tuple(evenly(numbered, pages))
        parts = [part for share in shares for part in _parts(share, room, studio)]
        step = common_step(parts, studio)
        if step is not None or pages == count:
            step = floor_step(parts, studio) if step is None else step
            first, *others = (_page(share, step, room, topic, studio) for share in shares)
            above = kicker(topic.kicker, studio)
            return replace(first, elements=(*above, *caption, *first.elements[len(above) :])), *others
    return ()


def _parts(share: tuple[Numbered, ...], room: Box, studio: SlideContext) -> Iterator[tuple[Pieces, Box]]:
    for strip, item in zip(_strips(share, studio), share, strict=True):
        yield _pieces(item), _place(share, strip, room, studio)


def _page(share: tuple[Numbered, ...], step: int, room: Box, topic: Topic, studio: SlideContext) -> SlidePage:
    elements: list[Element] = [*kicker(topic.kicker, studio)]
    strips = _strips(share, studio)
    tallest = max(
        studio.measure.height(set_at(step, _pieces(item), studio.look), strip.width)
        for strip, item in zip(strips, share, strict=True)
    )
    y = min(room.y + HEAD_GAP + tallest + studio.look.gaps.large, room.bottom - _marks_height(share, studio))
    for strip, item, place in zip(strips, share, _PLACES, strict=False):
        elements += _column(item, TextBox("", _place(share, strip, room, studio), (), place), step, studio)
        line = strip.box(y, studio.look.type.status.leading)
        elements += mark_row(item[1].statuses, line, studio)
    holds = tuple(message.title for _, message in share)
    return SlidePage("messages", heading(studio.look), tuple(elements), holds=holds)


def _column(item: Numbered, slot: TextBox, step: int, studio: SlideContext) -> Iterator[Element]:
    rule = studio.look.rules.strong
    above = Box(slot.box.x, Pt(slot.box.y - HEAD_GAP), slot.box.width, Pt(0))
    yield RuleLine(above, rule.weight, rule.colour)
    yield TextBox(studio.names("message", item[0]), slot.box, set_at(step, _pieces(item), studio.look), slot.place)


def _strips(share: tuple[Numbered, ...], studio: SlideContext) -> tuple[GridStrip, ...]:
    """Columns of the full width; a lone message does not get all of it."""
    grid = studio.look.grid
    return grid.strips(max(2, len(share)))[: len(share)]


def _place(share: tuple[Numbered, ...], strip: GridStrip, room: Box, studio: SlideContext) -> Box:
    marks = _marks_height(share, studio)
    taken = HEAD_GAP + (marks + studio.look.gaps.medium if marks else 0)
    place = strip.box(room.y + HEAD_GAP, max(0.0, room.height - taken))
    return replace(place, width=Pt(place.width - studio.look.gaps.small))  # lines of neighbours are not read as one


def _marks_height(share: tuple[Numbered, ...], studio: SlideContext) -> float:
    pairs = zip(share, _strips(share, studio), strict=True)
    return max(mark_row_height(message.statuses, strip.width, studio) for (_, message), strip in pairs)


def _pieces(item: Numbered) -> Pieces:
    number, message = item
    text = (Piece(message.text, "message_text", largest=TEXT),) if message.text else ()
    return (
        Piece(words(str(number)), "message_number", largest=NUMBER),
        Piece(message.title, "message_title", space=NUMBER_GAP, largest=TITLE),
        *text,
    )
