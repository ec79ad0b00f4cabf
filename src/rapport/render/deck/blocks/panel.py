"""A panel: a filled rectangle, an ornament."""

from __future__ import annotations

from rapport.render.deck.canvas import Canvas
from rapport.render.deck.colours import NO_LINE, fill
from rapport.render.deck.markup import Markup, join
from rapport.render.deck.shape import RECTANGLE, ornament, placement
from rapport.slides.elements import Panel


def panel_shape(panel: Panel, shape_identity: Markup, language: str) -> Markup:
    """`p:sp` that screen readers pass over."""
    properties = join((placement(panel.box), RECTANGLE, fill(panel.colour), NO_LINE))
    return ornament(shape_identity, properties, language)


def draw_panel(panel: Panel, canvas: Canvas) -> Markup:
    """The panel as a shape of the slide."""
    return panel_shape(panel, canvas.identity(canvas.names("panel"), decorative=True), canvas.language)
