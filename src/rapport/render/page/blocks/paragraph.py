"""A paragraph of prose."""

from __future__ import annotations

from rapport.edition.blocks.paragraph import Paragraph
from rapport.look.charter import Charter
from rapport.render.page.inline import inline
from rapport.render.page.markup import element


def draw_paragraph(block: Paragraph, _charter: Charter) -> str:
    """The paragraph in the text column."""
    return element("div", element("div", element("p", inline(block.text)), class_="text"), class_="block split")
