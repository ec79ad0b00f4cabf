"""A point set apart."""

from __future__ import annotations

from rapport.edition.blocks.callout import Callout
from rapport.look.charter import Charter
from rapport.render.page.inline import inline
from rapport.render.page.markup import element


def draw_callout(block: Callout, _charter: Charter) -> str:
    """Heading and text on a ground of their own."""
    words = element("p", element("strong", inline(block.title))) + element("p", inline(block.text))
    return element("div", element("div", words, class_="text callout"), class_="block split")
