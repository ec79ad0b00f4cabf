"""A panel: a filled rectangle, an ornament."""

from __future__ import annotations

from rapport.formats.ooxml.markup import Markup, element, join
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.colours import NO_LINE, fill, line
from rapport.render.deck.shape import RECTANGLE, ornament, placement
from rapport.slides.elements import Panel, Rule


def panel_shape(panel: Panel, shape_identity: Markup, language: str) -> Markup:
    """`p:sp` that screen readers pass over."""
    properties = join((placement(panel.box), RECTANGLE, fill(panel.colour), NO_LINE))
    return ornament(shape_identity, properties, language)


def draw_panel(panel: Panel, canvas: Canvas) -> Markup:
    """The panel as a shape of the slide."""
    return panel_shape(panel, canvas.identity(canvas.names("panel"), decorative=True), canvas.language)


def rule_shape(rule: Rule, shape_identity: Markup) -> Markup:
    """`p:cxnSp` from the top left to the bottom right corner of the rule's box."""
    return element(
        "p:cxnSp",
        element("p:nvCxnSpPr", shape_identity, element("p:cNvCxnSpPr"), element("p:nvPr")),
        element(
            "p:spPr",
            placement(rule.box),
            element("a:prstGeom", element("a:avLst"), prst="line"),
            line(rule.weight, rule.colour, rule.dash),
        ),
    )


def draw_rule(rule: Rule, canvas: Canvas) -> Markup:
    """The rule as a shape of the slide."""
    return rule_shape(rule, canvas.identity(canvas.names("rule"), decorative=True))
