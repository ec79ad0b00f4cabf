"""Prose in the text column."""

from __future__ import annotations

from rapport.edition.blocks.paragraph import Paragraph
from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.blocks.setting import Voice, set_paragraph_text
from rapport.render.pdf.composer.galley import Galley


def set_paragraph(context: Context, block: Paragraph, room: Room) -> tuple[Galley, ...]:
    """A paragraph, justified and divided over pages where need be."""
    voice = Voice(context.look.type.body, room.strip, room.element.child("P"))
    return (Galley(room.lane, set_paragraph_text(context, block.text, voice)),)
