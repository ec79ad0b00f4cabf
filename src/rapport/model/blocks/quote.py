"""Words to be said."""

from __future__ import annotations

from rapport.model.blocks.base import BlockBase
from rapport.model.scalar import Text


class QuoteBlock(BlockBase):
    """A sentence to be said or quoted, written without its guillemets, and what it rests on."""

    quote: Text
    attribution: Text | None = None
