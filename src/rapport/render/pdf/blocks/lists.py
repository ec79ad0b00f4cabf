"""Lists: acronyms, statuses, whom to ask; dates down the page."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Moment, Timeline
from rapport.edition.blocks.words import ContactEntry, Contacts, Glossary, GlossaryEntry, StatusKey
from rapport.edition.text import Status, Text
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Box, Pt
from rapport.look.grid import GridStrip
from rapport.render.pdf.blocks.context import BlockContext, Room, ink
from rapport.render.pdf.blocks.opening import heading
from rapport.render.pdf.blocks.setting import (
    BlockVoice,
    list_title,
    rule_box,
    set_source,
    sign_mark,
    status_box,
    status_width,
    text_boxes,
)
from rapport.render.pdf.composer.vertical import (
    KEEP,
    Galley,
    Glue,
    VerticalBox,
    VerticalItem,
    abreast,
    coupled,
    lowered,
    stacked,
    whole,
)
from rapport.render.pdf.display.item import FigureExtent, Item, ShapeItem, line_across

PADDING = 4.0
"""Points of white above and below an entry: half of what is between statuses, which have no hairline."""


def set_glossary(context: BlockContext, block: Glossary, room: Room) -> tuple[Galley, ...]:
    """The title, then the entries, one row each, hairlines between."""
    gaps, space = context.look.gaps, context.look.type.table_title.space_after
    title = list_title(context, block.title, context.look.grid.full, room.element)
    parent = room.element.child("L").annotate("List", ListNumbering="None")
    rows: list[VerticalItem] = [Glue(gaps.large if title else gaps.medium)]
    rows += [*whole(title), Glue(space), KEEP] if title else []
    rows += coupled([(_entry(context, entry, parent),) for entry in block.entries])
    rows += [rule_box(context.look.rules.hairline, context.look.grid.full), Glue(gaps.large)]
    return (Galley("full", tuple(rows)),)


def _entry(context: BlockContext, entry: GlossaryEntry, parent: Element) -> VerticalBox:
    grid, styles = context.look.grid, context.look.type
    item = parent.child("LI")
    semibold = replace(styles.small_body, weight="semibold")
    term = text_boxes(context, entry.term, BlockVoice(semibold, grid.margin, item.child("Lbl")))
    meaning = text_boxes(context, entry.definition, BlockVoice(styles.small_body, grid.text, item.child("LBody")))
    row = lowered(abreast((stacked(term), stacked(meaning))), PADDING, PADDING)
    return replace(row, items=rule_box(context.look.rules.hairline, grid.full).items)


ROW_GAP = 8.0
"""Points of white between two statuses."""


def set_status_key(context: BlockContext, block: StatusKey, room: Room) -> tuple[Galley, ...]:
    """Heading and remark in the margin, the statuses in the text column; never divided; or all in the margin."""
    if room.lane == "margin":
        return (Galley("margin", _narrow(context, block, room)),)
    grid, styles, gaps = context.look.grid, context.look.type, context.look.gaps
    title = text_boxes(
        context, block.title, BlockVoice(styles.contents_entry, grid.margin, room.element.child(context.subheading))
    )
    grey = replace(styles.small_body, colour="grey", leading=Pt(styles.small_body.leading - 1))
    remark = text_boxes(context, block.remark, BlockVoice(grey, grid.margin, room.element.child("P")))
    beside = stacked((*title, Glue(3.0), *remark))
    parent = room.element.child("L").annotate("List", ListNumbering="None")
    word = replace(styles.small_body, weight="semibold")
    wide = max((95.0, *(status_width(context, status, word) + 24.0 for status, _meaning in block.entries)))
    rows = (_row(context, entry, wide, parent) for entry in block.entries)
    spaced = (item for row in rows for item in (row, Glue(ROW_GAP)))
    body = lowered(abreast((beside, stacked(spaced))), gaps.small)
    kept = whole((rule_box(context.look.rules.strong, grid.full), body))
    return (Galley("full", (Glue(gaps.large), *kept, Glue(gaps.large))),)


def _narrow(context: BlockContext, block: StatusKey, room: Room) -> tuple[VerticalItem, ...]:
    """Each status over its meaning."""
    styles, gaps, strip = context.look.type, context.look.gaps, room.strip
    grey = replace(styles.contents_detail, colour="grey")
    word = replace(styles.small_body, weight="semibold")
    title = text_boxes(
        context, block.title, BlockVoice(styles.contents_entry, strip, room.element.child(context.subheading))
    )
    remark = text_boxes(context, block.remark, BlockVoice(grey, strip, room.element.child("P")))
    parent = room.element.child("L").annotate("List", ListNumbering="None")
    rows: list[VerticalItem] = []
    for status, meaning in block.entries:
        item = parent.child("LI")
        label = status_box(context, status, BlockVoice(word, strip, item.child("Lbl")))
        words = text_boxes(context, meaning, BlockVoice(grey, strip, item.child("LBody")))
        rows += [Glue(gaps.small), stacked((label, *words))]
    rule = rule_box(context.look.rules.hairline, strip)
    return *whole((rule, Glue(ROW_GAP - 3.0), *title, Glue(3.0), *remark, Glue(gaps.small), *rows)), Glue(gaps.large)


def _row(context: BlockContext, entry: tuple[Status, Text], wide: float, parent: Element) -> VerticalBox:
    """A status and, `wide` points to its right, its meaning."""
    grid, styles = context.look.grid, context.look.type
    item = parent.child("LI")
    word = replace(styles.small_body, weight="semibold")
    label = status_box(context, entry[0], BlockVoice(word, grid.text, item.child("Lbl")))
    strip = GridStrip(Pt(grid.text.x + wide), Pt(grid.text.width - wide))
    grey = replace(styles.small_body, colour="grey")
    return abreast((label, stacked(text_boxes(context, entry[1], BlockVoice(grey, strip, item.child("LBody"))))))


CONTACT_PADDING = 6.0
"""Points of white above and below a contact, whose lines stand as close as those of an entry."""


def set_contacts(context: BlockContext, block: Contacts, room: Room) -> tuple[Galley, ...]:
    """The title; name and role in the margin, how to reach them beside."""
    gaps, space = context.look.gaps, context.look.type.table_title.space_after
    title = list_title(context, block.title, context.look.grid.full, room.element)
    parent = room.element.child("L").annotate("List", ListNumbering="None")
    rows = coupled([(_contact(context, contact, parent),) for contact in block.items])
    head = (Glue(gaps.large), *whole(title), Glue(space), KEEP) if title else (Glue(gaps.medium),)
    return (Galley("full", (*head, *rows, Glue(gaps.large))),)


def _contact(context: BlockContext, contact: ContactEntry, parent: Element) -> VerticalBox:
    grid, styles = context.look.grid, context.look.type
    item = parent.child("LI")
    label, body = item.child("Lbl"), item.child("LBody")
    semibold = replace(styles.small_body, weight="semibold")
    name = text_boxes(context, contact.name, BlockVoice(semibold, grid.margin, label))
    role = text_boxes(context, contact.role, BlockVoice(replace(styles.source), grid.margin, label))
    details = [
        box
        for detail in contact.details
        for box in text_boxes(context, detail, BlockVoice(styles.small_body, grid.text, body.child("P")))
    ]
    row = lowered(abreast((stacked((*name, *role)), stacked(details))), CONTACT_PADDING, CONTACT_PADDING)
    return replace(row, items=rule_box(context.look.rules.hairline, grid.full).items)


# Dates down the page: each with the sign of its status, a line where the data were closed.


SIGN_GAP = 13.0
"""From the middle of the signs to the left of the words, which stand on the text column's edge."""


class Ends(Struct, frozen=True):
    """Whether the line goes on above and below a row."""

    above: bool
    below: bool


def set_timeline(context: BlockContext, block: Timeline, room: Room) -> tuple[Galley, ...]:
    """The moments, one row each; a page may end between any but the first two and the last two."""
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


def _rows(context: BlockContext, block: Timeline, parent: Element) -> tuple[VerticalItem, ...]:
    items: list[tuple[VerticalItem, ...]] = []
    last = len(block.moments) - 1
    for number, moment in enumerate(block.moments):
        opens = moment.future and number and not block.moments[number - 1].future
        line = (_cut_off(context, block.cut_off, parent), KEEP) if opens else ()
        items.append((*line, _date_row(context, moment, parent.child("LI"), Ends(number > 0, number < last))))
    return coupled(items)


def _date_row(context: BlockContext, moment: Moment, element: Element, ends: Ends) -> VerticalBox:
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
