"""What charts and tables share: a graphic frame, in the layout's placeholder where it has one."""

from __future__ import annotations

from rapport.look.box import Box
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.markup import EMPTY, Markup, element
from rapport.render.deck.shape import placement
from rapport.render.deck.template.placeholder import placeholder_reference
from rapport.slides.elements import ChartFrame, TableFrame


def graphic_frame(
    frame: ChartFrame | TableFrame, box: Box, description: str, graphic: Markup, canvas: Canvas
) -> Markup:
    """`p:graphicFrame` (ECMA-376 part 1, 19.3.1.21); `graphic` is its `a:graphicData`."""
    slot = canvas.claim(frame.place) if frame.place else None
    return element(
        "p:graphicFrame",
        element(
            "p:nvGraphicFramePr",
            canvas.identity(frame.name, description),
            element("p:cNvGraphicFramePr", element("a:graphicFrameLocks", noGrp=1)),
            element("p:nvPr", placeholder_reference(slot) if slot else EMPTY),
        ),
        placement(box, "p"),
        element("a:graphic", graphic),
    )
