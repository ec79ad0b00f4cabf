"""Lists: acronyms in the margin with what they stand for beside them, statuses, whom to ask."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.edition.blocks.words import ContactEntry, Contacts, Glossary, GlossaryEntry, StatusKey
from rapport.edition.text import Status, Text
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Pt
from rapport.look.grid import GridStrip
from rapport.render.pdf.blocks.context import BlockContext, Room
from rapport.render.pdf.blocks.setting import BlockVoice, list_title, rule_box, status_box, status_width, text_boxes
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import KEEP, Glue, VerticalBox, VerticalItem, abreast, lowered, stacked, whole

PADDING = 4.0


def set_glossary(context: BlockContext, block: Glossary, room: Room) -> tuple[Galley, ...]:
    """The title, then the entries, one row each, hairlines between."""
    gaps, space = context.look.gaps, context.look.type.table_title.space_after
    title = list_title(context, block.title, context.look.grid.full, room.element)
    parent = room.element.child("L").annotate("List", ListNumbering="None")
    rows: list[VerticalItem] = [Glue(gaps.large if title else gaps.medium)]
    rows += [*whole(title), Glue(space), KEEP] if title else []
    rows += [_entry(context, entry, parent) for entry in block.entries]
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


def set_contacts(context: BlockContext, block: Contacts, room: Room) -> tuple[Galley, ...]:
    """The title; name and role in the margin, how to reach them beside."""
    gaps, space = context.look.gaps, context.look.type.table_title.space_after
    title = list_title(context, block.title, context.look.grid.full, room.element)
    parent = room.element.child("L").annotate("List", ListNumbering="None")
    rows: list[VerticalItem] = [_contact(context, contact, parent) for contact in block.items]
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
