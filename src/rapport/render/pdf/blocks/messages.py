"""Numbered messages, their heading in the margin."""

from __future__ import annotations

from rapport.edition.blocks.messages import Message, Messages
from rapport.edition.text import words
from rapport.look.grid import Strip
from rapport.look.length import Pt
from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.blocks.notices import set_source, status_row
from rapport.render.pdf.blocks.setting import Voice, rule_box, text_boxes
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import Box, Glue, VerticalItem, abreast, lowered, stacked

NUMBER_WIDTH = 36.0
"""From the left of a message's number to the left of its text."""


def set_messages(context: Context, block: Messages, room: Room) -> tuple[Galley, ...]:
    """The messages, each kept whole."""
    kicker = context.look.type.kicker
    heading = text_boxes(context, block.title, Voice(kicker, context.look.grid.margin, room.element.child("H3")))
    parent = room.element.child("L").annotate("List", ListNumbering="Decimal")
    items: list[VerticalItem] = [Glue(context.look.gaps.large)]
    for number, message in enumerate(block.items, start=1):
        body = _message(context, message, number, Room(room.lane, context.look.grid.text, parent.child("LI")))
        beside = lowered(stacked(heading), context.look.gaps.small) if number == 1 else Box(0.0)
        items.append(abreast((rule_box(context.look.rules.hairline, context.look.grid.text), beside, body)))
        items.append(Glue(context.look.type.message_text.space_after))
    return (Galley("full", (*items, *set_source(context, block.source, room.element, context.look.grid.text))),)


def _message(context: Context, message: Message, number: int, room: Room) -> Box:
    styles, strip = context.look.type, room.strip
    label, element = room.element.child("Lbl"), room.element.child("LBody")
    width = max(NUMBER_WIDTH, context.typesetter.width(words(str(number)), styles.message_number) + 12)
    text = Strip(Pt(strip.x + width), Pt(strip.width - width))
    figure = text_boxes(context, words(str(number)), Voice(styles.message_number, strip, label))
    title = text_boxes(context, message.title, Voice(styles.message_title, text, element.child("P")))
    prose = text_boxes(context, message.text, Voice(styles.message_text, text, element.child("P")))
    statuses = status_row(context, message.statuses, Voice(styles.status, text, element.child("P")))
    column = stacked((*title, Glue(styles.message_title.space_after), *prose, Glue(4), *statuses))
    return lowered(abreast((*figure, lowered(column, 1.0))), context.look.gaps.small)
