"""Prose in the text column, and things set side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rapport.edition.blocks.figures import Comparison, Side
from rapport.edition.blocks.words import (
    Bullets,
    Callout,
    Item,
    Message,
    Messages,
    Question,
    Questions,
    Quote,
)
from rapport.edition.text import Span, Text, plain, strong, words
from rapport.formats.pdf.tags.tree import Element
from rapport.look.geometry import Pt
from rapport.look.grid import Columns, GridStrip
from rapport.look.type_style import TypeStyle
from rapport.render.pdf.blocks.context import BlockContext, Room
from rapport.render.pdf.blocks.setting import (
    BlockVoice,
    list_title,
    on_ground,
    rule_box,
    set_paragraph_text,
    set_source,
    status_box,
    status_row,
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
    height,
    lowered,
    paragraph,
    stacked,
    whole,
)


def set_quote(context: BlockContext, block: Quote, room: Room) -> tuple[Galley, ...]:
    """A sentence and its attribution, kept together."""
    styles, gaps = context.look.type, context.look.gaps
    element = room.element.child("BlockQuote")
    said = text_boxes(context, block.text, BlockVoice(styles.quote, room.strip, element.child("P")))
    source = text_boxes(context, block.attribution, BlockVoice(styles.source, room.strip, element.child("P")))
    rule = rule_box(context.look.rules.hairline, room.strip)
    kept = whole((rule, Glue(styles.quote.space_before), *said, Glue(styles.quote.space_after), *source))
    return (Galley(room.lane, (Glue(gaps.small), *kept, Glue(gaps.medium - styles.quote.space_after))),)


def set_callout(context: BlockContext, block: Callout, room: Room) -> tuple[Galley, ...]:
    """A heading and its text, kept whole; over the full width the heading runs into the text."""
    look, gaps = context.look.callout, context.look.gaps
    ground = BoxGround(room.strip.x, room.strip.width, look.ground, context.look.rules.callout_bar)
    wide = room.strip.width >= context.look.grid.full.width
    boxes = (_run_in if wide else _headed)(context, block, room)
    kept = whole(on_ground((VerticalBox(look.padding.top), *boxes, VerticalBox(look.padding.bottom)), ground))
    above = gaps.small if wide else gaps.medium
    return (Galley(room.lane, (Glue(above), *kept, Glue(gaps.medium))),)


def _headed(context: BlockContext, block: Callout, room: Room) -> tuple[VerticalItem, ...]:
    style, strip = context.look.type.callout, _inner(context, room.strip)
    title = text_boxes(context, strong(block.title), BlockVoice(style, strip, room.element.child("P")))
    return *title, *text_boxes(context, block.text, BlockVoice(style, strip, room.element.child("P")))


def _run_in(context: BlockContext, block: Callout, room: Room) -> tuple[VerticalItem, ...]:
    stop = "" if not block.title or plain(block.title)[-1:] in ".!?…:" else "."
    head: Text = strong((*block.title, Span(f"{stop} "))) if block.title else ()
    voice = BlockVoice(context.look.type.callout, _inner(context, room.strip), room.element.child("P"))
    return text_boxes(context, (*head, *block.text), voice)


def _inner(context: BlockContext, strip: GridStrip) -> GridStrip:
    padding = context.look.callout.padding
    return GridStrip(Pt(strip.x + padding.left), Pt(strip.width - padding.left - padding.right))


NUMBER_WIDTH = 36.0
"""From the left of a message's number to the left of its text."""


def set_messages(context: BlockContext, block: Messages, room: Room) -> tuple[Galley, ...]:
    """The messages, each kept whole."""
    kicker = context.look.type.kicker
    heading = text_boxes(
        context, block.title, BlockVoice(kicker, context.look.grid.margin, room.element.child(context.subheading))
    )
    parent = room.element.child("L").annotate("List", ListNumbering="Decimal")
    items: list[tuple[VerticalItem, ...]] = []
    for number, message in enumerate(block.items, start=1):
        body = _message(context, message, number, Room(room.lane, context.look.grid.text, parent.child("LI")))
        beside = lowered(stacked(heading), context.look.gaps.small) if number == 1 else VerticalBox(0.0)
        ruled = abreast((rule_box(context.look.rules.hairline, context.look.grid.text), beside, body))
        items.append((ruled, Glue(context.look.type.message_text.space_after)))
    source = set_source(context, block.source, room.element, context.look.grid.text)
    gaps = context.look.gaps
    listed = (Glue(gaps.large), *coupled(items), *source, Glue(gaps.medium if source else 0.0))
    return (Galley("full", listed),)


def _message(context: BlockContext, message: Message, number: int, room: Room) -> VerticalBox:
    styles, strip = context.look.type, room.strip
    label, element = room.element.child("Lbl"), room.element.child("LBody")
    width = max(NUMBER_WIDTH, context.typesetter.width(words(str(number)), styles.message_number) + 12)
    text = GridStrip(Pt(strip.x + width), Pt(strip.width - width))
    figure = text_boxes(context, words(str(number)), BlockVoice(styles.message_number, strip, label))
    title = text_boxes(context, message.title, BlockVoice(styles.message_title, text, element.child("P")))
    prose = text_boxes(context, message.text, BlockVoice(styles.message_text, text, element.child("P")))
    statuses = status_row(context, message.statuses, BlockVoice(styles.status, text, element.child("P")))
    column = stacked((*title, Glue(styles.message_title.space_after), *prose, Glue(4), *statuses))
    return lowered(abreast((*figure, lowered(column, 1.0))), context.look.gaps.small)


def set_bullets(context: BlockContext, block: Bullets, room: Room) -> tuple[Galley, ...]:
    """A list in prose; its title, where it has one, in the margin beside the first item."""
    title = list_title(context, block.title, context.look.grid.margin, room.element)
    items = list_items(context, block.items, room, numbered=block.numbered)
    if not title or not block.items:
        return (Galley(room.lane, items),)
    first, opening = next((place, item) for place, item in enumerate(items) if isinstance(item, VerticalBox))
    beside = abreast((stacked(title), opening))
    return (Galley("full", (Glue(context.look.gaps.large), beside, *items[first + 1 :])),)


def list_items(
    context: BlockContext, items: Sequence[Item], room: Room, *, numbered: bool = False
) -> tuple[VerticalItem, ...]:
    """The items of a list, numbered or not, and their sub-items."""
    style = context.look.type.list_item
    outer = _list(room.element, "Decimal" if numbered else "Disc")
    vertical: list[tuple[VerticalItem, ...]] = []
    for number, item in enumerate(items, start=1):
        label = f"{number}." if numbered else context.look.list.marker
        body, boxes = _item(context, item, replace(room, element=outer), label)
        said = (Glue(style.space_after), *paragraph(boxes))
        vertical.append((*said, KEEP, *_children(context, item, room, body)) if item.children else said)
    return (*coupled(vertical), Glue(context.look.gaps.small))


def _children(context: BlockContext, item: Item, room: Room, body: Element) -> tuple[VerticalItem, ...]:
    inner = replace(room, strip=_indented(context, room.strip), element=_list(body))
    found = (_item(context, Item(child), inner, context.look.list.marker)[1] for child in item.children)
    return coupled([(Glue(context.look.type.list_item.space_after / 2), *paragraph(boxes)) for boxes in found])


def _item(context: BlockContext, item: Item, room: Room, label: str) -> tuple[Element, tuple[VerticalBox, ...]]:
    """An item's body in the structure, and its lines, the marker beside the first one.

    Words that a list follows have an element of their own, which takes its place before that of the list.
    """
    style = context.look.type.list_item
    entry = room.element.child("LI")
    mark, body = entry.child("Lbl"), entry.child("LBody")
    marker = _marker(context, BlockVoice(style, room.strip, mark), label)
    said = body.child("P") if item.children else body
    boxes = text_boxes(context, item.text, BlockVoice(style, _indented(context, room.strip), said))
    return body, (abreast((marker, boxes[0])), *boxes[1:]) if boxes else ()


def _list(parent: Element, numbering: str = "Disc") -> Element:
    return parent.child("L").annotate("List", ListNumbering=numbering)


def _marker(context: BlockContext, voice: BlockVoice, label: str) -> VerticalBox:
    style: TypeStyle = replace(voice.style, hyphenate=False)
    return text_boxes(context, words(label), replace(voice, style=style))[0]


def _indented(context: BlockContext, strip: GridStrip) -> GridStrip:
    indent = context.look.list.indent
    return GridStrip(Pt(strip.x + indent), Pt(strip.width - indent))


def set_comparison(context: BlockContext, block: Comparison, room: Room) -> tuple[Galley, ...]:
    """The sides abreast, or one under the other where they are too high for a page; remark and source under them."""
    grid, gaps = context.look.grid, context.look.gaps
    strips = Columns(grid.full, len(block.sides), grid.gutter).cells()
    sides = [
        _side(context, side, Room("full", strip, room.element)) for side, strip in zip(block.sides, strips, strict=True)
    ]
    foot = _foot(context, block, room)
    if max(map(height, sides)) + height(foot) < grid.content_bottom - grid.margins.top:
        body: tuple[VerticalItem, ...] = (abreast(stacked(side) for side in sides),)
    else:
        body = tuple(item for side in sides for item in (*side, Glue(gaps.large)))
    return (Galley("full", (Glue(gaps.large), *body, *foot, Glue(gaps.large))),)


def _side(context: BlockContext, side: Side, room: Room) -> tuple[VerticalItem, ...]:
    styles, rules = context.look.type, context.look.rules
    title = text_boxes(
        context, side.title, BlockVoice(styles.heading_3, room.strip, room.element.child(context.subheading))
    )
    measure = replace(styles.chart_measure, space_after=Pt(0))
    detail = text_boxes(context, side.detail, BlockVoice(measure, room.strip, room.element.child("P")))
    status: tuple[VerticalBox, ...] = ()
    if side.status.word:
        status = (status_box(context, side.status, BlockVoice(styles.status, room.strip, room.element.child("P"))),)
    # words keep clear of the next column, which begins at the grid's gutter
    inner = GridStrip(room.strip.x, Pt(room.strip.width - context.look.gaps.medium))
    items = list_items(context, tuple(Item(text) for text in side.items), replace(room, strip=inner))
    head = whole((rule_box(rules.strong, room.strip), Glue(8), *title, *detail, Glue(3), *status))
    return *head, KEEP, Glue(6), *items


def _foot(context: BlockContext, block: Comparison, room: Room) -> tuple[VerticalItem, ...]:
    strip = context.look.grid.full
    style = replace(context.look.type.small_body, space_before=Pt(4), space_after=Pt(4))
    remark = set_paragraph_text(context, block.remark, BlockVoice(style, strip, room.element.child("P")))
    spaced = (KEEP, Glue(context.look.gaps.medium), *remark) if remark else ()
    return *spaced, *set_source(context, block.source, room.element, strip)


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


NARROWEST = 18.0
"""Narrower halves, in sizes of the prose, are no columns to read."""


HEADINGS = ("speaking-points", "questions")
"""The names of the phrases above the halves."""


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
