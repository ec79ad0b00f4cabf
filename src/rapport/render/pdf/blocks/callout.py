"""A point set apart on a ground of its own."""

from __future__ import annotations

from rapport.edition.blocks.callout import Callout
from rapport.edition.text import Span, Text, plain, strong
from rapport.look.grid import Strip
from rapport.look.length import Pt
from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.blocks.setting import Voice, on_ground, text_boxes
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import Box, Glue, Ground, VerticalItem, whole


def set_callout(context: Context, block: Callout, room: Room) -> tuple[Galley, ...]:
    """A heading and its text, kept whole; over the full width the heading runs into the text."""
    look, gaps = context.look.callout, context.look.gaps
    ground = Ground(room.strip.x, room.strip.width, look.ground, context.look.rules.callout_bar)
    wide = room.strip.width >= context.look.grid.full.width
    boxes = (_run_in if wide else _headed)(context, block, room)
    kept = whole(on_ground((Box(look.padding.top), *boxes, Box(look.padding.bottom)), ground))
    above = gaps.small if wide else gaps.medium
    return (Galley(room.lane, (Glue(above), *kept, Glue(gaps.medium))),)


def _headed(context: Context, block: Callout, room: Room) -> tuple[VerticalItem, ...]:
    style, strip = context.look.type.callout, _inner(context, room.strip)
    title = text_boxes(context, strong(block.title), Voice(style, strip, room.element.child("P")))
    return *title, *text_boxes(context, block.text, Voice(style, strip, room.element.child("P")))


def _run_in(context: Context, block: Callout, room: Room) -> tuple[VerticalItem, ...]:
    stop = "" if not block.title or plain(block.title)[-1:] in ".!?…:" else "."
    head: Text = strong((*block.title, Span(f"{stop} "))) if block.title else ()
    voice = Voice(context.look.type.callout, _inner(context, room.strip), room.element.child("P"))
    return text_boxes(context, (*head, *block.text), voice)


def _inner(context: Context, strip: Strip) -> Strip:
    padding = context.look.callout.padding
    return Strip(Pt(strip.x + padding.left), Pt(strip.width - padding.left - padding.right))
