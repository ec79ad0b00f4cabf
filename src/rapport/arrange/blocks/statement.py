"""One sentence on paper, with an accent bar beside it."""

from __future__ import annotations

from rapport.arrange.fitting import fit
from rapport.arrange.page import Heading, Page, box, kicker
from rapport.arrange.piece import Piece
from rapport.arrange.studio import Studio
from rapport.arrange.topic import Statement, Topic
from rapport.edition.blocks.words import Callout
from rapport.edition.text import Text, plain, strong, words
from rapport.look.box import Box
from rapport.slides.elements import Element, Panel, TextBox

LAST_COLUMN = 10
TOP = 110
"""Upper edge of the sentence, in points."""
BAR_WIDTH = 6
BAR_INSET = 10
"""How far the bar starts under the first line box: at its capitals."""


def compose(subject: Statement, topic: Topic, studio: Studio) -> tuple[Page, ...]:
    """One page."""
    look = studio.look
    strip = look.grid.cells.span(2, LAST_COLUMN)
    below = fit((Piece(subject.attribution, "statement_source"),), strip.box(0, 60), studio)
    source_height = studio.measure.height(below, strip.width) if subject.attribution else 0
    room = strip.box(TOP, look.grid.content_bottom - TOP - source_height - look.gaps.large)
    title = fit((Piece(topic.title, "statement"),), room, studio)
    sentence = strip.box(TOP, min(studio.measure.height(title, room.width), room.height))
    bottom = sentence.bottom
    elements: list[Element] = [*kicker(topic.kicker, studio)]
    if subject.attribution:
        place = strip.box(bottom + look.gaps.large, source_height)
        elements.append(TextBox(studio.names("reference"), place, below, "subtitle"))
        bottom = place.bottom
    bar = box(look.grid.full.x, TOP + BAR_INSET, BAR_WIDTH, bottom - TOP - BAR_INSET)
    return (Page("statement", Heading(sentence, "statement"), (Panel(bar, "accent"), *elements), ground="paper"),)


_CLOSING = ".:!?…"


def callout_text(callout: Callout) -> Text:
    """Heading and text in one paragraph, the heading strong and closed by a full stop."""
    if not callout.title:
        return callout.text
    stop = "" if plain(callout.title)[-1:] in _CLOSING else "."
    return (*strong((*callout.title, *words(stop))), *words(" "), *callout.text)


def callout_height(callout: Callout, width: float, studio: Studio) -> float:
    """Height of the callout over a width, at its full size if that takes no more lines than the charter allows."""
    look = studio.look
    padding = look.callout.padding
    inner = box(0, 0, width - padding.left - padding.right, look.callout.max_lines * look.type.callout.leading)
    paragraphs = fit((Piece(callout_text(callout), "callout"),), inner, studio)
    return studio.measure.height(paragraphs, inner.width) + padding.top + padding.bottom


def callout_box(callout: Callout, place: Box, studio: Studio) -> tuple[Element, ...]:
    """Ground, bar and text."""
    look = studio.look
    bar = box(place.x, place.y, look.rules.callout_bar.weight, place.height)
    inner = place.within(look.callout.padding)
    paragraphs = fit((Piece(callout_text(callout), "callout"),), inner, studio)
    return (
        Panel(place, look.callout.ground),
        Panel(bar, look.rules.callout_bar.colour),
        TextBox(studio.names("callout"), inner, paragraphs, anchor="middle"),
    )
