"""How to read the statuses: each sign with its word and meaning."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.edition.blocks.status_key import StatusKey
from rapport.edition.status import Status
from rapport.edition.text import Text
from rapport.look.grid import Strip
from rapport.look.length import Pt
from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.blocks.setting import Voice, rule_box, status_box, status_width, text_boxes
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import Box, Glue, VerticalItem, abreast, lowered, stacked, whole
from rapport.render.pdf.tags.element import Element

ROW_GAP = 8.0


def set_status_key(context: Context, block: StatusKey, room: Room) -> tuple[Galley, ...]:
    """Heading and remark in the margin, the statuses in the text column; never divided; or all in the margin."""
    if room.lane == "margin":
        return (Galley("margin", _narrow(context, block, room)),)
    grid, styles, gaps = context.look.grid, context.look.type, context.look.gaps
    title = text_boxes(context, block.title, Voice(styles.contents_entry, grid.margin, room.element.child("H3")))
    grey = replace(styles.small_body, colour="grey", leading=Pt(styles.small_body.leading - 1))
    remark = text_boxes(context, block.remark, Voice(grey, grid.margin, room.element.child("P")))
    beside = stacked((*title, Glue(3.0), *remark))
    parent = room.element.child("L").annotate("List", ListNumbering="None")
    rows = (_row(context, status, meaning, parent) for status, meaning in block.entries)
    spaced = (item for row in rows for item in (row, Glue(ROW_GAP)))
    body = lowered(abreast((beside, stacked(spaced))), gaps.small)
    kept = whole((rule_box(context.look.rules.strong, grid.full), body))
    return (Galley("full", (Glue(gaps.large), *kept, Glue(gaps.large))),)


def _narrow(context: Context, block: StatusKey, room: Room) -> tuple[VerticalItem, ...]:
    """Each status over its meaning."""
    styles, gaps, strip = context.look.type, context.look.gaps, room.strip
    grey = replace(styles.contents_detail, colour="grey")
    word = replace(styles.small_body, weight="semibold")
    title = text_boxes(context, block.title, Voice(styles.contents_entry, strip, room.element.child("H3")))
    remark = text_boxes(context, block.remark, Voice(grey, strip, room.element.child("P")))
    parent = room.element.child("L").annotate("List", ListNumbering="None")
    rows: list[VerticalItem] = []
    for status, meaning in block.entries:
        item = parent.child("LI")
        label = status_box(context, status, Voice(word, strip, item.child("Lbl")))
        words = text_boxes(context, meaning, Voice(grey, strip, item.child("LBody")))
        rows += [Glue(gaps.small), stacked((label, *words))]
    rule = rule_box(context.look.rules.hairline, strip)
    return *whole((rule, Glue(ROW_GAP - 3.0), *title, Glue(3.0), *remark, Glue(gaps.small), *rows)), Glue(gaps.large)


def _row(context: Context, status: Status, meaning: Text, parent: Element) -> Box:
    grid, styles = context.look.grid, context.look.type
    item = parent.child("LI")
    word = replace(styles.small_body, weight="semibold")
    label = status_box(context, status, Voice(word, grid.text, item.child("Lbl")))
    wide = max(95.0, status_width(context, status, word) + 24.0)
    strip = Strip(Pt(grid.text.x + wide), Pt(grid.text.width - wide))
    grey = replace(styles.small_body, colour="grey")
    return abreast((label, stacked(text_boxes(context, meaning, Voice(grey, strip, item.child("LBody"))))))
