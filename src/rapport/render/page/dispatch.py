"""Which function draws which block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from rapport.edition.blocks.figures import Image, Row, Table
from rapport.edition.blocks.words import Bullets, Callout, Paragraph, StatusKey
from rapport.edition.edition import Block
from rapport.look.charter import Charter
from rapport.render.page.blocks import (
    draw_bullets,
    draw_callout,
    draw_gallery,
    draw_paragraph,
    draw_status_key,
    draw_table,
)

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
