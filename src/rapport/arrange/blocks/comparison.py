"""Things side by side, a column each."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.blocks.below import with_callouts
from rapport.arrange.fitting import common_step, evenly, filled, fit, fits, floor_step
from rapport.arrange.mark import mark, mark_width
from rapport.arrange.page import Page, box, heading, kicker
from rapport.arrange.piece import Piece, Pieces, set_at, size_at
from rapport.arrange.studio import Studio
from rapport.arrange.topic import Topic
from rapport.edition.blocks.figures import Comparison, Side
from rapport.look.box import Box
from rapport.look.grid import Strip
from rapport.slides.elements import Element, Place, Rule, TextBox
from rapport.slides.paragraph import Paragraph

GUTTER = 32
TITLE_LINES = 2
LEAST_ON_ONE_LINE = 24
"""Points below which a title takes a second line rather than be set smaller."""
HEAD_GAP = 5
"""From the rule to the title under it."""
ITEM_SPACE = 28
"""White between two items, a hairline in its middle."""
_PLACES: tuple[Place, ...] = ("body", "second", "third")


class Sheet(Struct, frozen=True):
    """A comparison and the geometry common to its sides: their strips, where titles, details and items stand.

    `item_step` is None where the items fit at no step.
    """

    comparison: Comparison
    strips: tuple[Strip, ...]
    top: float
    title_step: int
    detail_y: float
    details_below: bool
    items_y: float
    items_bottom: float
    item_step: int | None = None


def compose(subject: Comparison, topic: Topic, studio: Studio) -> tuple[Page, ...]:
    """The items on as few slides as hold them, callouts under the last."""
    return with_callouts(lambda room: _pages(subject, room, topic, studio), topic, studio)


def _pages(comparison: Comparison, room: Box, topic: Topic, studio: Studio) -> tuple[Page, ...]:
    """The remark stands under the last items, or alone on a slide where they leave it no room."""
    longest = max((len(side.items) for side in comparison.sides), default=0)
    for count in range(1, max(1, longest) + 1):
        sheets = tuple(_sheet(part, room, studio) for part in _parts(comparison, count))
        if all(sheet.item_step is not None for sheet in sheets):
            return tuple(_page(sheet, topic, studio) for sheet in sheets)
    if comparison.remark:
        remark = TextBox(
            studio.names("remark"), room, fit((Piece(comparison.remark, "body", colour="grey"),), room, studio), "body"
        )
        alone = Page("content", heading(studio.look), (*kicker(topic.kicker, studio), remark))
        return (*_pages(replace(comparison, remark=()), room, topic, studio), alone)
    sheets = tuple(_sheet(part, room, studio) for part in _parts(comparison, max(1, longest)))
    return tuple(_page(sheet, topic, studio) for sheet in sheets)


def _parts(comparison: Comparison, count: int) -> Iterator[Comparison]:
    """The comparison in `count` parts, each with all sides and a share of their items; the remark ends the last."""
    shares = [tuple(evenly(side.items, count)) for side in comparison.sides]
    for index in range(count):
        sides = (replace(side, items=share[index]) for side, share in zip(comparison.sides, shares, strict=True))
        yield Comparison(tuple(sides), comparison.remark if index == count - 1 else ())


def _sheet(comparison: Comparison, room: Box, studio: Studio) -> Sheet:
    look = studio.look
    strips = look.grid.split(max(1, len(comparison.sides)), GUTTER)
    titles = tuple(_title(side) for side in comparison.sides)
    step = _title_step(titles, strips[0], studio)
    height = max((studio.measure.height(set_at(step, title, look), strips[0].width) for title in titles), default=0.0)
    detail_y = room.y + HEAD_GAP + height
    below = not all(_detail_fits(side, strips[0], studio) for side in comparison.sides)
    has_detail = any(side.detail or side.status.key for side in comparison.sides)
    lines = 2 if below else int(has_detail)
    items_y = detail_y + lines * look.type.body.leading + look.gaps.large
    bottom = room.bottom - _remark_height(comparison, room, studio)
    sheet = Sheet(comparison, strips, room.y, step, detail_y, below, items_y, bottom)
    return replace(sheet, item_step=_item_step(sheet, studio))


def _title_step(titles: tuple[Pieces, ...], strip: Strip, studio: Studio) -> int:
    """The step of all titles: on one line each where that leaves them large, else on two."""
    leading = studio.look.type.column_title.leading
    one, two = ([(title, strip.box(0, lines * leading)) for title in titles] for lines in (1, TITLE_LINES))
    step = common_step(one, studio)
    if step is not None and size_at(step, "column_title", studio.look) >= LEAST_ON_ONE_LINE:
        return step
    step = common_step(two, studio)
    return floor_step(two, studio) if step is None else step


def _item_step(sheet: Sheet, studio: Studio) -> int | None:
    """The first step at which all items fit; the next one, where only there every face breaks them alike."""
    step = common_step(_item_parts(sheet), studio)
    if step is None:
        return None
    return next((each for each in (step, step + 1) if _broken_alike(replace(sheet, item_step=each), studio)), step)


def _broken_alike(sheet: Sheet, studio: Studio) -> bool:
    """Whether every item takes as many lines in the charter's face as in its substitute."""
    measure = studio.measure
    return all(
        measure.lines(item, strip.width) == measure.own_lines(item, strip.width)
        for side, strip in _sided(sheet)
        for item in _set_items(side, sheet, studio)
    )


def _item_parts(sheet: Sheet) -> list[tuple[Pieces, Box]]:
    return [(_items(side), _items_box(strip, sheet)) for side, strip in _sided(sheet)]


def _set_items(side: Side, sheet: Sheet, studio: Studio) -> tuple[Paragraph, ...]:
    """The items of a side, at their floor where they fit at no step."""
    step = floor_step(_item_parts(sheet), studio) if sheet.item_step is None else sheet.item_step
    return set_at(step, _items(side), studio.look)


def _page(sheet: Sheet, topic: Topic, studio: Studio) -> Page:
    elements: list[Element] = [*kicker(topic.kicker, studio)]
    for index, (side, strip) in enumerate(_sided(sheet)):
        place: Place = _PLACES[index] if index < len(_PLACES) else ""
        elements += _side(side, strip, place, sheet, studio)
    elements += _remark(sheet, studio)
    return Page("columns", heading(studio.look), tuple(elements))


def _side(side: Side, strip: Strip, place: Place, sheet: Sheet, studio: Studio) -> Iterator[Element]:
    look = studio.look
    yield Rule(strip.box(sheet.top, 0), look.rules.strong.weight, look.rules.strong.colour)
    title = strip.box(sheet.top + HEAD_GAP, sheet.detail_y - sheet.top - HEAD_GAP)
    yield TextBox(studio.names("column-title"), title, set_at(sheet.title_step, _title(side), look))
    line = strip.box(sheet.detail_y, look.type.body.leading)
    yield from mark(side.status, line, studio)
    if side.detail:
        room = line.moved(dy=line.height) if sheet.details_below else _beside_mark(side, line, studio)
        yield filled(TextBox(studio.names("detail"), room, (), anchor="middle"), _detail(side), studio)
    paragraphs = _set_items(side, sheet, studio)
    if paragraphs:
        yield from _hairlines(paragraphs, strip, sheet, studio)
        yield TextBox(studio.names("points"), _items_box(strip, sheet), paragraphs, place)


def _detail(side: Side) -> Pieces:
    return (Piece(side.detail, "body", colour="grey"),)


def _detail_fits(side: Side, strip: Strip, studio: Studio) -> bool:
    """Whether the detail stands on one line with the status."""
    line = strip.box(0, studio.look.type.body.leading)
    return not side.detail or fits(_detail(side), _beside_mark(side, line, studio), studio)


def _beside_mark(side: Side, line: Box, studio: Studio) -> Box:
    shift = mark_width(side.status, studio) + studio.look.gaps.medium if side.status.key else 0.0
    return box(line.x + shift, line.y, line.width - shift, line.height)


def _hairlines(paragraphs: tuple[Paragraph, ...], strip: Strip, sheet: Sheet, studio: Studio) -> Iterator[Element]:
    """Between items, unless another face would break them elsewhere: a rule must not run through a text."""
    measure, rule = studio.measure, studio.look.rules.hairline
    if not _broken_alike(sheet, studio):
        yield Rule(strip.box(sheet.items_y, 0), rule.weight, rule.colour)
        return
    y = sheet.items_y
    for index, item in enumerate(paragraphs):
        yield Rule(strip.box(y, 0), rule.weight, rule.colour)
        before = item.space_before / 2 if index else ITEM_SPACE / 2
        after = paragraphs[index + 1].space_before / 2 if index + 1 < len(paragraphs) else ITEM_SPACE / 2
        y += before + measure.lines(item, strip.width) * item.leading + after
    yield Rule(strip.box(y, 0), rule.weight, rule.colour)


def _remark(sheet: Sheet, studio: Studio) -> Iterator[Element]:
    """Under the longest side, in grey."""
    if sheet.comparison.remark:
        full, gap = studio.look.grid.full, studio.look.gaps.large
        height = _remark_height(sheet.comparison, full.box(0, 0), studio) - gap
        place = full.box(min(sheet.items_bottom, _items_end(sheet, studio)) + gap, height)
        piece = Piece(sheet.comparison.remark, "body", colour="grey")
        yield filled(TextBox(studio.names("remark"), place, ()), (piece,), studio)


def _items_end(sheet: Sheet, studio: Studio) -> float:
    heights = [
        studio.measure.height(_set_items(side, sheet, studio), strip.width) + ITEM_SPACE
        for side, strip in _sided(sheet)
        if side.items
    ]
    return sheet.items_y + max(heights, default=0.0)


def _remark_height(comparison: Comparison, room: Box, studio: Studio) -> float:
    if not comparison.remark:
        return 0.0
    paragraphs = set_at(0, (Piece(comparison.remark, "body"),), studio.look)
    return studio.measure.height(paragraphs, room.width) + studio.look.gaps.large


def _sided(sheet: Sheet) -> Iterator[tuple[Side, Strip]]:
    return zip(sheet.comparison.sides, sheet.strips, strict=True)


def _title(side: Side) -> Pieces:
    return (Piece(side.title, "column_title"),)


def _items(side: Side) -> Pieces:
    return tuple(Piece(item, "list_item", space=ITEM_SPACE) for item in side.items)


def _items_box(strip: Strip, sheet: Sheet) -> Box:
    return strip.box(sheet.items_y + ITEM_SPACE / 2, max(0.0, sheet.items_bottom - sheet.items_y - ITEM_SPACE / 2))
