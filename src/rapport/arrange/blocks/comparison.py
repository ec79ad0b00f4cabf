"""Things side by side, a column each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapport.arrange.blocks.below import with_callouts
from rapport.arrange.fitting import common_step, evenly, filled, floor_step
from rapport.arrange.frame import heading, kicker
from rapport.arrange.mark import mark, mark_width
from rapport.arrange.page import Page, box
from rapport.arrange.piece import Piece, Pieces, set_at
from rapport.arrange.studio import Studio
from rapport.arrange.topic import Topic
from rapport.edition.blocks.comparison import Comparison, Side
from rapport.look.box import Box
from rapport.look.grid import Strip
from rapport.slides.elements import Element, Place, Rule, TextBox
from rapport.slides.paragraph import Paragraph

GUTTER = 32
TITLE_LINES = 2
HEAD_GAP = 5
"""From the rule to the title under it."""
ITEM_SPACE = 28
"""White between two items, a hairline in its middle."""
_PLACES: tuple[Place, ...] = ("body", "second", "third")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The geometry common to all sides: their strips, where titles, details and items stand, and at which steps."""

    strips: tuple[Strip, ...]
    top: float
    title_step: int
    detail_y: float
    items_y: float
    items_bottom: float
    item_step: int


def compose(subject: Comparison, topic: Topic, studio: Studio) -> tuple[Page, ...]:
    """The items on as few slides as hold them, callouts under the last."""
    return with_callouts(lambda room: _pages(subject, room, topic, studio), topic, studio)


def _pages(comparison: Comparison, room: Box, topic: Topic, studio: Studio) -> tuple[Page, ...]:
    longest = max((len(side.items) for side in comparison.sides), default=0)
    for count in range(1, max(1, longest) + 1):
        parts = tuple(_parts(comparison, count))
        sheets = tuple(_sheet(part, room, studio) for part in parts)
        steps = tuple(_item_step(part, sheet, studio) for part, sheet in zip(parts, sheets, strict=True))
        if count >= longest or all(step is not None for step in steps):
            return tuple(
                _page(part, replace(sheet, item_step=_or_floor(step, part, sheet, studio)), topic, studio)
                for part, sheet, step in zip(parts, sheets, steps, strict=True)
            )
    return ()


def _parts(comparison: Comparison, count: int) -> Iterator[Comparison]:
    """The comparison in `count` parts, each with all sides and a share of their items."""
    shares = [tuple(evenly(side.items, count)) for side in comparison.sides]
    for index in range(count):
        sides = (replace(side, items=share[index]) for side, share in zip(comparison.sides, shares, strict=True))
        yield replace(comparison, sides=tuple(sides))


def _sheet(comparison: Comparison, room: Box, studio: Studio) -> Sheet:
    look = studio.look
    strips = look.grid.split(max(1, len(comparison.sides)), GUTTER)
    titles = [_title(side) for side in comparison.sides]
    style = look.type.column_title
    places = [(title, strips[0].box(0, TITLE_LINES * style.leading)) for title in titles]
    step = common_step(places, studio)
    step = floor_step(places, studio) if step is None else step
    height = max((studio.measure.height(set_at(step, title, look), strips[0].width) for title in titles), default=0.0)
    detail_y = room.y + HEAD_GAP + height
    has_detail = any(side.detail or side.status.key for side in comparison.sides)
    items_y = detail_y + (look.type.body.leading if has_detail else 0) + look.gaps.large
    bottom = room.bottom - _remark_height(comparison, room, studio)
    return Sheet(strips, room.y, step, detail_y, items_y, bottom, 0)


def _item_step(comparison: Comparison, sheet: Sheet, studio: Studio) -> int | None:
    return common_step([(_items(side), _items_box(strip, sheet)) for side, strip in _sided(comparison, sheet)], studio)


def _or_floor(step: int | None, comparison: Comparison, sheet: Sheet, studio: Studio) -> int:
    if step is not None:
        return step
    return floor_step([(_items(side), _items_box(strip, sheet)) for side, strip in _sided(comparison, sheet)], studio)


def _page(comparison: Comparison, sheet: Sheet, topic: Topic, studio: Studio) -> Page:
    elements: list[Element] = [*kicker(topic.kicker, studio)]
    for index, (side, strip) in enumerate(_sided(comparison, sheet)):
        place: Place = _PLACES[index] if index < len(_PLACES) else ""
        elements += _side(side, strip, place, sheet, studio)
    elements += _remark(comparison, sheet, studio)
    return Page("columns", heading(studio.look), tuple(elements))


def _side(side: Side, strip: Strip, place: Place, sheet: Sheet, studio: Studio) -> Iterator[Element]:
    look = studio.look
    yield Rule(strip.box(sheet.top, 0), look.rules.strong.weight, look.rules.strong.colour)
    title = strip.box(sheet.top + HEAD_GAP, sheet.detail_y - sheet.top - HEAD_GAP)
    yield TextBox("Titre de colonne", title, set_at(sheet.title_step, _title(side), look))
    line = strip.box(sheet.detail_y, look.type.body.leading)
    yield from mark(side.status, line, studio)
    if side.detail:
        shift = mark_width(side.status, studio) + look.gaps.medium if side.status.key else 0.0
        rest = box(line.x + shift, line.y, line.width - shift, line.height)
        yield filled(
            TextBox("Précision", rest, (), anchor="middle"), (Piece(side.detail, "body", colour="grey"),), studio
        )
    paragraphs = set_at(sheet.item_step, _items(side), look)
    if paragraphs:
        yield from _hairlines(paragraphs, strip, sheet, studio)
        yield TextBox("Points", _items_box(strip, sheet), paragraphs, place)


def _hairlines(paragraphs: tuple[Paragraph, ...], strip: Strip, sheet: Sheet, studio: Studio) -> Iterator[Element]:
    """Between items, unless another face would break them elsewhere: a rule must not run through a text."""
    measure, rule = studio.measure, studio.look.rules.hairline
    if any(measure.lines(item, strip.width) != measure.own_lines(item, strip.width) for item in paragraphs):
        yield Rule(strip.box(sheet.items_y, 0), rule.weight, rule.colour)
        return
    y = sheet.items_y
    for index, item in enumerate(paragraphs):
        yield Rule(strip.box(y, 0), rule.weight, rule.colour)
        before = item.space_before / 2 if index else ITEM_SPACE / 2
        after = paragraphs[index + 1].space_before / 2 if index + 1 < len(paragraphs) else ITEM_SPACE / 2
        y += before + measure.lines(item, strip.width) * item.leading + after
    yield Rule(strip.box(y, 0), rule.weight, rule.colour)


def _remark(comparison: Comparison, sheet: Sheet, studio: Studio) -> Iterator[Element]:
    if comparison.remark:
        full = studio.look.grid.full
        gap = studio.look.gaps.medium
        height = _remark_height(comparison, full.box(0, 1000), studio) - gap
        place = full.box(sheet.items_bottom + gap, height)
        yield filled(TextBox("Remarque", place, ()), (Piece(comparison.remark, "body", colour="grey"),), studio)


def _remark_height(comparison: Comparison, room: Box, studio: Studio) -> float:
    if not comparison.remark:
        return 0.0
    paragraphs = set_at(0, (Piece(comparison.remark, "body"),), studio.look)
    return studio.measure.height(paragraphs, room.width) + studio.look.gaps.medium


def _sided(comparison: Comparison, sheet: Sheet) -> Iterator[tuple[Side, Strip]]:
    return zip(comparison.sides, sheet.strips, strict=True)


def _title(side: Side) -> Pieces:
    return (Piece(side.title, "column_title"),)


def _items(side: Side) -> Pieces:
    return tuple(Piece(item, "list_item", space=ITEM_SPACE) for item in side.items)


def _items_box(strip: Strip, sheet: Sheet) -> Box:
    return strip.box(sheet.items_y + ITEM_SPACE / 2, max(0.0, sheet.items_bottom - sheet.items_y - ITEM_SPACE / 2))
