"""Pictures placed by their proportions; people with their portraits."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from rapport.edition.blocks.figures import Image
from rapport.edition.blocks.surroundings import People, Person
from rapport.edition.text import words
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Box, Pt
from rapport.look.grid import Columns, GridStrip
from rapport.render.pdf.blocks.context import BlockContext, Room
from rapport.render.pdf.blocks.opening import heading
from rapport.render.pdf.blocks.setting import BlockVoice, rule_box, set_source, text_boxes
from rapport.render.pdf.composer.vertical import (
    KEEP,
    Child,
    Galley,
    Glue,
    VerticalBox,
    VerticalItem,
    abreast,
    stacked,
    whole,
)
from rapport.render.pdf.display.item import FigureExtent, PictureMark, ShapeInk, rectangle

HIGHEST = 0.6
"""Share of the page a picture may take."""
BROAD, TALL = 1.9, 0.95
"""Proportions of width to height: from the first on a picture crosses the page, under the second it stands upright."""


def set_image(context: BlockContext, block: Image, room: Room) -> tuple[Galley, ...]:
    """A broad picture over the full width, its caption under it; others in the text column, the caption beside them."""
    return (_across if is_broad(block) else _beside_caption)(context, block, room)


def set_upright(context: BlockContext, block: Image, room: Room) -> tuple[Galley, ...]:
    """A tall picture in the margin, beside the prose that follows it."""
    margin = context.look.grid.margin
    title = _title(context, block, room, margin)
    picture = _picture(context, block, room, margin)
    kept = whole((rule_box(context.look.rules.strong, margin), Glue(context.look.gaps.small), *title, *picture))
    return (Galley("margin", (*kept, Glue(context.look.gaps.large))),)


def set_pair(context: BlockContext, blocks: Sequence[Image], room: Room) -> tuple[Galley, ...]:
    """Two pictures side by side, three columns each, tops level whether or not both have a message."""
    grid, gaps = context.look.grid, context.look.gaps
    strips = Columns(grid.full, len(blocks), grid.gutter).cells()
    set_ = [
        (stacked(_title(context, block, room, strip)), _picture(context, block, room, strip))
        for block, strip in zip(blocks, strips, strict=True)
    ]
    highest = max(title.height for title, _ in set_)
    under = context.look.type.chart_title.space_after if highest else 0.0
    sides = [stacked(whole((title, Glue(highest - title.height + under), *drawn))) for title, drawn in set_]
    rule = rule_box(context.look.rules.strong, grid.full)
    return (Galley("full", (Glue(gaps.large), *whole((rule, Glue(gaps.small), abreast(sides))), Glue(gaps.large))),)


def is_upright(block: Image) -> bool:
    """Whether a block is a picture that is higher than wide."""
    return _proportion(block) < TALL


def is_broad(block: Image) -> bool:
    """Whether a picture is made to cross the page."""
    return _proportion(block) >= BROAD


def _proportion(block: Image) -> float:
    return block.picture.width / block.picture.height


def _title(context: BlockContext, block: Image, room: Room, strip: GridStrip) -> tuple[VerticalItem, ...]:
    style = context.look.type.chart_title
    boxes = text_boxes(context, block.message, BlockVoice(style, strip, room.element.child("P")))
    return (*boxes, Glue(style.space_after)) if boxes else ()


def _across(context: BlockContext, block: Image, room: Room) -> tuple[Galley, ...]:
    grid, gaps = context.look.grid, context.look.gaps
    above = heading(context, block.message, replace(room, lane="full", strip=grid.full))
    title = () if above else (rule_box(context.look.rules.strong, grid.full), Glue(gaps.small))
    named = () if above else _title(context, block, room, grid.full)
    kept = whole((*title, *named, *_picture(context, block, room, grid.full)))
    return (Galley("full", (*(above or (Glue(gaps.large),)), *kept, Glue(gaps.large))),)


def _beside_caption(context: BlockContext, block: Image, room: Room) -> tuple[Galley, ...]:
    """The picture as wide as the text column, less where it would be too high; decorative ones are artifacts."""
    grid, gaps = context.look.grid, context.look.gaps
    above = heading(context, block.message, replace(room, lane="full", strip=grid.full))
    title = () if above else _title(context, block, room, grid.margin)
    element, parent = _figure(block, room)
    area = _area(context, block, grid.text)
    caption = text_boxes(
        context, block.caption, BlockVoice(context.look.type.chart_measure, grid.margin, parent.child("P"))
    )
    body = abreast((stacked((*title, *caption)), _drawn(block, element, area)))
    rule = () if above else (rule_box(context.look.rules.strong, grid.full), Glue(gaps.small))
    kept = whole((*rule, body, *set_source(context, block.source, room.element, grid.text)))
    return (Galley("full", (*(above or (Glue(gaps.large),)), *kept, Glue(gaps.large))),)


def _picture(context: BlockContext, block: Image, room: Room, strip: GridStrip) -> tuple[VerticalItem, ...]:
    """The picture over its caption and credit."""
    element, parent = _figure(block, room)
    style = replace(context.look.type.chart_measure, space_after=Pt(0))
    drawn = _drawn(block, element, _area(context, block, strip))
    caption = text_boxes(context, block.caption, BlockVoice(style, strip, parent.child("P")))
    credit = set_source(context, block.source, room.element, strip)
    return drawn, KEEP, Glue(context.look.gaps.small), *caption, *credit


def _figure(block: Image, room: Room) -> tuple[Element | None, Element]:
    """The picture's element, None for a decorative one, and what its caption belongs to."""
    element = room.element.child("Figure", alt=block.alternative) if block.alternative else None
    return element, element.child("Caption") if element is not None and block.caption else room.element


def _area(context: BlockContext, block: Image, strip: GridStrip) -> Box:
    grid = context.look.grid
    highest = HIGHEST * (grid.content_bottom - grid.margins.top)
    scale = min(strip.width / block.picture.width, highest / block.picture.height)
    return Box(strip.x, Pt(0), Pt(block.picture.width * scale), Pt(block.picture.height * scale))


def _drawn(block: Image, element: Element | None, area: Box) -> VerticalBox:
    extent = (FigureExtent(element, area, block.origin),) if element is not None else ()
    return VerticalBox(area.height, (PictureMark(block.picture, area, element, block.origin), *extent))


# Cards of people, three abreast: portrait or initials, name and how it is said, office, position.


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
