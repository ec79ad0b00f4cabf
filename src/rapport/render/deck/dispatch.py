"""The table of all elements of a slide."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.formats.ooxml.markup import Markup
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.elements.group import draw_group
from rapport.render.deck.elements.leaves import LEAVES, Drawer
from rapport.slides.elements import Element, Group

ELEMENTS: Mapping[type, Drawer] = {**LEAVES, Group: draw_group}


def draw(item: Element, canvas: Canvas) -> Markup:
    """An element as markup; the parts it needs are added to the package."""
    return ELEMENTS[type(item)](item, canvas)
