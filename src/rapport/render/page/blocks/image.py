"""Pictures, as a gallery."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from rapport.edition.blocks.image import Image
from rapport.render.page.inline import inline
from rapport.render.page.markup import element, empty


def draw_gallery(images: Sequence[Image]) -> str:
    """Pictures side by side, as many as the screen holds, each with its caption; the bytes stand in the page."""
    across = all(image.picture.width > image.picture.height for image in images)
    items = "".join(element("li", _figure(image)) for image in images)
    return element("ul", items, class_="block gallery across" if across else "block gallery") + "\n"


def _figure(image: Image) -> str:
    picture = image.picture
    source = f"data:{picture.media_type};base64,{b64encode(picture.data).decode('ascii')}"
    drawn = empty("img", src=source, alt=image.alternative, width=str(picture.width), height=str(picture.height))
    caption = element("figcaption", inline(image.caption)) if image.caption else ""
    return element("figure", drawn + caption)
