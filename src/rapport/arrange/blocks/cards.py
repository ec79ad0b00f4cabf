"""Cards in a row: people, numbered messages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.blocks.statement import with_callouts
from rapport.arrange.fitting import common_step, evenly, floor_step
from rapport.arrange.mark import mark_row, mark_row_height
from rapport.arrange.page import SlidePage, box, captioned, heading, kicker
from rapport.arrange.piece import Piece, Pieces, listed, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Topic
from rapport.edition.blocks.surroundings import People, Person
from rapport.edition.blocks.words import Message, Messages
from rapport.edition.text import Text, plain, words
from rapport.look.geometry import Box, Pt
from rapport.look.grid import GridStrip
from rapport.slides.elements import Element, Panel, PictureFrame, Place, RuleLine, TextBox

ABREAST, LEAST = 4, 3
"""Cards in a row at most, and for how many there is room at least."""
PORTRAITS, HIGHEST = (120.0, 90.0), 200.0
"""Heights of a portrait in points: what words must leave, the usual one first; and what it takes where they are few."""
LONGEST_LIST = 60
"""Characters of names that make a title."""
PROPORTION = 0.75
"""Of a portrait: three to four."""


def compose_people(subject: People, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """Four people a slide at most, all set alike, callouts under the last."""
    return with_callouts(lambda room: _pages(subject, room, topic, studio), topic, studio)


def _pages(subject: People, room: Box, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    caption, under = captioned(subject.title, room, topic, studio)
    shares = tuple(evenly(subject.people, -(-len(subject.people) // ABREAST)))
    look = _card_look(shares, under, studio)
    above = (*kicker(topic.kicker, studio), *caption)
    return tuple(
        SlidePage(
            "title-only",
            heading(studio.look),
            (*above, *_cards(share, under, _enlarged(look, share, under, studio), studio)),
            title=_named(share),
            holds=tuple(person.name for person in share),
        )
        for share in shares
    )


def _named(share: tuple[Person, ...]) -> Text:
    """Everybody on a slide, where that makes a title."""
    names = listed(person.name for person in share)
    return names if len(plain(names)) <= LONGEST_LIST else ()


class _CardLook(Struct, frozen=True):
    """How high portraits are, in points, and how many steps the words under them are reduced by."""

    portrait: float
    step: int


def _card_look(shares: Sequence[tuple[Person, ...]], room: Box, studio: SlideContext) -> _CardLook:
    """The same for all; low portraits where only so the words fit, or keep their size."""
    tried = []
    for portrait in PORTRAITS:
        parts = [(_pieces(each), place) for share in shares for each, place in _places(share, room, portrait, studio)]
        found = common_step(parts, studio)
        tried.append((found is None, _CardLook(portrait, floor_step(parts, studio) if found is None else found)))
    if all(overflows for overflows, _ in tried):
        return tried[-1][1]
    return min(tried, key=lambda each: (each[0], each[1].step))[1]


def _enlarged(look: _CardLook, share: tuple[Person, ...], room: Box, studio: SlideContext) -> _CardLook:
    """With portraits as high as the words of a slide and its columns let them be."""
    places = tuple(_places(share, room, 0, studio))
    said = (studio.measure.height(set_at(look.step, _pieces(each), studio.look), place.width) for each, place in places)
    free = room.height - max(said) - studio.look.gaps.medium
    return replace(look, portrait=max(look.portrait, min(HIGHEST, free, places[0][1].width / PROPORTION)))


def _places(
    share: tuple[Person, ...], room: Box, portrait: float, studio: SlideContext
) -> Iterator[tuple[Person, Box]]:
    """The people, each with the room of the words under a portrait so high."""
    top = room.y + portrait + studio.look.gaps.medium
    for person, strip in zip(share, studio.look.grid.strips(max(LEAST, len(share))), strict=False):
        yield person, strip.box(top, max(0.0, room.bottom - top))


def _pieces(person: Person) -> Pieces:
    texts = (
        Piece(person.name, "column_title", largest=24),
        Piece(person.said, "body", colour="grey", space=0),
        Piece(person.office, "body"),
        Piece(person.position, "body", colour="grey"),
    )
    return tuple(piece for piece in texts if piece.text)


def _cards(share: tuple[Person, ...], room: Box, look: _CardLook, studio: SlideContext) -> Iterator[Element]:
    for number, (person, place) in enumerate(_places(share, room, look.portrait, studio), start=1):
        yield from _portrait(person, box(place.x, room.y, PROPORTION * look.portrait, look.portrait), studio)
        yield TextBox(studio.names("person", number), place, set_at(look.step, _pieces(person), studio.look))


def _portrait(person: Person, frame: Box, studio: SlideContext) -> Iterator[Element]:
    """The portrait, an ornament beside the name, as large as its frame allows; initials where there is none."""
    if person.portrait is not None:
        scale = min(frame.width / person.portrait.width, frame.height / person.portrait.height)
        place = box(frame.x, frame.y, person.portrait.width * scale, person.portrait.height * scale)
        yield PictureFrame(studio.names("picture"), place, person.portrait, "")
        return
    yield Panel(frame, "tint")
    letters = set_at(0, (Piece(words(person.initials), "column_title", align="center", largest=36),), studio.look)
    yield TextBox(studio.names("initials"), frame, letters, anchor="middle")


# Numbered messages, a column each.


PER_PAGE = 3  # the places of the layout, each a third of the grid
NUMBER_GAP = 11
"""From the number down to the finding, in points."""
NUMBER, TITLE, TEXT = 84, 36, 27
"""Points that number, finding and text start from, of messages that say little."""
HEAD_GAP = 5
"""From the rule to the number under it."""
_PLACES: tuple[Place, ...] = ("body", "second", "third")

Numbered = tuple[int, Message]


def compose_messages(subject: Messages, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """Three messages a slide at most, all set alike, callouts under the last."""
    return with_callouts(lambda room: _message_pages(subject, room, topic, studio), topic, studio)


def _message_pages(messages: Messages, room: Box, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
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
        yield _message_pieces(item), _place(share, strip, room, studio)


def _page(share: tuple[Numbered, ...], step: int, room: Box, topic: Topic, studio: SlideContext) -> SlidePage:
    elements: list[Element] = [*kicker(topic.kicker, studio)]
    strips = _strips(share, studio)
    widest = studio.measure.in_any_face()  # a line more would be drawn over the marks
    tallest = max(
        widest.height(set_at(step, _message_pieces(item), studio.look), _place(share, strip, room, studio).width)
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
    yield TextBox(
        studio.names("message", item[0]), slot.box, set_at(step, _message_pieces(item), studio.look), slot.place
    )


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


def _message_pieces(item: Numbered) -> Pieces:
    number, message = item
    text = (Piece(message.text, "message_text", largest=TEXT),) if message.text else ()
    return (
        Piece(words(str(number)), "message_number", largest=NUMBER),
        Piece(message.title, "message_title", space=NUMBER_GAP, largest=TITLE),
        *text,
    )
