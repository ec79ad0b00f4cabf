"""Questions and answers, each pair kept whole; small lines under and beside blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.words import Callout, Question, Questions, Quote
from rapport.edition.edition import Block
from rapport.edition.text import Status, Text, words
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Pt
from rapport.look.grid import Columns, GridStrip
from rapport.render.pdf.blocks.context import BlockContext, Room
from rapport.render.pdf.blocks.setting import BlockVoice, rule_box, status_box, status_width, text_boxes
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import KEEP, Glue, VerticalBox, VerticalItem, abreast, height, stacked, whole

# Small lines under and beside blocks: sources, statuses in a row.


def set_source(context: BlockContext, source: Text, parent: Element, strip: GridStrip) -> tuple[VerticalItem, ...]:
    """A source line, kept with what stands above it; empty for an empty source."""
    if not source:
        return ()
    style = context.look.type.source
    boxes = text_boxes(context, source, BlockVoice(style, strip, parent.child("P")))
    return KEEP, Glue(style.space_before), *whole(boxes)


def status_row(context: BlockContext, statuses: Sequence[Status], voice: BlockVoice) -> tuple[VerticalBox, ...]:
    """Statuses side by side, on further lines where one does not hold them; empty for none."""
    gap = 2 * voice.style.size
    rows: list[list[VerticalBox]] = []
    left = voice.strip.x
    for status in statuses:
        width = status_width(context, status, voice.style)
        if not rows or left + width > voice.strip.right:
            rows.append([])
            left = voice.strip.x
        strip = GridStrip(Pt(left), Pt(max(1.0, voice.strip.right - left)))
        rows[-1].append(status_box(context, status, replace(voice, strip=strip)))
        left = Pt(left + width + gap)
    return tuple(abreast(row) for row in rows)


def set_questions(context: BlockContext, block: Questions, room: Room) -> tuple[Galley, ...]:
    """The pairs, a hairline above each."""
    pairs = [item for question in block.items for item in _pair(context, question, room)]
    return (Galley(room.lane, (Glue(context.look.gaps.small), *pairs)),)


def _pair(context: BlockContext, question: Question, room: Room) -> tuple[VerticalItem, ...]:
    styles = context.look.type
    asked = text_boxes(
        context, question.question, BlockVoice(styles.question, room.strip, room.element.child(context.subheading))
    )
    answer = [
        box
        for text in (question.answer, *question.more)
        for box in text_boxes(context, text, BlockVoice(styles.answer, room.strip, room.element.child("P")))
    ]
    rule = rule_box(context.look.rules.hairline, room.strip)
    kept = whole((rule, Glue(styles.question.space_before), *asked, Glue(styles.question.space_after), *answer))
    return *kept, Glue(styles.answer.space_after)


class SpeakingHalves(Struct, frozen=True):
    """Quotes, perhaps with what not to say, and the questions that follow them."""

    said: tuple[Block, ...]
    asked: Questions


def paired(blocks: Sequence[Block]) -> Iterator[Block | SpeakingHalves]:
    """The blocks, with each run of quotes that questions follow as one."""
    said: list[Block] = []
    for block in blocks:
        if isinstance(block, Questions) and said:
            yield SpeakingHalves(tuple(said), block)
            said = []
        elif isinstance(block, Quote) or (isinstance(block, Callout) and said):
            said.append(block)
        else:
            yield from said
            said = []
            yield block
    yield from said


def set_halves(context: BlockContext, left: Iterator[Galley], right: Iterator[Galley], element: Element) -> Galley:
    """Two halves under one strong rule, each under its heading; one after the other where a page cannot hold both.

    So are they too where large type leaves no room for two columns.

    The halves are set here, one after the other: the structure is read in this order.
    """
    grid, gaps, strips = context.look.grid, context.look.gaps, half_strips(context)
    columns: list[list[VerticalItem]] = []
    for name, strip, half in zip(HEADINGS, strips, (left, right), strict=True):
        head = _heading(context, name, strip, element)
        columns.append([head, KEEP, Glue(gaps.medium), *(item for galley in half for item in galley.items)])
    rule = rule_box(context.look.rules.opening, grid.full)
    whole: tuple[VerticalItem, ...] = (abreast((rule, *map(stacked, columns))),)
    if strips[0] == strips[1] or max(map(height, columns)) > grid.content_bottom - grid.margins.top:
        whole = (rule, KEEP, *columns[0], Glue(gaps.large), *columns[1])
    return Galley("full", (Glue(gaps.large), *whole, Glue(gaps.large)))


NARROWEST = 18.0
"""Narrower halves, in sizes of the prose, are no columns to read."""
HEADINGS = ("speaking-points", "questions")
"""The names of the phrases above the halves."""


def half_strips(context: BlockContext) -> tuple[GridStrip, ...]:
    """The two halves of the page; the text column twice where they would be too narrow for the type."""
    grid, body = context.look.grid, context.look.type.body
    left, right = Columns(grid.full, 2, grid.gutter).cells()
    halves = (GridStrip(left.x, Pt(left.width - context.look.gaps.medium)), right)
    return halves if halves[0].width >= NARROWEST * body.size else (grid.text, grid.text)


def half_room(room: Room, strip: GridStrip) -> Room:
    """The same place within a half."""
    return Room("full", strip, room.element)


def _heading(context: BlockContext, name: str, strip: GridStrip, element: Element) -> VerticalBox:
    style = context.look.type.heading_2
    text = words(context.furniture(name))
    boxes = text_boxes(context, text, BlockVoice(style, strip, element.child(context.subheading)))
    return stacked((VerticalBox(style.space_before), *boxes))
