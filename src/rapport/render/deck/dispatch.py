"""Which function draws which element of a slide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from rapport.edition.text import plain
from rapport.formats.ooxml.markup import Markup, join
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.elements.frames import draw_chart, draw_table
from rapport.render.deck.elements.picture import draw_picture, draw_shapes
from rapport.render.deck.elements.shapes import draw_panel, draw_rule, draw_sign, draw_text_box
from rapport.render.deck.shape import group
from rapport.slides.elements import (
    ChartFrame,
    Drawing,
    Element,
    ElementGroup,
    Leaf,
    Panel,
    PictureFrame,
    RuleLine,
    SlideSign,
    TableFrame,
    TextBox,
)

Drawer = Callable[[Any, Canvas], Markup]
"""Writes one element; its first parameter is of the type it stands for in the table."""

LEAVES: Mapping[type, Drawer] = {
    TextBox: draw_text_box,
    RuleLine: draw_rule,
    Panel: draw_panel,
    SlideSign: draw_sign,
    ChartFrame: draw_chart,
    TableFrame: draw_table,
    PictureFrame: draw_picture,
    Drawing: draw_shapes,
}


# A group of shapes that are read as one; they stay native and can be edited one by one.


def draw_group(item: ElementGroup, canvas: Canvas) -> Markup:
    """`p:grpSp` with its shapes in reading order; its name stands in for an alternative text it does not have."""
    shape_identity = canvas.identity(item.name, plain(item.alternative) or item.name)
    shapes = join(LEAVES[type(leaf)](_unplaced(leaf), canvas) for leaf in item.elements)
    return group(shape_identity, item.box, shapes)


def _unplaced(leaf: Leaf) -> Leaf:
    """A placeholder cannot stand in a group."""
    return replace(leaf, place="") if isinstance(leaf, TextBox) and leaf.place else leaf


ELEMENTS: Mapping[type, Drawer] = {**LEAVES, ElementGroup: draw_group}


def draw(item: Element, canvas: Canvas) -> Markup:
    """An element as markup; the parts it needs are added to the package."""
    return ELEMENTS[type(item)](item, canvas)
