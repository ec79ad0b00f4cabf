"""The table of all elements that hold no others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rapport.render.deck.blocks.chart_frame import draw_chart
from rapport.render.deck.blocks.panel import draw_panel
from rapport.render.deck.blocks.picture_frame import draw_picture
from rapport.render.deck.blocks.rule import draw_rule
from rapport.render.deck.blocks.sign import draw_sign
from rapport.render.deck.blocks.table_frame import draw_table
from rapport.render.deck.blocks.text_box import draw_text_box
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.markup import Markup
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
