"""Figures shown large: in the margin beside prose, or as a band over the full width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import KeyFigure, KeyFigures
from rapport.edition.text import Span, Text, words
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.line import Run
from rapport.look.geometry import Pt, Rule
from rapport.look.grid import Columns, GridStrip
from rapport.look.type_style import TypeStyle
from rapport.render.pdf.blocks.context import BlockContext, Room, ink
from rapport.render.pdf.blocks.setting import (
    BlockVoice,
    line_boxes,
    on_ground,
    rule_box,
    set_source,
    status_box,
    text_boxes,
)
from rapport.render.pdf.composer.vertical import (
    KEEP,
    BoxGround,
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
from rapport.render.pdf.display.item import Printed, line_across

RULE_GAP = 3.0
"""Between the rule of a tile and what stands under it."""
ABREAST = 3
"""Tiles of a row above prose: two columns of the page each."""
DATE = re.compile(r"(\D.*|[0-9]{1,2}(?:er)?[ \u00a0].*)[ \u00a0]([0-9]{4})")
"""What comes before a year, and the year."""
STEPS = (1.0, 0.85, 0.7, 0.6, 0.5)
"""How far a number is reduced, as shares of its size, before it is broken over lines."""


class TileType(Struct, frozen=True):
    """The styles of a tile."""

    qualifier: TypeStyle
    figure: TypeStyle
    unit: TypeStyle
    label: TypeStyle
    status: TypeStyle


def set_key_figures(context: BlockContext, block: KeyFigures, room: Room) -> tuple[Galley, ...]:
    """The tiles, as their role wants."""
    block = replace(block, figures=tuple(map(_dated, block.figures)))
    if block.role == "main":
        return _band(context, block, room)
    return (_abreast if context.close else _aside)(context, block, room)


def _aside(context: BlockContext, block: KeyFigures, room: Room) -> tuple[Galley, ...]:
    """Tiles one under the other in the margin, each kept whole."""
    strip = context.look.grid.margin
    styles = _like(context, block.figures, _aside_type(context), strip.width)
    title = _title(context, block.title, Room("margin", strip, room.element))
    tiles: list[tuple[VerticalItem, ...]] = []
    parent = _list(room.element)
    for number, figure in enumerate(block.figures):
        rules = context.look.rules
        tile = _tile(context, figure, styles, Room("margin", strip, parent))
        rule = rule_box(rules.hairline if number else rules.strong, strip)
        above = (Glue(context.look.gaps.medium + context.look.gaps.small),) if number else ()
        tiles.append((*above, *whole((rule, Glue(RULE_GAP), *tile))))
    source = set_source(context, block.source, room.element, strip)
    return (Galley("margin", (*title, *coupled(tiles), *source, Glue(context.look.gaps.large))),)


def _aside_type(context: BlockContext) -> TileType:
    styles = context.look.type
    return TileType(
        styles.key_figure_qualifier,
        replace(styles.key_figure, display=True),
        styles.key_figure_unit,
        styles.key_figure_label,
        styles.status,
    )


def _abreast(context: BlockContext, block: KeyFigures, room: Room) -> tuple[Galley, ...]:
    """Tiles that would stand in the margin, side by side above the prose instead."""
    gaps, grid = context.look.gaps, context.look.grid
    title = _title(context, block.title, Room("full", grid.full, room.element))
    rows = _rows(context, block.figures, _aside_type(context), _list(room.element))
    band = Galley("full", (Glue(gaps.medium), *title, *rows, Glue(gaps.medium)))
    source = set_source(context, block.source, room.element, grid.margin)
    return (band, Galley("margin", (*source, Glue(gaps.small)))) if source else (band,)


def _rows(
    context: BlockContext, figures: Sequence[KeyFigure], styles: TileType, parent: Element
) -> tuple[VerticalItem, ...]:
    """Tiles in rows over the columns of the page."""
    grid, most = context.look.grid, min(ABREAST, context.look.key_figures.columns)
    strips = Columns(grid.full, most, grid.gutter).cells()
    styles = _like(context, figures, styles, strips[0].width)
    rows: list[VerticalItem] = []
    for first in range(0, len(figures), most):
        rows += [_row(context, figures[first : first + most], styles, strips, parent), Glue(context.look.gaps.medium)]
    return tuple(rows[:-1])


def _tile(context: BlockContext, figure: KeyFigure, styles: TileType, room: Room) -> tuple[VerticalItem, ...]:
    """Qualifier, number and unit, label, status: an empty qualifier takes no line."""
    element = room.element.child("LI").child("LBody")
    head = _figure_boxes(context, figure, styles, replace(room, element=element))
    label = text_boxes(context, figure.label, BlockVoice(styles.label, room.strip, element.child("P")))
    status = (status_box(context, figure.status, BlockVoice(styles.status, room.strip, element.child("P"))),)
    return *head, Glue(styles.figure.space_after), *label, Glue(styles.label.space_after), *status


def _figure_boxes(context: BlockContext, figure: KeyFigure, styles: TileType, room: Room) -> tuple[VerticalBox, ...]:
    """The qualifier's line, where there is one, and the number with its unit."""
    element = room.element.child("P")
    qualifier = text_boxes(context, words(figure.qualifier), BlockVoice(styles.qualifier, room.strip, element))
    evidence = Printed((figure.evidence.fact,))
    boxes = _number(context, figure, styles, replace(room, element=element))
    return *qualifier, replace(boxes[0], items=(*boxes[0].items, evidence)), *boxes[1:]


def _number(context: BlockContext, figure: KeyFigure, styles: TileType, room: Room) -> tuple[VerticalBox, ...]:
    """Number and unit on one line, or the unit under the number where that line would be too wide."""
    if not any(map(str.isdigit, figure.number)):
        return _in_words(context, figure, styles, room)
    number = figure.set_alone(figure.evidence)
    voice = BlockVoice(styles.figure, room.strip, room.element)
    lines = context.typesetter.set(_runs(context, figure, styles), styles.figure, room.strip.width)
    if len(lines) == 1 and not lines[0].overfull:
        return line_boxes(context, (*number, *_unit(figure)), lines, voice)
    under = replace(styles.unit, leading=styles.label.leading * styles.unit.size / styles.label.size)
    unit = text_boxes(context, figure.unit_alone(), replace(voice, style=under))
    return *text_boxes(context, number, voice), *unit


def _in_words(context: BlockContext, figure: KeyFigure, styles: TileType, room: Room) -> tuple[VerticalBox, ...]:
    """Fixed words in place of a number, as large as the numbers beside them, over lines where they are long."""
    text: Text = (Span(figure.number, origin=figure.origin, evidence=figure.evidence), *_unit(figure))
    return text_boxes(context, text, BlockVoice(styles.figure, room.strip, room.element))


def _runs(context: BlockContext, figure: KeyFigure, styles: TileType) -> tuple[Run, ...]:
    number, unit = context.typesetter.runs(figure.set_alone(figure.evidence), styles.figure), _unit(figure)
    return (*number, *(replace(run, tag=None) for run in context.typesetter.runs(unit, styles.unit)))


def _unit(figure: KeyFigure) -> Text:
    return figure.unit_alone(before="\u00a0") if figure.unit else ()


def _dated(figure: KeyFigure) -> KeyFigure:
    """A date keeps the size of other figures: its year is the number, what stands before it joins the qualifier."""
    match = DATE.fullmatch(figure.number) if not figure.unit else None
    if match is None:
        return figure
    before = f"{figure.qualifier} {match[1]}" if figure.qualifier else match[1]
    return replace(figure, qualifier=before, number=match[2])


def _like(context: BlockContext, figures: Iterable[KeyFigure], styles: TileType, width: float) -> TileType:
    """The styles with numbers reduced alike until the widest figure fits a line, fixed words in place of one too."""
    numbers = [figure.set_alone(None) for figure in figures]
    least = max(0.75, styles.label.size / styles.unit.size)  # a unit is read as well as its label, large print included
    for step in STEPS:
        figure, unit = _reduced(styles.figure, step), _reduced(styles.unit, min(1, max(step, least)))
        reduced = replace(styles, figure=replace(figure, leading=styles.figure.leading), unit=unit)
        if all(context.typesetter.width(number, figure) <= width for number in numbers):
            break
    return reduced


def _reduced(style: TypeStyle, step: float) -> TypeStyle:
    return replace(style, size=Pt(style.size * step), leading=Pt(style.leading * step))


def _band(context: BlockContext, block: KeyFigures, room: Room) -> tuple[Galley, ...]:
    """Tiles in rows on a ground from edge to edge; numbers, labels and statuses are level within a row."""
    look, gaps, grid = context.look.key_figures, context.look.gaps, context.look.grid
    title = _title(context, block.title, Room("full", grid.full, room.element))
    parent, styles = _list(room.element), context.look.type
    tile_type = TileType(
        styles.key_figure_qualifier,
        replace(styles.band_figure, display=True),
        styles.band_unit,
        styles.band_label,
        styles.status,
    )
    rows_needed = -(-len(block.figures) // look.columns)
    per_row = -(-len(block.figures) // max(1, rows_needed))  # six figures make two rows of three, not four and two
    strips = Columns(grid.full, max(per_row, look.columns - 1), look.gutter).cells()
    tile_type = _like(context, block.figures, tile_type, strips[0].width)
    rows: list[VerticalItem] = []
    for first in range(0, len(block.figures), per_row):
        rows += [_row(context, block.figures[first : first + per_row], tile_type, strips, parent), Glue(look.row_gap)]
    ground = BoxGround(0.0, grid.width, look.ground)
    boxes = (VerticalBox(look.padding.top), *title, *rows[:-1], VerticalBox(look.padding.bottom))
    band = whole(on_ground(boxes, ground))
    source = set_source(context, block.source, room.element, grid.full)
    return (Galley("full", (Glue(gaps.large), *band, Glue(gaps.small), *source, Glue(gaps.large))),)


def _row(
    context: BlockContext, figures: Sequence[KeyFigure], styles: TileType, strips: Sequence[GridStrip], parent: Element
) -> VerticalBox:
    rule = context.look.rules.strong
    tiles = [
        _level_tile(context, figure, styles, Room("full", strip, parent))
        for figure, strip in zip(figures, strips, strict=False)
    ]
    tallest = max(tile[0].height for tile in tiles)
    gaps = context.look.gaps
    height = tallest + (gaps.small / 2 if context.close else gaps.medium)
    return abreast(
        _ruled(stacked((tile, VerticalBox(height - tile.height), status)), rule, strip)
        for (tile, status), strip in zip(tiles, strips, strict=False)
    )


def _ruled(tile: VerticalBox, rule: Rule, strip: GridStrip) -> VerticalBox:
    return replace(lowered(tile, RULE_GAP), items=(line_across(strip.x, 0.0, strip.width, ink(rule)),))


def _level_tile(
    context: BlockContext, figure: KeyFigure, styles: TileType, room: Room
) -> tuple[VerticalBox, VerticalBox]:
    """The tile without its status, with an empty line for a lacking qualifier; and its status."""
    items = _tile(context, figure, styles, room)
    status = items[-1]
    top = () if figure.qualifier else (VerticalBox(styles.qualifier.leading),)
    assert isinstance(status, VerticalBox)
    return stacked((*top, *items[:-2])), status


def _title(context: BlockContext, title: Text, room: Room) -> tuple[VerticalItem, ...]:
    boxes = text_boxes(
        context, title, BlockVoice(context.look.type.kicker, room.strip, room.element.child(context.subheading))
    )
    return (*whole(boxes), Glue(12.0), KEEP) if boxes else ()


def _list(parent: Element) -> Element:
    return parent.child("L").annotate("List", ListNumbering="None")
