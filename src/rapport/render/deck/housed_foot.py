"""What every slide on an organisation's template repeats: footer and number, in its placeholders where it has them."""

from __future__ import annotations

from lxml import etree
from msgspec.structs import replace

from rapport.edition.text import plain
from rapport.formats.ooxml.markup import DRAWING, EMPTY, Markup, element, join
from rapport.look.geometry import Box, Pt
from rapport.look.house import HouseLayout, HouseSlot
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.elements.shapes import panel_shape
from rapport.render.deck.housed_text import framed, own_colour
from rapport.render.deck.shape import PLACEHOLDER_LOCKS, RECTANGLE, SHRINKS, Name, body_properties, placement
from rapport.render.deck.template.layouts import Layout
from rapport.render.deck.template.placeholder import NUMBER_FIELD
from rapport.render.deck.text import NO_FILL, field, fill, level_properties, paragraphs, styled
from rapport.slides.deck import Slide
from rapport.slides.elements import (
    Drawing,
    Element,
    ElementGroup,
    Panel,
    RuleLine,
    SlideParagraph,
    SlideSign,
    TextBox,
)

_KINDS: dict[str, Name] = {"ftr": "footer", "sldNum": "number"}


def housed_plate(layout: HouseLayout, title: Box, canvas: Canvas) -> Markup:
    """A ground of one colour under text that would be lost on a picture; an ornament, around a title that stands on it:
    titles are read first, hence drawn first, on a ground of their own.
    """
    if layout.plate is None:
        return EMPTY
    parts = _around(layout.plate, title) if layout.plate.overlaps(title) else (layout.plate,)
    return join(
        panel_shape(Panel(part, "white"), canvas.identity(canvas.names("panel"), decorative=True), canvas.language)
        for part in parts
        if part.width > 0 and part.height > 0
    )


def _around(plate: Box, hole: Box) -> tuple[Box, ...]:
    """The plate above, below, left and right of a hole."""

    def part(left: float, top: float, right: float, bottom: float) -> Box:
        return Box(Pt(left), Pt(top), Pt(max(0.0, right - left)), Pt(max(0.0, bottom - top)))

    top, bottom = max(plate.y, hole.y), min(plate.bottom, hole.bottom)
    return (
        part(plate.x, plate.y, plate.right, top),
        part(plate.x, bottom, plate.right, plate.bottom),
        part(plate.x, top, hole.x, bottom),
        part(hole.right, top, plate.right, bottom),
    )


def housed_furniture(slide: Slide, layout: HouseLayout, canvas: Canvas) -> list[Markup]:
    """Footer and number; where a layout lacks their placeholders they are shapes of the slide's own."""
    contents = ((slot, _content(slot, slide, canvas)) for slot in layout.furniture)
    return [_furnishing(slot, content, canvas) for slot, content in contents if content]


def housed_elements(elements: tuple[Element, ...], layout: Layout) -> tuple[Element, ...]:
    """The elements with the longest text in a placeholder for text that no other fills: outlines then show it."""
    taken = {item.place for item in elements if not isinstance(item, _UNPLACED)}
    free = [slot.place for slot in layout.slots if slot.type in ("body", "obj") and slot.place not in taken]
    places = {slot.place for slot in layout.slots}
    texts = [item for item in elements if isinstance(item, TextBox) and item.place not in places]
    longest = max(texts, key=_length, default=None)
    if not free or longest is None or _length(longest) < _PROSE:
        return elements
    return tuple(replace(item, place=free[0]) if item is longest else item for item in elements)


def _length(box: TextBox) -> int:
    return sum(len(plain(each.text)) for each in box.paragraphs if each.style != "footer")


_PROSE = 12
"""Characters from which a text is more than a label."""
_UNPLACED = (RuleLine, Panel, SlideSign, Drawing, ElementGroup)


def in_language(style: str, language: str) -> Markup:
    """A template's `p:defaultTextStyle` with the language of the deck."""
    root = etree.fromstring(style)
    plain_text = root.find(_DEFAULT)
    if plain_text is None:
        plain_text = etree.Element(_DEFAULT)
        root.insert(0, plain_text)
    properties = plain_text.find(_RUN)
    if properties is None:
        properties = etree.SubElement(plain_text, _RUN)
    properties.set("lang", language)
    return Markup(etree.tostring(root, encoding="unicode"))


_DEFAULT, _RUN = (f"{{{DRAWING}}}{name}" for name in ("defPPr", "defRPr"))


def _content(slot: HouseSlot, slide: Slide, canvas: Canvas) -> Markup:
    colour = own_colour(slot.place)
    if slot.place == "sldNum":
        filled = fill(colour) if slot.colour else EMPTY
        return element("a:p", field("slidenum", NUMBER_FIELD, str(slide.number), canvas.language, filled))
    style = canvas.charter.deck.type.footer
    text = SlideParagraph(slide.footer, "footer", style.size, style.leading, colour)
    bases = {0: styled(style).recoloured("")}
    return paragraphs((text,), bases, canvas.links) if plain(slide.footer) else EMPTY


def _furnishing(slot: HouseSlot, content: Markup, canvas: Canvas) -> Markup:
    """A footer is moved to where there is room for a source; a number stays where the layout has it."""
    styles = canvas.charter.deck.type
    moved = slot.place == "ftr" or not slot.type or slot.moved
    reference = element("p:ph", type=slot.type, idx=slot.index) if slot.type else EMPTY
    style = styles.footer if slot.place == "ftr" else styles.folio
    look = styled(style, slot.align).recoloured(own_colour(slot.place))
    level = level_properties(0, look, "" if slot.type else "mn")
    frame = framed(slot.box, slot.insets) if slot.type else slot.box
    properties = join((placement(frame), RECTANGLE, NO_FILL)) if moved else EMPTY
    return element(
        "p:sp",
        element(
            "p:nvSpPr",
            canvas.identity(canvas.names(_KINDS[slot.place])),
            PLACEHOLDER_LOCKS if slot.type else element("p:cNvSpPr", txBox=1),
            element("p:nvPr", reference),
        ),
        element("p:spPr", properties),
        element(
            "p:txBody",
            body_properties("bottom", SHRINKS) if moved else element("a:bodyPr", SHRINKS),
            element("a:lstStyle", level if moved or slot.colour else EMPTY),
            content,
        ),
    )
