"""Pictures of the content on a page."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.utils import ImageReader

from rapport.edition.picture import Picture
from rapport.look.box import Box
from rapport.render.pdf.canvas import TaggedCanvas


def draw_picture(canvas: TaggedCanvas, picture: Picture, area: Box) -> None:
    """Draw a PNG or JPEG picture over an area, written once however often it is drawn; raises OSError for other formats."""
    reader = ImageReader(BytesIO(picture.data))
    # ReportLab names pictures by what identifies them; the digest makes equal ones share a name
    reader.identity = lambda: picture.digest  # type: ignore[method-assign]
    canvas.drawImage(reader, area.x, canvas.flip(area.bottom), area.width, area.height, mask="auto")
