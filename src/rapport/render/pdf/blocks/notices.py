"""Small lines under and beside blocks: sources, statuses in a row."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from rapport.edition.text import Status, Text
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Pt
from rapport.look.grid import Strip
from rapport.render.pdf.blocks.context import Context
from rapport.render.pdf.blocks.setting import Voice, status_box, status_width, text_boxes
from rapport.render.pdf.composer.vertical import KEEP, Box, Glue, VerticalItem, abreast, whole


def set_source(context: Context, source: Text, parent: Element, strip: Strip) -> tuple[VerticalItem, ...]:
    """A source line, kept with what stands above it; empty for an empty source."""
    if not source:
        return ()
    style = context.look.type.source
    boxes = text_boxes(context, source, Voice(style, strip, parent.child("P")))
    return KEEP, Glue(style.space_before), *whole(boxes)


def status_row(context: Context, statuses: Sequence[Status], voice: Voice) -> tuple[Box, ...]:
    """Statuses side by side, on further lines where one does not hold them; empty for none."""
    gap = 2 * voice.style.size
    rows: list[list[Box]] = []
    left = voice.strip.x
    for status in statuses:
        width = status_width(context, status, voice.style)
        if not rows or left + width > voice.strip.right:
            rows.append([])
            left = voice.strip.x
        strip = Strip(Pt(left), Pt(max(1.0, voice.strip.right - left)))
        rows[-1].append(status_box(context, status, replace(voice, strip=strip)))
        left = Pt(left + width + gap)
    return tuple(abreast(row) for row in rows)
