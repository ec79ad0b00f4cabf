"""A text box: the layout's placeholder where it has one for it, a shape of the slide's own elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.formats.ooxml.markup import EMPTY, Markup, element, join
from rapport.look.geometry import Box, emu
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.colours import NO_FILL
from rapport.render.deck.shape import RECTANGLE, anchor_name, body_properties, placement
from rapport.render.deck.template.layout import Slot
from rapport.render.deck.template.placeholder import placeholder, placeholder_reference
from rapport.render.deck.text import paragraphs
from rapport.render.deck.text_look import TextLook, list_style, look_of
from rapport.slides.elements import TextBox

_NO_LOOKS: Mapping[int, TextLook] = {}


def draw_text_box(box: TextBox, canvas: Canvas) -> Markup:
    """`p:sp`. What differs from the layout is said once for the shape, in its list style."""
    slot = canvas.claim(box.place) if box.place else None
    inherited = slot.levels if slot else _NO_LOOKS
    own = _own_looks(box, inherited)
    content = join((list_style(sorted(own.items())), paragraphs(box.paragraphs, {**inherited, **own}, canvas.links)))
    if slot:
        return _filled(box, slot, canvas, content)
    return _free(box, canvas, content)


_SHRINKS = element("a:normAutofit")
# Said by each box, though text fits as measured: LibreOffice does not inherit it, and where it lacks our face it may
# draw one as wide as DejaVu Sans, a seventh wider than Arial; told to shrink, it keeps each text in its box.


def same_place(one: Box, other: Box) -> bool:
    """Whether two boxes are the same, rounding aside."""
    return one.holds(other) and other.holds(one)


def _own_looks(box: TextBox, inherited: Mapping[int, TextLook]) -> Mapping[int, TextLook]:
    """The looks of the levels that the box sets otherwise than its layout: those of their first paragraphs."""
    own: dict[int, TextLook] = {}
    for item in box.paragraphs:
        own.setdefault(item.level, look_of(item, inherited.get(item.level)))
    return {level: look for level, look in own.items() if look != inherited.get(level)}


def _filled(box: TextBox, slot: Slot, canvas: Canvas, content: Markup) -> Markup:
    moved = EMPTY if same_place(box.box, slot.box) else placement(box.box)
    anchor = None if box.anchor == slot.anchor else anchor_name(box.anchor)
    return placeholder(
        canvas.identity(box.name, link=box.link),
        placeholder_reference(slot),
        element("p:spPr", moved),
        element("p:txBody", element("a:bodyPr", _SHRINKS, rIns=emu(box.margin) or None, anchor=anchor), content),
    )


def _free(box: TextBox, canvas: Canvas, content: Markup) -> Markup:
    return element(
        "p:sp",
        element(
            "p:nvSpPr",
            canvas.identity(box.name, link=box.link),
            element("p:cNvSpPr", txBox=1),
            element("p:nvPr"),
        ),
        element("p:spPr", placement(box.box), RECTANGLE, NO_FILL),
        element("p:txBody", body_properties(box.anchor, _SHRINKS, box.margin), content),
    )
