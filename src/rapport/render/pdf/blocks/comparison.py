"""Things set side by side."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.edition.blocks.figures import Comparison, Side
from rapport.edition.blocks.words import Item
from rapport.look.geometry import Pt
from rapport.look.grid import Columns, Strip
from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.blocks.notices import set_source
from rapport.render.pdf.blocks.setting import Voice, rule_box, set_paragraph_text, status_box, text_boxes
from rapport.render.pdf.blocks.words import list_items
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import KEEP, Box, Glue, VerticalItem, abreast, height, stacked, whole


def set_comparison(context: Context, block: Comparison, room: Room) -> tuple[Galley, ...]:
    """The sides abreast, or one under the other where they are too high for a page; remark and source under them."""
    grid, gaps = context.look.grid, context.look.gaps
    strips = Columns(grid.full, len(block.sides), grid.gutter).cells()
    sides = [
        _side(context, side, Room("full", strip, room.element)) for side, strip in zip(block.sides, strips, strict=True)
    ]
    foot = _foot(context, block, room)
    if max(map(height, sides)) + height(foot) < grid.content_bottom - grid.margins.top:
        body: tuple[VerticalItem, ...] = (abreast(stacked(side) for side in sides),)
    else:
        body = tuple(item for side in sides for item in (*side, Glue(gaps.large)))
    return (Galley("full", (Glue(gaps.large), *body, *foot, Glue(gaps.large))),)


def _side(context: Context, side: Side, room: Room) -> tuple[VerticalItem, ...]:
    styles, rules = context.look.type, context.look.rules
    title = text_boxes(context, side.title, Voice(styles.heading_3, room.strip, room.element.child(context.subheading)))
    measure = replace(styles.chart_measure, space_after=Pt(0))
    detail = text_boxes(context, side.detail, Voice(measure, room.strip, room.element.child("P")))
    status: tuple[Box, ...] = ()
    if side.status.word:
        status = (status_box(context, side.status, Voice(styles.status, room.strip, room.element.child("P"))),)
    # words keep clear of the next column, which begins at the grid's gutter
    inner = Strip(room.strip.x, Pt(room.strip.width - context.look.gaps.medium))
    items = list_items(context, tuple(Item(text) for text in side.items), replace(room, strip=inner))
    head = whole((rule_box(rules.strong, room.strip), Glue(8), *title, *detail, Glue(3), *status))
    return *head, KEEP, Glue(6), *items


def _foot(context: Context, block: Comparison, room: Room) -> tuple[VerticalItem, ...]:
    strip = context.look.grid.full
    style = replace(context.look.type.small_body, space_before=Pt(4), space_after=Pt(4))
    remark = set_paragraph_text(context, block.remark, Voice(style, strip, room.element.child("P")))
    spaced = (KEEP, Glue(context.look.gaps.medium), *remark) if remark else ()
    return *spaced, *set_source(context, block.source, room.element, strip)
