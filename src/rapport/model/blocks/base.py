"""What every block has in common."""

from __future__ import annotations

from rapport.model.blocks.media import Media
from rapport.model.located import Located
from rapport.model.scalar import Text


class BlockBase(Located):
    """A block; `media` says where it is shown, `message` titles the slide of a section's second visual."""

    media: Media = ("brief", "deck")
    message: Text | None = None
