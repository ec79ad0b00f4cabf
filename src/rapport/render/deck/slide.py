"""One slide as a part (ECMA-376 part 1, 19.3.1.38)."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.edition.text import plain
from rapport.formats.ooxml.markup import EMPTY, SLIDE_NAMESPACES, Markup, document, element, join, number
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.dispatch import draw
from rapport.render.deck.shape import shape_tree
from rapport.render.deck.template.layout import Layout
from rapport.render.deck.template.layout_part import background
from rapport.render.deck.template.placeholder import NUMBER_FIELD, Furnishing, furnishings, placeholder
from rapport.render.deck.template.stamp import Stamp
from rapport.render.deck.text import field, plain_paragraph
from rapport.slides.deck import Slide

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_CREATION_ID = "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"


def slide_part(slide: Slide, layout: Layout, canvas: Canvas, stamp: Stamp | None) -> bytes:
    """Title first, then the elements in their order, the stamp of a copy, footer and number: as they are read."""
    title = draw(replace(slide.title, place="title"), canvas)
    drawn = [draw(item, canvas) for item in slide.elements]
    stamped = stamp.on_slide(canvas.next_number(), slide.ground) if stamp else EMPTY
    shapes = join((title, *drawn, stamped, *_furniture(slide, layout, canvas)))
    creation = element("p14:creationId", xmlns_p14=_P14, val=number("slide", slide.key))
    return document(
        element(
            "p:sld",
            element(
                "p:cSld",
                background(slide.ground) if slide.ground != layout.ground else EMPTY,
                shape_tree(shapes),
                element("p:extLst", element("p:ext", creation, uri=_CREATION_ID)),
            ),
            element("p:clrMapOvr", element("a:masterClrMapping")),
            **SLIDE_NAMESPACES,
        )
    )


def _furniture(slide: Slide, layout: Layout, canvas: Canvas) -> list[Markup]:
    """Placeholders that a slide does not repeat would not show."""
    if not layout.furniture:
        return []
    return [
        _furnishing(item, content, canvas)
        for item in furnishings(canvas.charter.deck)
        if (content := _content(item, slide, canvas))
    ]


def _content(item: Furnishing, slide: Slide, canvas: Canvas) -> Markup:
    if item.type == "sldNum":
        return element("a:p", field("slidenum", NUMBER_FIELD, str(slide.number), canvas.language))
    if item.type == "ftr" and plain(slide.footer):
        return plain_paragraph(slide.footer, canvas.links)
    return EMPTY


def _furnishing(item: Furnishing, content: Markup, canvas: Canvas) -> Markup:
    return placeholder(
        canvas.identity(canvas.names(item.name)),
        element("p:ph", type=item.type, sz="quarter", idx=item.index),
        element("p:spPr"),
        element("p:txBody", element("a:bodyPr"), element("a:lstStyle"), content),
    )
