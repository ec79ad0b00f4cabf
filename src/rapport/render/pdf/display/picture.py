"""Pictures of the content on a page."""

from __future__ import annotations

from rapport.edition.picture import Picture
from rapport.look.box import Box
from rapport.render.pdf.canvas import TaggedCanvas


def draw_picture(canvas: TaggedCanvas, picture: Picture, area: Box) -> None:
    """Draw a picture over an area, written once however often drawn; raises OSError for other formats."""
    canvas.draw_picture(picture, area)
