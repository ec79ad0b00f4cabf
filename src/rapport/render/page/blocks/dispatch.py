"""Which function draws which block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from rapport.edition.blocks.block import Block
from rapport.edition.blocks.bullets import Bullets
from rapport.edition.blocks.callout import Callout
from rapport.edition.blocks.image import Image
from rapport.edition.blocks.paragraph import Paragraph
from rapport.edition.blocks.status_key import StatusKey
from rapport.edition.blocks.table import Row, Table
from rapport.look.charter import Charter
from rapport.render.page.blocks.bullets import draw_bullets
from rapport.render.page.blocks.callout import draw_callout
from rapport.render.page.blocks.image import draw_gallery
from rapport.render.page.blocks.paragraph import draw_paragraph
from rapport.render.page.blocks.status_key import draw_status_key
from rapport.render.page.blocks.table import draw_table

DRAW: Mapping[type, Callable[[Any, Charter], str]] = {
    Paragraph: draw_paragraph,
    Bullets: draw_bullets,
    Callout: draw_callout,
    StatusKey: draw_status_key,
}
"""By the type of the block; tables and pictures, which come in rows, aside."""


def draw_blocks(blocks: Iterable[Block], charter: Charter, rows: Iterable[Row] = ()) -> Iterator[str]:
    """The markup of blocks, pictures that follow each other as one gallery; a table without rows takes `rows`.

    Raises KeyError for a kind of block that no report is made of.
    """
    for pictures, group in groupby(blocks, lambda block: isinstance(block, Image)):
        if pictures:
            yield draw_gallery(tuple(block for block in group if isinstance(block, Image)))
            continue
        for block in group:
            if isinstance(block, Table):
                yield from draw_table(block, charter, block.rows or rows)
            else:
                yield DRAW[type(block)](block, charter)
