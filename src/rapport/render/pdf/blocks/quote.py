"""Words to be said, under a hairline, with what they rest on."""

from __future__ import annotations

from rapport.edition.blocks.quote import Quote
from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.blocks.setting import Voice, rule_box, text_boxes
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import Glue, whole


def set_quote(context: Context, block: Quote, room: Room) -> tuple[Galley, ...]:
    """A sentence and its attribution, kept together."""
    styles, gaps = context.look.type, context.look.gaps
    element = room.element.child("BlockQuote")
    said = text_boxes(context, block.text, Voice(styles.quote, room.strip, element.child("P")))
    source = text_boxes(context, block.attribution, Voice(styles.source, room.strip, element.child("P")))
    rule = rule_box(context.look.rules.hairline, room.strip)
    kept = whole((rule, Glue(styles.quote.space_before), *said, Glue(styles.quote.space_after), *source))
    return (Galley(room.lane, (Glue(gaps.small), *kept, Glue(gaps.medium - styles.quote.space_after))),)
