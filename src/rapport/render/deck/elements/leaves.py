"""The table of all elements that hold no others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rapport.formats.ooxml.markup import Markup
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.elements.frames import draw_chart, draw_table
from rapport.render.deck.elements.picture import draw_picture
from rapport.render.deck.elements.shapes import draw_panel, draw_rule
from rapport.render.deck.elements.sign import draw_sign
from rapport.render.deck.elements.text_box import draw_text_box
from rapport.slides.elements import (
    ChartFrame,
    Panel,
    PictureFrame,
    Rule,
    Sign,
    TableFrame,
    TextBox,
)

Drawer = Callable[[Any, Canvas], Markup]
"""Writes one element; its first parameter is of the type it stands for in the table."""

LEAVES: Mapping[type, Drawer] = {
    TextBox: draw_text_box,
    Rule: draw_rule,
    Panel: draw_panel,
    Sign: draw_sign,
    ChartFrame: draw_chart,
    TableFrame: draw_table,
    PictureFrame: draw_picture,
}
