"""placeholder"""
from __future__ import annotations

from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.composer.galley import Galley


def set_chart(context: Context, block: object, room: Room) -> tuple[Galley, ...]:
    return ()
