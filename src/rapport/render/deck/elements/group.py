"""A group of shapes that are read as one; they stay native and can be edited one by one."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.formats.ooxml.markup import Markup, join
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.elements.leaves import LEAVES
from rapport.render.deck.shape import group
from rapport.slides.elements import Group, Leaf, TextBox


def draw_group(item: Group, canvas: Canvas) -> Markup:
    """`p:grpSp` with its shapes in reading order; its name stands in for an alternative text it does not have."""
    shape_identity = canvas.identity(item.name, item.alternative or item.name)
    shapes = join(LEAVES[type(leaf)](_unplaced(leaf), canvas) for leaf in item.elements)
    return group(shape_identity, item.box, shapes)


def _unplaced(leaf: Leaf) -> Leaf:
    """A placeholder cannot stand in a group."""
    return replace(leaf, place="") if isinstance(leaf, TextBox) and leaf.place else leaf
