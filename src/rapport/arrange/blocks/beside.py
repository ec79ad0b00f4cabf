"""The column beside a chart or a picture: what it shows, in a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.blocks import reading
from rapport.arrange.blocks.reading import units
from rapport.arrange.blocks.statement import callout_text
from rapport.arrange.fitting import fit, fits
from rapport.arrange.mark import mark
from rapport.arrange.page import SlidePage, box, heading, kicker
from rapport.arrange.piece import Piece, Pieces
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Passage, ReadingTopic, Topic
from rapport.edition.blocks.words import Bullets, Callout
from rapport.edition.text import NO_STATUS, Status, Text, words
from rapport.look.geometry import Box
from rapport.look.grid import GridStrip
from rapport.slides.deck import LayoutName
from rapport.slides.elements import Element, RuleLine, SlideParagraph, TextBox

VISUAL_COLUMNS = 8
TEXT_COLUMNS = (10, 12)
"""The rule stands in the midst of the column between."""


class SideColumn(Struct, frozen=True):
    """What stands in the column: the status of all that is shown (or none), then the text."""

    status: Status
    pieces: Pieces


NO_COLUMN = SideColumn(NO_STATUS, ())

Visual = Callable[[Box, SideColumn], Iterable[Element]]
"""Draws what the slide is about in its room; told what stands beside it."""


class SideFrame(Struct, frozen=True):
    """The slide around the visual: its topic, its layout, and what is said for those who do not see it.

    A `wide` visual has no column beside it.
    """

    topic: Topic
    layout: LayoutName
    alternative: str
    wide: bool = False

    def page(self, elements: tuple[Element, ...], studio: SlideContext) -> SlidePage:
        spoken = (words(self.alternative),) if self.alternative else ()
        return SlidePage(self.layout, heading(studio.look), (*kicker(self.topic.kicker, studio), *elements), spoken)


def column_of(status: Status, lead: Text, passages: tuple[Passage, ...]) -> SideColumn:
    """The finding large, what follows from it in body size, reservations in grey.

    The finding is the first point if its author made it all strong, else `lead` (none where that is empty).
    """
    pieces = tuple(_pieces(passages))
    if pieces and pieces[0].role == "body" and _is_strong(pieces[0].text):
        return SideColumn(status, (Piece(pieces[0].text, "takeaway"), *pieces[1:]))
    return SideColumn(status, (Piece(lead, "takeaway"), *pieces) if lead else pieces)


def with_column(visual: Visual, column: SideColumn, frame: SideFrame, studio: SlideContext) -> tuple[SlidePage, ...]:
    """The visual with its column; where that does not fit, the visual alone and the passages on slides that follow."""
    content, topic = studio.look.grid.content, frame.topic
    room = studio.look.grid.cells.span(1, VISUAL_COLUMNS).box(content.y, content.height)
    if column.pieces and not frame.wide and fits(column.pieces, _text_place(column, content, studio), studio):
        return (frame.page((*visual(room, column), *column_elements(column, content, studio)), studio),)
    alone = frame.page(tuple(visual(content, NO_COLUMN)), studio)
    rest = reading.compose(ReadingTopic(topic.asides), replace(topic, asides=()), studio) if topic.asides else ()
    return (alone, *rest)


def column_elements(column: SideColumn, room: Box, studio: SlideContext) -> tuple[Element, ...]:
    """The rule between, the status, the text."""
    strip = _strip(studio)
    rule = RuleLine(
        box(strip.x - studio.look.gaps.large, room.y, 0, room.height), studio.look.rules.hairline.weight, "ink"
    )
    place = _text_place(column, room, studio)
    texts = _texts(fit(column.pieces, place, studio), place, studio)
    return (rule, *mark(column.status, _status_line(room, studio), studio), *texts)


def _texts(paragraphs: tuple[SlideParagraph, ...], place: Box, studio: SlideContext) -> Iterator[TextBox]:
    """The finding in a box of its own, so that its lines are evened whatever stands under it."""
    if not paragraphs or paragraphs[0].style != "takeaway" or len(paragraphs) < 2:
        yield TextBox(studio.names("takeaway"), place, paragraphs, "body")
        return
    finding, *others = paragraphs
    height = studio.measure.height((finding,), place.width)
    yield TextBox(studio.names("takeaway"), box(place.x, place.y, place.width, height), (finding,))
    top = place.y + height + others[0].space_before
    under = box(place.x, top, place.width, place.bottom - top)
    yield TextBox(studio.names("body"), under, tuple(others), "body")


def _strip(studio: SlideContext) -> GridStrip:
    return studio.look.grid.cells.span(*TEXT_COLUMNS)


def _status_line(room: Box, studio: SlideContext) -> Box:
    return _strip(studio).box(room.y, studio.look.type.status.leading)


def _text_place(column: SideColumn, room: Box, studio: SlideContext) -> Box:
    taken = studio.look.type.status.leading + studio.look.gaps.small if column.status.key else 0
    return _strip(studio).box(room.y + taken, room.height - taken)


def _pieces(passages: tuple[Passage, ...]) -> Iterator[Piece]:
    for passage in passages:
        if isinstance(passage, Bullets):
            for item in passage.items:
                yield Piece(item.text, "body")
                yield from (Piece(child, "body", level=1, space=0) for child in item.children)
        elif isinstance(passage, Callout):
            yield Piece(callout_text(passage), "body", colour="grey")
        else:
            yield from (piece for unit in units((passage,)) for piece in unit)


def _is_strong(text: Text) -> bool:
    return bool(text) and all(span.emphasis == "strong" for span in text if span.text.strip(" \u00a0\u202f"))
