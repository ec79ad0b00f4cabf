"""Pictures."""

from __future__ import annotations

from rapport.edition.blocks.image import Image
from rapport.edition.text import plain
from rapport.model.blocks.image import ImageBlock
from rapport.resolve.context import Context
from rapport.resolve.inline import text_of


def image(block: ImageBlock, context: Context, section: str) -> tuple[Image, ...]:
    """A picture with its caption and credit."""
    spec = block.image
    picture = context.content.pictures[spec.file]
    alternative = plain(text_of(spec.alternative, context, section))
    caption, credit = text_of(spec.caption, context, section), text_of(spec.credit, context, section)
    return (Image(picture, alternative, caption, credit, text_of(block.message, context, section), block.origin),)
