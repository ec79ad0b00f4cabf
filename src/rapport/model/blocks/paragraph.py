"""A paragraph."""

from __future__ import annotations

from rapport.model.blocks.base import BlockBase
from rapport.model.scalar import Text


class ParagraphBlock(BlockBase):
    """Prose: shown in the brief, said by the speaker of the deck."""

    paragraph: Text
