"""Drawn shapes: panels, ornaments, signs of statuses, text boxes."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.formats.ooxml.markup import EMPTY, Markup, element, join
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt, emu
from rapport.look.sign import Outline
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.housed_text import draw_housed
from rapport.render.deck.shape import (
    NO_PLACEHOLDER,
    RECTANGLE,
    SHRINKS,
    anchor_name,
    body_properties,
    group,
    ornament,
    placement,
)
from rapport.render.deck.template.layouts import LayoutSlot
from rapport.render.deck.template.placeholder import placeholder, placeholder_reference
from rapport.render.deck.text import NO_FILL, NO_LINE, TextLook, fill, line, list_style, look_of, paragraphs
from rapport.slides.elements import Panel, RuleLine, SlideSign, TextBox


def panel_shape(panel: Panel, shape_identity: Markup, language: str) -> Markup:
    """`p:sp` that screen readers pass over."""
    properties = join((placement(panel.box), RECTANGLE, fill(panel.colour), NO_LINE))
    return ornament(shape_identity, properties, language)


def draw_panel(panel: Panel, canvas: Canvas) -> Markup:
    """The panel as a shape of the slide."""
    return panel_shape(panel, canvas.identity(canvas.names("panel"), decorative=True), canvas.language)


def rule_shape(rule: RuleLine, shape_identity: Markup) -> Markup:
    """`p:cxnSp` from the top left to the bottom right corner of the rule's box."""
    return element(
        "p:cxnSp",
        element("p:nvCxnSpPr", shape_identity, element("p:cNvCxnSpPr"), NO_PLACEHOLDER),
        element(
            "p:spPr",
            placement(rule.box),
            element("a:prstGeom", element("a:avLst"), prst="line"),
            line(rule.weight, rule.colour, rule.dash),
        ),
    )


def draw_rule(rule: RuleLine, canvas: Canvas) -> Markup:
    """The rule as a shape of the slide."""
    return rule_shape(rule, canvas.identity(canvas.names("rule"), decorative=True))


_SHAPES: dict[Outline, str] = {
    "circle": "ellipse",
    "diamond": "diamond",
    "square": "rect",
    "triangle": "flowChartMerge",
}
"""Preset shapes (ECMA-376 part 1, 20.1.10.56); the last is a triangle that points down."""


def _half(*path: Markup) -> Markup:
    """The left half of a shape, in a box half as wide as it is high."""
    start, end = element("a:moveTo", element("a:pt", x=1, y=0)), element("a:close")
    return element(
        "a:custGeom",
        *(element(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst")),
        element("a:rect", l="0", t="0", r="r", b="b"),
        element("a:pathLst", element("a:path", start, *path, end, w=1, h=2)),
    )


def _to(x: int, y: int) -> Markup:
    return element("a:lnTo", element("a:pt", x=x, y=y))


_LEFT_HALVES: dict[Outline, Markup] = {
    # From the top counterclockwise to the bottom (angles in 60,000ths of a degree, from the right).
    "circle": _half(element("a:arcTo", wR=1, hR=1, stAng=16_200_000, swAng=-10_800_000)),
    "square": _half(_to(0, 0), _to(0, 2), _to(1, 2)),
    "diamond": _half(_to(0, 1), _to(1, 2)),
    "triangle": _half(_to(0, 0), _to(1, 2)),
}


def draw_sign(sign: SlideSign, canvas: Canvas) -> Markup:
    """One shape, or a group of two for a half-filled sign. A sign without a word beside it has an alternative text."""
    look = canvas.charter.statuses[sign.status.key].sign
    stroke = stroke_of(sign.box.width, canvas.charter)
    outline = _outline(sign, _SHAPES[look.outline], stroke, filled=look.fill == "full")
    if look.fill != "half":
        return ornament(_identity(sign, canvas), outline, canvas.language)
    half = Box(sign.box.x, sign.box.y, Pt(sign.box.width / 2), sign.box.height)
    filled = join((placement(half), _LEFT_HALVES[look.outline], fill(sign.colour), NO_LINE))
    return group(_identity(sign, canvas), sign.box, join((_ornament(canvas, outline), _ornament(canvas, filled))))


def stroke_of(diameter: float, charter: Charter) -> float:
    """The weight of a sign's line: a share of its diameter, until it is drawn as large as on a cover or a divider."""
    cover, divider = charter.deck.cover, charter.deck.divider
    if diameter >= divider.sign_diameter:
        return divider.sign_stroke
    if diameter >= cover.sign_diameter:
        return cover.sign_stroke
    return charter.signs.stroke_of(diameter)


def _outline(sign: SlideSign, shape: str, stroke: float, filled: bool) -> Markup:
    """Geometry, fill and line; the line's outer edge touches the box."""
    return join(
        (
            placement(sign.box.inset(stroke / 2, stroke / 2)),
            element("a:prstGeom", element("a:avLst"), prst=shape),
            fill(sign.colour if filled else sign.ground),
            line(stroke, sign.colour),
        )
    )


def _identity(sign: SlideSign, canvas: Canvas) -> Markup:
    return canvas.identity(canvas.names("sign"), sign.alternative, not sign.alternative)


def _ornament(canvas: Canvas, properties: Markup) -> Markup:
    hidden = canvas.identity(canvas.names("sign"), decorative=True)
    return ornament(hidden, properties, canvas.language)


# A text box: the layout's placeholder where it has one for it, a shape of the slide's own elsewhere.

_NO_LOOKS: Mapping[int, TextLook] = {}


def draw_text_box(box: TextBox, canvas: Canvas) -> Markup:
    """`p:sp`. What differs from the layout is said once for the shape, in its list style."""
    slot = canvas.claim(box.place) if box.place else None
    if canvas.house:
        return draw_housed(box, slot, canvas)
    inherited = slot.levels if slot else _NO_LOOKS
    own = _own_looks(box, inherited)
    content = join((list_style(sorted(own.items())), paragraphs(box.paragraphs, {**inherited, **own}, canvas.links)))
    if slot:
        return _filled(box, slot, canvas, content)
    return _free(box, canvas, content)


_TEXT_BOX = element("p:cNvSpPr", txBox=1)


def same_place(one: Box, other: Box) -> bool:
    """Whether two boxes are the same up to rounding."""
    return one.holds(other) and other.holds(one)


def _own_looks(box: TextBox, inherited: Mapping[int, TextLook]) -> Mapping[int, TextLook]:
    """The looks of the levels that the box sets otherwise than its layout: those of their first paragraphs."""
    own: dict[int, TextLook] = {}
    for item in box.paragraphs:
        own.setdefault(item.level, look_of(item, inherited.get(item.level)))
    return {level: look for level, look in own.items() if look != inherited.get(level)}


def _filled(box: TextBox, slot: LayoutSlot, canvas: Canvas, content: Markup) -> Markup:
    moved = EMPTY if same_place(box.box, slot.box) else placement(box.box)
    anchor = None if box.anchor == slot.anchor else anchor_name(box.anchor)
    return placeholder(
        canvas.identity(box.name, link=box.link),
        placeholder_reference(slot),
        element("p:spPr", moved),
        element("p:txBody", element("a:bodyPr", SHRINKS, rIns=emu(box.margin) or None, anchor=anchor), content),
    )


def _free(box: TextBox, canvas: Canvas, content: Markup) -> Markup:
    return element(
        "p:sp",
        element(
            "p:nvSpPr",
            canvas.identity(box.name, link=box.link),
            _TEXT_BOX,
            NO_PLACEHOLDER,
        ),
        element("p:spPr", placement(box.box), RECTANGLE, NO_FILL),
        element("p:txBody", body_properties(box.anchor, SHRINKS, box.margin), content),
    )
