"""A rule: a straight connector, an ornament."""

from __future__ import annotations

from rapport.render.deck.canvas import Canvas
from rapport.render.deck.colours import line
from rapport.render.deck.markup import Markup, element
from rapport.render.deck.shape import placement
from rapport.slides.elements import Rule


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
