"""Numbered messages."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rapport.model.blocks.base import BlockBase
from rapport.model.located import Located
from rapport.model.scalar import Text


class MessageSpec(Located):
    """A finding in a few words and the sentences that prove it."""

    title: Text
    text: Text


class MessagesBlock(BlockBase):
    """Messages, numbered in order; `title` may be absent."""

    messages: Annotated[tuple[MessageSpec, ...], Field(min_length=1)]
    title: Text | None = None
