"""A picture with its caption, and what it shows beside it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from rapport.arrange.blocks.beside import SideColumn, SideFrame, column_of, with_column
from rapport.arrange.fitting import filled
from rapport.arrange.page import SlidePage, box
from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Topic
from rapport.edition.blocks.figures import Image
from rapport.edition.picture import Picture
from rapport.edition.text import NO_STATUS
from rapport.look.geometry import Box
from rapport.slides.elements import Element, PictureFrame, TextBox

WIDE = 1.9
"""Width of a picture, in heights, from which it crosses the slide."""


def compose(subject: Image, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """One page with a column for the points; without, where they do not fit.

    A picture that is not wide leaves room beside it: without points, its caption stands there.
    """
    narrow = subject.picture.width < WIDE * subject.picture.height
    caption_beside = bool(subject.caption) and narrow and not topic.asides

    def visual(room: Box, column: SideColumn) -> Iterator[Element]:
        shown = replace(subject, caption=()) if caption_beside and column.pieces else subject
        yield from _image(shown, room, studio)

    lead = subject.caption if caption_beside else ()
    return with_column(
        visual, column_of(NO_STATUS, lead, topic.asides), SideFrame(topic, "picture", subject.alternative), studio
    )


def _image(image: Image, room: Box, studio: SlideContext) -> Iterator[Element]:
    """The picture as large as its room allows, its caption under it."""
    caption = (Piece(image.caption, "chart_measure", colour="grey"),) if image.caption else ()
    height = studio.measure.height(set_at(0, caption, studio.look), room.width) if caption else 0.0
    taken = min(room.height / 3, height + studio.look.gaps.small) if caption else 0.0
    place = _contained(image.picture, box(room.x, room.y, room.width, room.height - taken))
    yield PictureFrame(studio.names("picture"), place, image.picture, image.alternative, "picture")
    if caption:
        under = box(room.x, place.bottom + studio.look.gaps.small, room.width, taken - studio.look.gaps.small)
        yield filled(TextBox(studio.names("caption"), under, ()), caption, studio)


def _contained(picture: Picture, room: Box) -> Box:
    """The largest box of the picture's shape at the room's top left corner."""
    scale = min(room.width / picture.width, room.height / picture.height)
    return box(room.x, room.y, picture.width * scale, picture.height * scale)
