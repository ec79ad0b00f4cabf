"""How each kind of element is drawn: the one table of kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

from msgspec.structs import replace

from rapport.edition.text import plain
from rapport.look.palette import ColourName
from rapport.render.pdf.display.draw import Positioned
from rapport.render.pdf.display.item import FigureExtent, Item, LinkArea, PictureMark, ShapeInk, ShapeItem
from rapport.render.pdf.slides.chart import draw_chart
from rapport.render.pdf.slides.easel import SlidePageContext, filled, sign_item, spoken_sign, straight
from rapport.render.pdf.slides.prose import SetParagraph, placed, set_paragraphs
from rapport.render.pdf.slides.table import draw_table
from rapport.slides.elements import (
    ChartFrame,
    Drawing,
    Element,
    ElementGroup,
    Panel,
    PictureFrame,
    RuleLine,
    SlideSign,
    TableFrame,
    TextBox,
)


def draw_elements(elements: Iterable[Element], easel: SlidePageContext) -> Iterator[Positioned]:
    """The elements in their order, which is that of reading."""
    for element in elements:
        if isinstance(element, ElementGroup):
            yield from draw_elements(element.elements, easel.under(easel.element.child("Div")))
        elif isinstance(element, ChartFrame):
            yield from draw_chart(element, easel)
        else:
            for item in DRAWERS[type(element)](element, easel):
                yield Positioned(item, 0.0)


def _text_box(box: TextBox, easel: SlidePageContext) -> Iterator[Item]:
    items = set_paragraphs(box.paragraphs, box.room.width, easel)
    if not box.link or not easel.links:
        return placed(items, box.room, box.anchor, easel)
    return _linked(box, items, easel)


def _linked(box: TextBox, items: tuple[SetParagraph, ...], easel: SlidePageContext) -> Iterator[Item]:
    """The whole box is one link, which its first words name."""
    first, *others = items
    assert first.element is not None
    link = first.element.child("Link")
    yield from placed((replace(first, element=link), *others), box.room, box.anchor, easel)
    yield LinkArea(link, box.box, plain(box.paragraphs[0].text), box.link)


def _rule(rule: RuleLine, easel: SlidePageContext) -> Iterator[Item]:
    yield straight(rule.box, ShapeInk(outline=cast("ColourName", rule.colour), weight=rule.weight, dash=rule.dash))


def _panel(panel: Panel, easel: SlidePageContext) -> Iterator[Item]:
    yield filled(panel.box, cast("ColourName", panel.colour))


def _sign(sign: SlideSign, easel: SlidePageContext) -> Iterator[Item]:
    colours = cast("ColourName", sign.colour), cast("ColourName", sign.ground)
    if sign.alternative:
        return spoken_sign(sign.status, sign.box, easel, colours, sign.alternative)
    return sign_item(sign.status, sign.box, easel, colours)


def _picture(frame: PictureFrame, easel: SlidePageContext) -> Iterator[Item]:
    """A picture is a figure with its alternative, an ornament without one."""
    if not frame.alternative:
        yield PictureMark(frame.picture, frame.box)
        return
    element = easel.element.child("Figure", alt=frame.alternative)
    yield PictureMark(frame.picture, frame.box, element)
    yield FigureExtent(element, frame.box)


def _drawing(drawing: Drawing, _easel: SlidePageContext) -> Iterator[Item]:
    for shape in drawing.shapes:
        ink = ShapeInk(shape.look.fill, shape.look.outline if shape.look.weight else None, shape.look.weight)
        yield ShapeItem(shape.points, ink, shape.closed)


DRAWERS: dict[type, Callable[[Any, SlidePageContext], Iterator[Item]]] = {
    TextBox: _text_box,
    RuleLine: _rule,
    Panel: _panel,
    SlideSign: _sign,
    PictureFrame: _picture,
    Drawing: _drawing,
    TableFrame: draw_table,
}
