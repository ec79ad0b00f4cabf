"""Lists of two levels."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from rapport.edition.blocks.bullets import Bullets, Item
from rapport.edition.text import words
from rapport.look.grid import Strip
from rapport.look.length import Pt
from rapport.look.type_style import TypeStyle
from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.blocks.setting import Voice, list_title, text_boxes
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import KEEP, Box, Glue, VerticalItem, abreast, paragraph, stacked
from rapport.render.pdf.tags.element import Element


def set_bullets(context: Context, block: Bullets, room: Room) -> tuple[Galley, ...]:
    """A list in prose; its title, where it has one, in the margin beside the first item."""
    title = list_title(context, block.title, context.look.grid.margin, room.element)
    items = list_items(context, block.items, room)
    if not title or not block.items:
        return (Galley(room.lane, items),)
    first, opening = next((place, item) for place, item in enumerate(items) if isinstance(item, Box))
    beside = abreast((stacked(title), opening))
    return (Galley("full", (Glue(context.look.gaps.large), beside, *items[first + 1 :])),)


def list_items(context: Context, items: Sequence[Item], room: Room) -> tuple[VerticalItem, ...]:
    """The items of a list and their sub-items."""
    style = context.look.type.list_item
    outer = _list(room.element)
    vertical: list[VerticalItem] = []
    for item in items:
        body, boxes = _item(context, item, replace(room, element=outer))
        vertical += [Glue(style.space_after), *paragraph(boxes)]
        if item.children:
            inner = replace(room, strip=_indented(context, room.strip), element=_list(body))
            vertical.append(KEEP)
            for child in item.children:
                _, boxes = _item(context, Item(child), inner)
                vertical += [Glue(style.space_after / 2), *paragraph(boxes)]
    return (*vertical, Glue(context.look.gaps.small))


def _item(context: Context, item: Item, room: Room) -> tuple[Element, tuple[Box, ...]]:
    """An item's body in the structure, and its lines, the marker beside the first one.

    Words that a list follows have an element of their own, which takes its place before that of the list.
    """
    style = context.look.type.list_item
    entry = room.element.child("LI")
    label, body = entry.child("Lbl"), entry.child("LBody")
    marker = _marker(context, Voice(style, room.strip, label))
    said = body.child("P") if item.children else body
    boxes = text_boxes(context, item.text, Voice(style, _indented(context, room.strip), said))
    return body, (abreast((marker, boxes[0])), *boxes[1:]) if boxes else ()


def _list(parent: Element) -> Element:
    return parent.child("L").annotate("List", ListNumbering="Disc")


def _marker(context: Context, voice: Voice) -> Box:
    style: TypeStyle = replace(voice.style, hyphenate=False)
    return text_boxes(context, words(context.look.list.marker), replace(voice, style=style))[0]


def _indented(context: Context, strip: Strip) -> Strip:
    indent = context.look.list.indent
    return Strip(Pt(strip.x + indent), Pt(strip.width - indent))
