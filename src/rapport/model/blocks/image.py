"""A picture from `assets/`."""

from __future__ import annotations

from rapport.model.blocks.base import BlockBase
from rapport.model.located import Located
from rapport.model.scalar import Line, Reference, Text


class ImageSpec(Located):
    """A file of `assets/`, what it shows, and its caption; `credit` may be absent."""

    file: Reference
    alternative: Text
    caption: Text
    credit: Line | None = None


class ImageBlock(BlockBase):
    """A picture."""

    image: ImageSpec
