"""What elements of a slide are drawn with; its paragraphs as set lines, each at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.text import Span, Status, Text, words
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.line import Line
from rapport.lines.paragraph import spaced
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt
from rapport.look.measures import list_indent
from rapport.look.palette import ColourName, TextColour
from rapport.look.type_style import Alignment, TypeStyle
from rapport.render.pdf.blocks.context import baseline
from rapport.render.pdf.display.item import (
    FigureExtent,
    Item,
    ProseItem,
    ShapeInk,
    ShapeItem,
    SignMark,
    TextLine,
    line_across,
    rectangle,
)
from rapport.render.pdf.text import InlineElements, Typesetter
from rapport.slides.elements import Align, Anchor, SlideParagraph


class SlidePageContext(Struct, frozen=True):
    """The typesetter, the charter, and the element that what is drawn belongs under."""

    typesetter: Typesetter
    charter: Charter
    element: Element
    links: bool = True
    """Whether boxes lead anywhere: not on paper."""

    def under(self, element: Element) -> SlidePageContext:
        """The same for what belongs under another element."""
        return SlidePageContext(self.typesetter, self.charter, element, self.links)


def straight(area: Box, ink: ShapeInk) -> ShapeItem:
    """A line along an area without height or without width."""
    if not area.height:
        return line_across(area.x, area.y, area.width, ink)
    return ShapeItem(((area.x, area.y), (area.x, area.bottom)), ink, closed=False)


def filled(area: Box, colour: ColourName) -> ShapeItem:
    """An area in one colour, an ornament."""
    return rectangle(area, ShapeInk(colour))


def strips_of(widths: Iterable[Pt], left: float) -> Iterator[tuple[float, Pt]]:
    """The left edge and the width of each column."""
    for width in widths:
        yield left, width
        left += width


LARGE = 100.0
"""Diameter in points from which a sign is drawn with the stroke of covers."""


def sign_item(
    status: Status, area: Box, easel: SlidePageContext, colours: tuple[ColourName, ColourName] = ("accent", "white")
) -> Iterator[Item]:
    """The sign as an ornament; `colours` are its own and that of its ground. None for a status the charter lacks."""
    look = easel.charter.statuses.get(status.key)
    if look is not None:
        yield SignMark(look.sign, area, _stroke(area, easel), *colours)


def spoken_sign(
    status: Status, area: Box, easel: SlidePageContext, colours: tuple[ColourName, ColourName], alternative: str
) -> Iterator[Item]:
    """The sign as a figure that says what it means."""
    look = easel.charter.statuses.get(status.key)
    if look is not None:
        element: Element = easel.element.child("Figure", alt=alternative)
        yield SignMark(look.sign, area, _stroke(area, easel), *colours, element)
        yield FigureExtent(element, area)


def _stroke(area: Box, easel: SlidePageContext) -> float:
    return easel.charter.deck.cover.sign_stroke if area.width >= LARGE else easel.charter.signs.stroke_of(area.width)


# Paragraphs of a slide as set lines, each at its place: filled one after the other, as an office program does.


_SHARES: dict[Align, float] = {"start": 0.0, "center": 0.5, "end": 1.0}
_ALIGNMENTS: dict[Align, Alignment] = {"start": "left", "center": "centre", "end": "right"}


class SetParagraph(Struct, frozen=True):
    """A paragraph in lines, the element it is content of (None: artifact), and its list marker (empty for none)."""

    paragraph: SlideParagraph
    style: TypeStyle
    lines: tuple[Line, ...]
    element: Element | None
    label: Element | None = None

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading


def style_of(paragraph: SlideParagraph) -> TypeStyle:
    """The paragraph's own setting as a type style."""
    return TypeStyle(
        paragraph.size,
        paragraph.leading,
        "bold" if paragraph.bold else "regular",
        cast("TextColour", paragraph.colour),
        align=_ALIGNMENTS[paragraph.align],
    )


def lines_of(paragraph: SlideParagraph, width: float, typesetter: Typesetter) -> tuple[Line, ...]:
    """The paragraph in lines, its unit after its text."""
    style = style_of(paragraph)
    unit = typesetter.runs(paragraph.unit, replace(style, size=paragraph.unit_size)) if paragraph.unit else ()
    runs = (*typesetter.runs(_uncalled(paragraph.text), style), *unit)
    lines = typesetter.set(runs, style, max(width, 1.0)) if runs else ()
    return tuple(spaced(line) for line in lines)


def set_paragraphs(
    paragraphs: Iterable[SlideParagraph], width: float, easel: SlidePageContext
) -> tuple[SetParagraph, ...]:
    """Paragraphs over a width; those of a list become its items, each within the one it stands under."""
    lists: list[tuple[Element, Element]] = []
    found: list[SetParagraph] = []
    indent = easel.charter.deck.list.indent
    for item in paragraphs:
        del lists[item.level :]
        lines = lines_of(item, width - item.level * list_indent(indent, item.size), easel.typesetter)
        if item.level:
            label, element = _list_item(item, lists, easel)
            found.append(SetParagraph(item, style_of(item), lines, element, label))
        else:
            found.append(SetParagraph(item, style_of(item), lines, easel.element.child("P")))
    return tuple(found)


def placed(items: Sequence[SetParagraph], area: Box, anchor: Anchor, easel: SlidePageContext) -> Iterator[Item]:
    """The lines of paragraphs in a box, the white between them as they ask."""
    height = sum(item.height for item in items) + sum(item.paragraph.space_before for item in items[1:])
    y = area.y + {"top": 0.0, "middle": 0.5, "bottom": 1.0}[anchor] * (area.height - height)
    for index, item in enumerate(items):
        y += item.paragraph.space_before if index else 0.0
        yield from _lines(item, area, y, easel)
        y += item.height


def line_item(string: str, style: TypeStyle, area: Box, typesetter: Typesetter) -> TextLine:
    """One line at the end of an area, an artifact."""
    prose = ProseItem(None, style.colour, style.leading, 1.0)
    return TextLine(typesetter.line(string, style), area.right, area.y + baseline(style), prose)


def _list_item(
    item: SlideParagraph, lists: list[tuple[Element, Element]], easel: SlidePageContext
) -> tuple[Element, Element]:
    """Label and words of a new item; `lists` holds each open list with the body of its last item.

    Words have an element of their own, which takes its place before that of a list under them.
    """
    while len(lists) < item.level:
        parent = lists[-1][1] if lists else easel.element
        opened = parent.child("L").annotate("List", ListNumbering="Decimal" if item.number else "Disc")
        lists.append((opened, opened))
    entry = lists[-1][0].child("LI")
    label, body = entry.child("Lbl"), entry.child("LBody")
    lists[-1] = (lists[-1][0], body)
    return label, body.child("P")


def _lines(item: SetParagraph, area: Box, top: float, easel: SlidePageContext) -> Iterator[Item]:
    indent = list_indent(easel.charter.deck.list.indent, item.paragraph.size)
    shift = item.paragraph.level * indent
    share = _SHARES[item.paragraph.align]
    x = area.x + shift + share * (area.width - shift)
    if item.label is not None:
        yield _marker(item, area.x + shift - indent, top, easel)
    inlines = InlineElements(item.element) if item.element is not None else None
    text = (*item.paragraph.text, *item.paragraph.unit)
    prose = ProseItem(inlines, cast("ColourName", item.paragraph.colour), item.style.leading, share, text)
    down = baseline(item.style)
    for number, line in enumerate(item.lines):
        yield TextLine(line, x, top + number * item.style.leading + down, prose)


def _marker(item: SetParagraph, x: float, top: float, easel: SlidePageContext) -> TextLine:
    style = replace(item.style, align="left", max_lines=0)
    number = item.paragraph.number
    shown = f"{number}." if number else easel.charter.deck.list.marker
    line = easel.typesetter.lines(words(shown), style, 100.0)[0]
    assert item.label is not None
    prose = ProseItem(InlineElements(item.label), "accent", style.leading)
    return TextLine(spaced(line), x, top + baseline(style), prose)


def _uncalled(text: Text) -> Text:
    """The calls of notes as plain superscripts: a slide has no foot of notes to lead to."""
    return tuple(_raised(span) if span.note else span for span in text)


def _raised(span: Span) -> Span:
    return replace(span, note="", position="superscript")
