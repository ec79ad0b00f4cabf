"""Text on an organisation's template: in its placeholders and its faces, sizes as measured, colours that show."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from rapport.formats.ooxml.markup import EMPTY, Markup, element, join
from rapport.look.geometry import Box, Padding, Pt, emu
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.shape import RECTANGLE, SHRINKS, anchor_name, body_properties, placement
from rapport.render.deck.template.layouts import LayoutSlot, body_looks
from rapport.render.deck.template.placeholder import placeholder, placeholder_reference
from rapport.render.deck.text import NO_FILL, TextLook, fill, level_properties, look_of, paragraphs
from rapport.slides.elements import TextBox

_NEAR = 0.5
"""Points by which a text's place may miss that of its placeholder and still be it."""
OWN = ("title", "subtitle")
"""Places whose colour is the template's own while they stay where it has them."""


def draw_housed(box: TextBox, slot: LayoutSlot | None, canvas: Canvas) -> Markup:
    """`p:sp` that says all it was measured with: a template may set its levels in any way."""
    looks = _looks(box, canvas)
    if slot is None or slot.house is None:
        return _free(box, looks, canvas)
    place = slot.house.box.within(slot.house.insets)
    stays = box.box.x >= place.x - _NEAR and box.box.right <= place.right + _NEAR and slot.house.box.overlaps(box.box)
    own = slot.place in OWN and stays
    content = join((_style(looks, slot, own), _paragraphs(box, slot, own, canvas)))
    moved = EMPTY if _same(box.box, place) else placement(framed(box.box, slot.house.insets))
    backed = fill("white") if slot.house.backed else EMPTY
    anchor = None if box.anchor == slot.house.anchor else anchor_name(box.anchor)
    margin = emu(Pt(box.margin + slot.house.insets.right)) if box.margin else None
    return placeholder(
        canvas.identity(box.name, link=box.link),
        placeholder_reference(slot),
        element("p:spPr", moved, backed),
        element("p:txBody", element("a:bodyPr", SHRINKS, rIns=margin, anchor=anchor), content),
    )


def _paragraphs(box: TextBox, slot: LayoutSlot, own: bool, canvas: Canvas) -> Markup:
    """Runs that say their colours, unless it is the placeholder's: LibreOffice blends a level's with the layout's."""
    looks, items = _looks(box, canvas), box.paragraphs
    if own and not (slot.house and slot.house.colour):
        return paragraphs(items, looks, canvas.links)
    if own:
        items = tuple(replace(item, colour=own_colour(slot.place)) for item in items)
    return paragraphs(items, {level: look.recoloured("") for level, look in looks.items()}, canvas.links)


def framed(box: Box, insets: Padding) -> Box:
    """The frame whose text stands in a box."""
    return Box(
        Pt(box.x - insets.left),
        Pt(box.y - insets.top),
        Pt(box.width + insets.left + insets.right),
        Pt(box.height + insets.top + insets.bottom),
    )


def _same(one: Box, other: Box) -> bool:
    return one.holds(other, _NEAR) and other.holds(one, _NEAR)


def _looks(box: TextBox, canvas: Canvas) -> Mapping[int, TextLook]:
    """The looks of the levels in use: those of their first paragraphs, with the marker and indents of our lists."""
    look = canvas.charter.deck
    levels = dict(enumerate(body_looks(look, look.type.list_item)))
    found: dict[int, TextLook] = {}
    for item in box.paragraphs:
        found.setdefault(item.level, look_of(item, levels[item.level]))
    return found


def _style(looks: Mapping[int, TextLook], slot: LayoutSlot, own: bool) -> Markup:
    """The levels in the placeholder's own face; in its own colour, or in that said in its place."""
    colour = own_colour(slot.place) if own else ""
    says = not own or bool(slot.house and slot.house.colour)
    levels = (
        level_properties(level, replace(look, colour=colour or look.colour) if says else look, "", is_coloured=says)
        for level, look in sorted(looks.items())
    )
    return element("a:lstStyle", join(levels))


def own_colour(place: str) -> str:
    """The name under which the colour of a placeholder of the template is written until it is exchanged."""
    return f"own-{place}"


def _free(box: TextBox, looks: Mapping[int, TextLook], canvas: Canvas) -> Markup:
    style = element("a:lstStyle", join(level_properties(level, look) for level, look in sorted(looks.items())))
    return element(
        "p:sp",
        element("p:nvSpPr", canvas.identity(box.name, link=box.link), element("p:cNvSpPr", txBox=1), element("p:nvPr")),
        element("p:spPr", placement(box.box), RECTANGLE, NO_FILL),
        element(
            "p:txBody",
            body_properties(box.anchor, SHRINKS, box.margin),
            style,
            paragraphs(box.paragraphs, looks, canvas.links),
        ),
    )
