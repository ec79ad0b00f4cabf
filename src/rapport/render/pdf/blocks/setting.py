"""Text on pages: paragraphs and headings, and the parts blocks are made of (boxes, rules, statuses, small lines)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.words import Heading, Paragraph
from rapport.edition.text import Status, Text, words
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.line import Line
from rapport.lines.paragraph import spaced
from rapport.look.geometry import Box, Pt, Rule
from rapport.look.grid import GridStrip
from rapport.look.palette import ColourName
from rapport.look.type_style import TypeStyle
from rapport.render.pdf.blocks.context import BlockContext, Room, baseline, ink, printed_on
from rapport.render.pdf.composer.vertical import (
    KEEP,
    BoxGround,
    Footnote,
    Galley,
    Glue,
    VerticalBox,
    VerticalItem,
    abreast,
    paragraph,
    whole,
)
from rapport.render.pdf.display.item import Item, ProseItem, SignMark, TextLine, line_across
from rapport.render.pdf.text import InlineElements

TITLE_STEPS = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)
"""How far a long title is reduced, as shares of its size."""
ALIGNMENT = {"left": 0.0, "justify": 0.0, "centre": 0.5, "right": 1.0}


class BlockVoice(Struct, frozen=True):
    """How a text is set: its style, the strip it fills, the element it belongs to (None: artifact)."""

    style: TypeStyle
    strip: GridStrip
    element: Element | None
    indent: float = 0.0
    """Of the first line."""


def text_boxes(context: BlockContext, text: Text, voice: BlockVoice) -> tuple[VerticalBox, ...]:
    """A text as one box per line, each with the notes it calls; none for an empty text."""
    if not text:
        return ()
    lines = context.typesetter.lines(text, voice.style, voice.strip.width, voice.indent)
    return line_boxes(context, text, lines, voice)


def line_boxes(context: BlockContext, text: Text, lines: Sequence[Line], voice: BlockVoice) -> tuple[VerticalBox, ...]:
    """Set lines as boxes; the run numbers of their fragments are places in `text`."""
    elements: dict[str, Element] = {}
    notes = _called(context, text, lines, voice.element, elements)
    facts = printed_on(text, lines)
    align = ALIGNMENT[voice.style.align]
    inlines = InlineElements(voice.element, elements) if voice.element is not None else None
    prose = ProseItem(inlines, voice.style.colour, voice.style.leading, align, text)
    x, down = voice.strip.x + align * voice.strip.width, baseline(voice.style)
    return tuple(
        VerticalBox(voice.style.leading, (TextLine(spaced(line), x, down, prose), *fact), note)
        for line, fact, note in zip(lines, facts, notes, strict=True)
    )


def fitting(context: BlockContext, text: Text, style: TypeStyle, width: float) -> TypeStyle:
    """The style reduced until the text takes no more lines than it allows; the smallest step where nothing helps."""
    if not style.max_lines:
        return style
    reduced = style
    for step in TITLE_STEPS:
        reduced = replace(style, size=Pt(style.size * step), leading=Pt(style.leading * step))
        if len(context.typesetter.lines(text, reduced, width)) <= style.max_lines:
            break
    return reduced


def set_paragraph_text(context: BlockContext, text: Text, voice: BlockVoice) -> tuple[VerticalItem, ...]:
    """A text as a paragraph that pages may divide, with the white its style asks for; empty for an empty text."""
    boxes = text_boxes(context, text, voice)
    if not boxes:
        return ()
    return Glue(voice.style.space_before), *paragraph(boxes), Glue(voice.style.space_after)


def set_paragraph(context: BlockContext, block: Paragraph, room: Room) -> tuple[Galley, ...]:
    """A paragraph, justified and divided over pages where need be."""
    voice = BlockVoice(context.look.type.body, room.strip, room.element.child("P"))
    return (Galley(room.lane, set_paragraph_text(context, block.text, voice)),)


def set_heading(context: BlockContext, block: Heading, room: Room) -> tuple[Galley, ...]:
    """A heading in the text column, kept with what it heads."""
    style = context.look.type.heading_3
    boxes = text_boxes(context, block.text, BlockVoice(style, room.strip, room.element.child(context.subheading)))
    return (Galley(room.lane, (Glue(context.look.gaps.large), *whole(boxes), KEEP, Glue(style.space_after), KEEP)),)


def _called(
    context: BlockContext, text: Text, lines: Sequence[Line], element: Element | None, elements: dict[str, Element]
) -> Iterable[tuple[Footnote, ...]]:
    """For each line the notes it calls; those called for the first time add their element to `elements`."""
    calls = {run: span.note for run, span in enumerate(text) if span.note}
    if element is None or not calls:
        return repeat((), len(lines))
    keys = (dict.fromkeys(calls[part.run] for part in line.fragments if part.run in calls) for line in lines)
    return [tuple(note for key in each if (note := context.notes.call(key, element, elements))) for each in keys]


def list_title(context: BlockContext, title: Text, strip: GridStrip, parent: Element) -> tuple[VerticalBox, ...]:
    """The heading of a list, as tables have theirs; none for an empty title."""
    return (
        text_boxes(context, title, BlockVoice(context.look.type.table_title, strip, parent.child(context.subheading)))
        if title
        else ()
    )


def rule_box(rule: Rule, strip: GridStrip, height: float = 0.0) -> VerticalBox:
    """A rule over a strip, at the top of a box of this height."""
    return VerticalBox(height, (line_across(strip.x, 0.0, strip.width, ink(rule)),))


def status_box(context: BlockContext, status: Status, voice: BlockVoice) -> VerticalBox:
    """A status: its sign, drawn as decoration, and its word; an empty status takes its line all the same."""
    style, strip = voice.style, voice.strip
    look = context.charter.statuses.get(status.key)
    placed = context.charter.signs.placed(style.size)
    items: list[Item] = []
    if look is not None:
        top = baseline(style) + placed.drop - placed.diameter
        items.append(sign_mark(context, status, Box(strip.x, Pt(top), placed.diameter, placed.diameter)))
        strip = GridStrip(Pt(strip.x + placed.advance), Pt(max(1.0, strip.width - placed.advance)))
    text = text_boxes(context, words(status.word), replace(voice, strip=strip))
    items += [item for box in text[:1] for item in box.items]
    return VerticalBox(style.leading, tuple(items))


def sign_mark(context: BlockContext, status: Status, area: Box, colour: ColourName = "accent") -> SignMark:
    """The sign of a status that the charter knows; raises KeyError for others."""
    signs = context.charter.signs
    return SignMark(context.charter.statuses[status.key].sign, area, signs.stroke_of(area.width), colour)


def status_width(context: BlockContext, status: Status, style: TypeStyle) -> float:
    """Width of a sign and its word."""
    sign = context.charter.signs.placed(style.size).advance if status.key in context.charter.statuses else 0.0
    return sign + context.typesetter.width(words(status.word), style)


def on_ground(items: Iterable[VerticalItem], ground: BoxGround) -> tuple[VerticalItem, ...]:
    """The boxes of a list upon a ground."""
    return tuple(replace(item, ground=ground) if isinstance(item, VerticalBox) else item for item in items)


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
