"""A map with the names of its places beside it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from rapport.arrange.blocks.statement import with_callouts
from rapport.arrange.fitting import evenly
from rapport.arrange.mark import mark, mark_width
from rapport.arrange.page import SlidePage, box, captioned, heading, kicker
from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Topic
from rapport.edition.blocks.surroundings import Map, Place
from rapport.edition.text import words
from rapport.look.geometry import Box
from rapport.plots import Shape
from rapport.plotting.geography import MapFrame, holds, lay_out
from rapport.slides.elements import Drawing, ElementGroup, Leaf, SlideParagraph, TextBox

COLUMN = 4
"""Columns of the grid that names take."""


def compose_map(subject: Map, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """One page, callouts under it; places whose names have no room are on as many more, each on the whole map."""
    return with_callouts(lambda room: _pages(subject, room, topic, studio), topic, studio)


def _pages(subject: Map, room: Box, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    height = captioned(subject.caption, room, topic, studio)[1].height
    places = subject.places
    for count in range(1, len(places) + 1):
        parts = [replace(subject, places=share) for share in evenly(places, count)]
        if all(holds(part, _heights(part, studio), height) for part in parts):
            break
    return tuple(_page(part, room, topic, studio) for part in parts)


def _heights(subject: Map, studio: SlideContext) -> list[float]:
    column = studio.look.grid.cells.span(1, COLUMN).width
    return [_height(place, _words(place, studio), column, studio) for place in subject.places]


def _page(subject: Map, room: Box, topic: Topic, studio: SlideContext) -> SlidePage:
    caption, under = captioned(subject.caption, room, topic, studio)
    told = words(subject.alternative)
    group = ElementGroup(studio.names("map"), under, tuple(_leaves(subject, under, studio)), told)
    spoken = (told,)
    held = tuple(place.name for place in subject.places)
    elements = (*kicker(topic.kicker, studio), *caption, group)
    return SlidePage("picture", heading(studio.look), elements, spoken, holds=held)


def _leaves(subject: Map, room: Box, studio: SlideContext) -> Iterator[Leaf]:
    """Outlines, lines and marks, then each name with what is there and its status."""
    column = studio.look.grid.cells.span(1, COLUMN).width
    names = [_words(place, studio) for place in subject.places]
    heights = _heights(subject, studio)
    frame = MapFrame(room.width, room.height, column, names[0][0].leading / 2)
    laid = lay_out(subject, frame, heights)
    shapes = tuple(_moved(shape, room) for shape in laid.shapes)
    yield Drawing(studio.names("map"), room, shapes)
    for number, (place, told, spot) in enumerate(zip(subject.places, names, laid.spots, strict=True), start=1):
        own = min(column, max(mark_width(place.status, studio), *(studio.measure.width(each) for each in told)) + 1)
        x, y = room.x + (laid.after if spot.right else laid.before - own), room.y + spot.top
        height = studio.measure.height(told, column)
        yield TextBox(studio.names("place", number), box(x, y, column, height), told)
        yield from mark(place.status, box(x, y + height, column, studio.look.type.status.leading), studio)


def _words(place: Place, studio: SlideContext) -> tuple[SlideParagraph, ...]:
    pieces = (Piece(place.name, "timeline_date"), Piece(place.text, "timeline_text", space=0))
    return set_at(0, (piece for piece in pieces if piece.text), studio.look)


def _height(place: Place, told: tuple[SlideParagraph, ...], column: float, studio: SlideContext) -> float:
    status = studio.look.type.status.leading if place.status.key else 0.0
    return studio.measure.height(told, column) + status + studio.look.gaps.small


def _moved(shape: Shape, room: Box) -> Shape:
    return replace(shape, points=tuple((room.x + x, room.y + y) for x, y in shape.points))
