"""Cards of people, three abreast: portrait or initials, name and how it is said, office, position."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.edition.blocks.figures import People, Person
from rapport.edition.text import words
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Box, Pt
from rapport.look.grid import Columns, GridStrip
from rapport.render.pdf.blocks.context import BlockContext, Room
from rapport.render.pdf.blocks.opening import heading
from rapport.render.pdf.blocks.setting import BlockVoice, rule_box, text_boxes
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import KEEP, Child, Glue, VerticalBox, VerticalItem, abreast, stacked, whole
from rapport.render.pdf.display.item import PictureMark, ShapeInk, rectangle

ABREAST = 3
WIDTH, HEIGHT = 48.0, 64.0
"""A portrait of three to four, in points."""


def set_people(context: BlockContext, block: People, room: Room) -> tuple[Galley, ...]:
    """The cards in rows that no page divides."""
    grid, gaps = context.look.grid, context.look.gaps
    above = heading(context, block.message, replace(room, lane="full", strip=grid.full))
    style = context.look.type.table_title
    title = text_boxes(context, block.title, BlockVoice(style, grid.full, room.element.child(context.subheading)))
    strips = Columns(grid.full, ABREAST, grid.gutter).cells()
    rows: list[VerticalItem] = []
    for first in range(0, len(block.people), ABREAST):
        cards = block.people[first : first + ABREAST]
        row = (_card(context, person, replace(room, strip=strip)) for person, strip in zip(cards, strips, strict=False))
        rows += [
            rule_box(context.look.rules.hairline, grid.full),
            KEEP,
            Glue(gaps.small),
            abreast(row),
            Glue(gaps.medium),
        ]
    head = (*whole(title), Glue(style.space_after), KEEP) if title else ()
    return (Galley("full", (*(above or (Glue(gaps.large),)), *head, *rows, Glue(gaps.large))),)


def _card(context: BlockContext, person: Person, room: Room) -> VerticalBox:
    """The portrait, an ornament beside the name, then the words."""
    styles, strip, element = context.look.type, room.strip, room.element.child("Div")
    beside = GridStrip(Pt(strip.x + WIDTH + context.look.gaps.small), Pt(strip.width - WIDTH - context.look.gaps.small))
    initials = None if person.portrait else element.child("P")
    name = replace(styles.table_cell, weight="bold")
    grey = replace(styles.table_cell, colour="grey")
    texts = ((person.name, name), (person.said, grey), (person.office, styles.table_cell), (person.position, grey))
    boxes = tuple(
        box
        for text, style in texts
        if text
        for box in text_boxes(context, text, BlockVoice(style, beside, element.child("P")))
    )
    return abreast((_portrait(context, person, GridStrip(strip.x, Pt(WIDTH)), initials), stacked(boxes)))


def _portrait(context: BlockContext, person: Person, strip: GridStrip, element: Element | None) -> VerticalBox:
    """The portrait as large as its frame allows; initials in the frame where there is none."""
    if element is None and person.portrait is not None:
        portrait = person.portrait
        scale = min(WIDTH / portrait.width, HEIGHT / portrait.height)
        area = Box(strip.x, Pt(0), Pt(portrait.width * scale), Pt(portrait.height * scale))
        return VerticalBox(HEIGHT, (PictureMark(portrait, area),))
    style = replace(context.look.type.heading_3, align="centre")
    letters = stacked(text_boxes(context, words(person.initials), BlockVoice(style, strip, element)))
    frame = rectangle(Box(strip.x, Pt(0), Pt(WIDTH), Pt(HEIGHT)), ShapeInk("tint"))
    return VerticalBox(HEIGHT, (frame,), children=(Child((HEIGHT - letters.height) / 2, letters),))
