"""A picture, its caption in the margin."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.edition.blocks.figures import Image
from rapport.formats.pdf.tags.element import Element
from rapport.look.box import Box as Area
from rapport.look.length import Pt
from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.blocks.notices import set_source
from rapport.render.pdf.blocks.opening import heading
from rapport.render.pdf.blocks.setting import Voice, rule_box, text_boxes
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import Box, Glue, abreast, stacked, whole
from rapport.render.pdf.display.item import Extent, PictureMark

HIGHEST = 0.6
"""Share of the page a picture may take."""


def set_image(context: Context, block: Image, room: Room) -> tuple[Galley, ...]:
    """The picture as wide as the text column, less where it would be too high; decorative ones are artifacts."""
    grid, gaps, styles = context.look.grid, context.look.gaps, context.look.type
    above = heading(context, block.message, replace(room, lane="full", strip=grid.full))
    voice = Voice(styles.chart_title, grid.margin, room.element.child("P"))
    title = () if above else text_boxes(context, block.message, voice)
    element = room.element.child("Figure", alt=block.alternative) if block.alternative else None
    parent = element.child("Caption") if element is not None and block.caption else room.element
    picture = _picture(block, element, _area(context, block))
    caption = (*title, *text_boxes(context, block.caption, Voice(styles.chart_measure, grid.margin, parent.child("P"))))
    body = abreast((stacked(caption), picture))
    rule = () if above else (rule_box(context.look.rules.strong, grid.full), Glue(gaps.small))
    source = set_source(context, block.source, room.element, grid.text)
    kept = whole((*rule, body, *source))
    return (Galley("full", (*(above or (Glue(gaps.large),)), *kept, Glue(gaps.large))),)


def _area(context: Context, block: Image) -> Area:
    grid = context.look.grid
    highest = HIGHEST * (grid.content_bottom - grid.margins.top)
    scale = min(grid.text.width / block.picture.width, highest / block.picture.height)
    return Area(grid.text.x, Pt(0), Pt(block.picture.width * scale), Pt(block.picture.height * scale))


def _picture(block: Image, element: Element | None, area: Area) -> Box:
    extent = (Extent(element, area, block.origin),) if element is not None else ()
    return Box(area.height, (PictureMark(block.picture, area, element, block.origin), *extent))
