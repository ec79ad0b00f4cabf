"""A list, two levels deep at most."""

from __future__ import annotations

from rapport.edition.blocks.bullets import Bullets, Item
from rapport.look.charter import Charter
from rapport.render.page.inline import inline
from rapport.render.page.markup import element


def draw_bullets(block: Bullets, _charter: Charter) -> str:
    """The list in the text column."""
    title = element("h3", inline(block.title)) if block.title else ""
    items = element("ul", "".join(_item(item) for item in block.items))
    return element("div", element("div", title + items, class_="text"), class_="block split")


def _item(item: Item) -> str:
    children = "".join(element("li", inline(child)) for child in item.children)
    return element("li", inline(item.text) + (element("ul", children) if children else ""))
