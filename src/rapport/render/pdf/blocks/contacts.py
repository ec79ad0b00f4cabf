"""Who to ask."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.edition.blocks.words import Contact, Contacts
from rapport.formats.pdf.tags.tree import Element
from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.blocks.setting import Voice, list_title, rule_box, text_boxes
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import KEEP, Box, Glue, VerticalItem, abreast, lowered, stacked, whole

PADDING = 6.0


def set_contacts(context: Context, block: Contacts, room: Room) -> tuple[Galley, ...]:
    """The title; name and role in the margin, how to reach them beside."""
    gaps, space = context.look.gaps, context.look.type.table_title.space_after
    title = list_title(context, block.title, context.look.grid.full, room.element)
    parent = room.element.child("L").annotate("List", ListNumbering="None")
    rows: list[VerticalItem] = [_contact(context, contact, parent) for contact in block.items]
    head = (Glue(gaps.large), *whole(title), Glue(space), KEEP) if title else (Glue(gaps.medium),)
    return (Galley("full", (*head, *rows, Glue(gaps.large))),)


def _contact(context: Context, contact: Contact, parent: Element) -> Box:
    grid, styles = context.look.grid, context.look.type
    item = parent.child("LI")
    label, body = item.child("Lbl"), item.child("LBody")
    semibold = replace(styles.small_body, weight="semibold")
    name = text_boxes(context, contact.name, Voice(semibold, grid.margin, label))
    role = text_boxes(context, contact.role, Voice(replace(styles.source), grid.margin, label))
    details = [
        box
        for detail in contact.details
        for box in text_boxes(context, detail, Voice(styles.small_body, grid.text, body.child("P")))
    ]
    row = lowered(abreast((stacked((*name, *role)), stacked(details))), PADDING, PADDING)
    return replace(row, items=rule_box(context.look.rules.hairline, grid.full).items)
