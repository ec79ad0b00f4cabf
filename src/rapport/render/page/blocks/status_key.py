"""How to read the statuses."""

from __future__ import annotations

from rapport.edition.blocks.status_key import StatusKey
from rapport.look.charter import Charter
from rapport.render.page.inline import inline
from rapport.render.page.markup import element
from rapport.render.page.sign import signed


def draw_status_key(block: StatusKey, charter: Charter) -> str:
    """Each sign with its word and what it means, under the title where there is one; then the remark."""
    title = element("h3", inline(block.title)) if block.title else ""
    entries = (
        element("div", element("dt", signed(status, charter)) + element("dd", inline(meaning)))
        for status, meaning in block.entries
    )
    remark = element("p", inline(block.remark), class_="source") if block.remark else ""
    return element("div", title + element("dl", "".join(entries), class_="key") + remark, class_="block")
