"""Acronyms in the margin, what they stand for beside them."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.edition.blocks.glossary import Entry, Glossary
from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.blocks.setting import Voice, list_title, rule_box, text_boxes
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import KEEP, Box, Glue, VerticalItem, abreast, lowered, stacked, whole
from rapport.render.pdf.tags.element import Element

PADDING = 4.0


def set_glossary(context: Context, block: Glossary, room: Room) -> tuple[Galley, ...]:
    """The title, then the entries, one row each, hairlines between."""
    gaps, space = context.look.gaps, context.look.type.table_title.space_after
    title = list_title(context, block.title, context.look.grid.full, room.element)
    parent = room.element.child("L").annotate("List", ListNumbering="None")
    rows: list[VerticalItem] = [Glue(gaps.large if title else gaps.medium)]
    rows += [*whole(title), Glue(space), KEEP] if title else []
    rows += [_entry(context, entry, parent) for entry in block.entries]
    rows += [rule_box(context.look.rules.hairline, context.look.grid.full), Glue(gaps.large)]
    return (Galley("full", tuple(rows)),)


def _entry(context: Context, entry: Entry, parent: Element) -> Box:
    grid, styles = context.look.grid, context.look.type
    item = parent.child("LI")
    semibold = replace(styles.small_body, weight="semibold")
    term = text_boxes(context, entry.term, Voice(semibold, grid.margin, item.child("Lbl")))
    meaning = text_boxes(context, entry.definition, Voice(styles.small_body, grid.text, item.child("LBody")))
    row = lowered(abreast((stacked(term), stacked(meaning))), PADDING, PADDING)
    return replace(row, items=rule_box(context.look.rules.hairline, grid.full).items)
