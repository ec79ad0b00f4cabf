"""One sentence on paper, with an accent bar beside it."""

from __future__ import annotations

from rapport.arrange.fitting import fit
from rapport.arrange.frame import kicker
from rapport.arrange.page import Heading, Page, box
from rapport.arrange.piece import Piece
from rapport.arrange.studio import Studio
from rapport.arrange.topic import Statement, Topic
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
