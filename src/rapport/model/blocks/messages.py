"""Numbered messages."""

from __future__ import annotations

from rapport.model.blocks.base import BlockBase
from rapport.model.located import Located
from rapport.model.scalar import Text


class MessageSpec(Located):
    """A finding in a few words and the sentences that prove it."""

    title: Text
    text: Text


class MessagesBlock(BlockBase):
    """Messages, numbered in order; `title` may be absent."""

    messages: tuple[MessageSpec, ...]
    title: Text | None = None
