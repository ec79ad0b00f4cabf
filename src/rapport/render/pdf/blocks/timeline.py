"""Dates down the page: each with the sign of its status, a line where the data were closed."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Moment, Timeline
from rapport.edition.text import Text
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Box, Pt
from rapport.look.grid import GridStrip
from rapport.render.pdf.blocks.context import BlockContext, Room, ink
from rapport.render.pdf.blocks.halves import set_source
from rapport.render.pdf.blocks.opening import heading
from rapport.render.pdf.blocks.setting import BlockVoice, sign_mark, text_boxes
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import KEEP, Glue, VerticalBox, VerticalItem, abreast, lowered, stacked, whole
from rapport.render.pdf.display.item import FigureExtent, Item, ShapeItem, line_across

SIGN_GAP = 13.0
"""From the middle of the signs to the left of the words, which stand on the text column's edge."""


class Ends(Struct, frozen=True):
    """Whether the line goes on above and below a row."""

    above: bool
    below: bool


def set_timeline(context: BlockContext, block: Timeline, room: Room) -> tuple[Galley, ...]:
    """The moments, one row each; a page may end between any two."""
    grid, gaps = context.look.grid, context.look.gaps
    above = _message(context, block.message, replace(room, lane="full", strip=grid.full))
    parent = room.element.child("L").annotate("List", ListNumbering="None")
    rows = _rows(context, block, parent)
    strip = _words_strip(context)
    source = set_source(context, block.source, room.element, strip)
    return (Galley("full", (*(above or (Glue(gaps.large),)), *rows, *source, Glue(gaps.large))),)


def _message(context: BlockContext, message: Text, room: Room) -> tuple[VerticalItem, ...]:
    """The message as a heading, or as a title in the text column where it is the first subject."""
    if room.subject == "second":
        return heading(context, message, room)
    style = context.look.type.chart_title
    boxes = text_boxes(context, message, BlockVoice(style, _words_strip(context), room.element.child("P")))
    return (Glue(context.look.gaps.large), *whole(boxes), Glue(style.space_after), KEEP) if boxes else ()


def _rows(context: BlockContext, block: Timeline, parent: Element) -> list[VerticalItem]:
    items: list[VerticalItem] = []
    last = len(block.moments) - 1
    for number, moment in enumerate(block.moments):
        if moment.future and number and not block.moments[number - 1].future:
            items += [_cut_off(context, block.cut_off, parent), KEEP]
        items.append(_row(context, moment, parent.child("LI"), Ends(number > 0, number < last)))
    return items


def _row(context: BlockContext, moment: Moment, element: Element, ends: Ends) -> VerticalBox:
    """Date, sign and words on one level; the sign is a figure that says its status."""
    styles, grid = context.look.type, context.look.grid
    margin = GridStrip(grid.margin.x, Pt(_axis(context) - SIGN_GAP - grid.margin.x))
    date = text_boxes(context, moment.date, BlockVoice(styles.timeline_date, margin, element.child("Lbl")))
    body = element.child("LBody")
    sign = body.child("Figure", alt=moment.status.word) if moment.status.word else None
    words = text_boxes(context, moment.text, BlockVoice(styles.timeline_text, _words_strip(context), body.child("P")))
    level = abreast((stacked(date), stacked(words)))
    white = max(0.0, context.look.timeline.pitch - styles.timeline_text.leading)
    row = lowered(level, white / 2, white / 2)
    middle = white / 2 + styles.timeline_text.leading / 2
    return replace(row, items=(*_line(context, ends, middle, row.height), *_sign(context, moment, sign, middle)))


def _line(context: BlockContext, ends: Ends, middle: float, height: float) -> tuple[Item, ...]:
    top, bottom = (0.0 if ends.above else middle), (height if ends.below else middle)
    x = _axis(context)
    return (ShapeItem(((x, top), (x, bottom)), ink(context.look.rules.timeline), closed=False),) if bottom > top else ()


def _sign(context: BlockContext, moment: Moment, element: Element | None, middle: float) -> tuple[Item, ...]:
    if moment.status.key not in context.charter.statuses:
        return ()
    diameter = context.look.timeline.sign_diameter
    area = Box(Pt(_axis(context) - diameter / 2), Pt(middle - diameter / 2), diameter, diameter)
    mark = replace(sign_mark(context, moment.status, area), ground="white", element=element)
    return (mark, FigureExtent(element, area)) if element is not None else (mark,)


def _cut_off(context: BlockContext, words: Text, parent: Element) -> VerticalBox:
    """The line at which the data were closed, its words at the right end."""
    grid, height = context.look.grid, context.look.timeline.cut_off_gap
    style = replace(context.look.type.status, colour="accent", align="right")
    element = parent.child("LI").child("LBody")
    label = text_boxes(context, words, BlockVoice(style, grid.full, element))
    width = context.typesetter.width(words, style) + 8.0 if words else 0.0
    y = height / 2
    rule = line_across(grid.full.x, y, grid.full.width - width, ink(context.look.rules.cut_off))
    axis = ShapeItem(((_axis(context), 0.0), (_axis(context), height)), ink(context.look.rules.timeline), closed=False)
    raised = lowered(stacked(label[:1]), y - style.leading / 2)
    return replace(raised, height=height, items=(axis, rule))


def _axis(context: BlockContext) -> float:
    return context.look.grid.text.x - max(SIGN_GAP, context.look.timeline.sign_diameter)


def _words_strip(context: BlockContext) -> GridStrip:
    return context.look.grid.text
