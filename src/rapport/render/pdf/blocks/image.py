"""Pictures, placed by their proportions: across the page, beside a caption, in the margin beside prose, in pairs."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from rapport.edition.blocks.figures import Image
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Box, Pt
from rapport.look.grid import Columns, GridStrip
from rapport.render.pdf.blocks.context import BlockContext, Room
from rapport.render.pdf.blocks.halves import set_source
from rapport.render.pdf.blocks.opening import heading
from rapport.render.pdf.blocks.setting import BlockVoice, rule_box, text_boxes
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import KEEP, Glue, VerticalBox, VerticalItem, abreast, stacked, whole
from rapport.render.pdf.display.item import FigureExtent, PictureMark

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
    """Two pictures side by side, three columns each, tops level."""
    grid, gaps = context.look.grid, context.look.gaps
    strips = Columns(grid.full, len(blocks), grid.gutter).cells()
    sides = []
    for block, strip in zip(blocks, strips, strict=True):
        title = _title(context, block, room, strip)
        sides.append(stacked(whole((*title, *_picture(context, block, room, strip)))))
    rule = rule_box(context.look.rules.strong, grid.full)
    return (Galley("full", (Glue(gaps.large), *whole((rule, Glue(gaps.small), abreast(sides))), Glue(gaps.large))),)


def is_upright(block: object) -> bool:
    """Whether a block is a picture that is higher than wide."""
    return isinstance(block, Image) and _proportion(block) < TALL


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
