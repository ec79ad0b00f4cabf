"""A picture (ECMA-376 part 1, 19.3.1.37)."""

from __future__ import annotations

from collections.abc import Mapping

from pptx.opc.constants import RELATIONSHIP_TYPE

from rapport.render.deck.blocks.drawing import draw_drawing
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.markup import EMPTY, Markup, element
from rapport.render.deck.package import relate
from rapport.render.deck.shape import RECTANGLE, placement
from rapport.render.deck.template.placeholder import placeholder_reference
from rapport.slides.elements import PictureFrame

_EXTENSIONS: Mapping[str, str] = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif"}


def draw_picture(frame: PictureFrame, canvas: Canvas) -> Markup:
    """`p:pic`, or freeforms for a vector picture; equal files are kept once in the deck.

    Raises ValueError for a kind that PowerPoint does not show.
    """
    if frame.picture.shapes:
        return draw_drawing(frame, canvas)
    extension = _EXTENSIONS.get(frame.picture.media_type)
    if extension is None:
        raise ValueError(f"{frame.picture.name}: a slide cannot show {frame.picture.media_type}")
    image = canvas.package.image(frame.picture.data, extension)
    slot = canvas.claim(frame.place) if frame.place else None
    return element(
        "p:pic",
        element(
            "p:nvPicPr",
            canvas.identity(frame.name, frame.alternative, not frame.alternative),
            element("p:cNvPicPr", element("a:picLocks", noGrp=1 if slot else None, noChangeAspect=1)),
            element("p:nvPr", placeholder_reference(slot) if slot else EMPTY),
        ),
        element(
            "p:blipFill",
            element("a:blip", r_embed=relate(canvas.part, image, RELATIONSHIP_TYPE.IMAGE)),
            element("a:stretch", element("a:fillRect")),
        ),
        element("p:spPr", placement(frame.box), RECTANGLE),
    )
