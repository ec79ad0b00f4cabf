"""Cards of people, four in a row: portrait or initials, name and how it is said, office, position."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.arrange.blocks.below import with_callouts
from rapport.arrange.fitting import common_step, evenly, floor_step
from rapport.arrange.page import SlidePage, box, captioned, heading, kicker
from rapport.arrange.piece import Piece, Pieces, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Topic
from rapport.edition.blocks.figures import People, Person
from rapport.edition.text import words
from rapport.look.geometry import Box
from rapport.slides.elements import Element, Panel, PictureFrame, TextBox

ABREAST, LEAST = 4, 3
"""Cards in a row at most, and for how many there is room at least."""
WIDTH, HEIGHT = 90.0, 120.0
"""A portrait of three to four, in points."""


def compose(subject: People, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """Four people a slide at most, all set alike, callouts under the last."""
    return with_callouts(lambda room: _pages(subject, room, topic, studio), topic, studio)


def _pages(subject: People, room: Box, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    caption, under = captioned(subject.title, room, topic, studio)
    shares = tuple(evenly(subject.people, -(-len(subject.people) // ABREAST)))
    parts = [(_pieces(person), place) for share in shares for person, place in _places(share, under, studio)]
    found = common_step(parts, studio)
    step = floor_step(parts, studio) if found is None else found
    return tuple(
        SlidePage(
            "title-only",
            heading(studio.look),
            (*kicker(topic.kicker, studio), *caption, *_cards(share, under, step, studio)),
            holds=tuple(person.name for person in share),
        )
        for share in shares
    )


def _places(share: tuple[Person, ...], room: Box, studio: SlideContext) -> Iterator[tuple[Person, Box]]:
    """The people, each with the room of the words under the portrait."""
    top = room.y + HEIGHT + studio.look.gaps.medium
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


def _cards(share: tuple[Person, ...], room: Box, step: int, studio: SlideContext) -> Iterator[Element]:
    for number, (person, place) in enumerate(_places(share, room, studio), start=1):
        yield from _portrait(person, box(place.x, room.y, WIDTH, HEIGHT), studio)
        yield TextBox(studio.names("person", number), place, set_at(step, _pieces(person), studio.look))


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
