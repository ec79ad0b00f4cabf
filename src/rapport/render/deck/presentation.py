"""The main part and its slides (ECMA-376 part 1, 19.2.1.26 and 19.3.1.38)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from rapport.edition.text import plain
from rapport.formats.ooxml.markup import EMPTY, SLIDE_NAMESPACES, Markup, document, element, guid, join, number
from rapport.look.geometry import emu
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.dispatch import draw
from rapport.render.deck.shape import shape_tree
from rapport.render.deck.template.layout_part import background
from rapport.render.deck.template.layouts import Layout
from rapport.render.deck.template.master import MASTER_ID, NOTES_HEIGHT, NOTES_WIDTH, default_text_style
from rapport.render.deck.template.placeholder import NUMBER_FIELD, Furnishing, furnishings, placeholder
from rapport.render.deck.template.stamp import SlideStamp
from rapport.render.deck.template.template import Template
from rapport.render.deck.text import field, plain_paragraph
from rapport.slides.deck import Deck, Slide

_FIRST_SLIDE_ID = 256
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def presentation_part(deck: Deck, template: Template, relations: Mapping[str, str]) -> bytes:
    """`relations` identifies each slide's part by the slide's key, in order."""
    numbers = {key: _FIRST_SLIDE_ID + index for index, key in enumerate(relations)}
    slides = join(element("p:sldId", id=numbers[key], r_id=relation) for key, relation in relations.items())
    master = element("p:sldMasterId", id=MASTER_ID, r_id=template.master_relation)
    return document(
        element(
            "p:presentation",
            element("p:sldMasterIdLst", master),
            element("p:notesMasterIdLst", element("p:notesMasterId", r_id=template.notes_master_relation)),
            element("p:sldIdLst", slides) if slides else EMPTY,
            element("p:sldSz", cx=emu(deck.width), cy=emu(deck.height)),
            element("p:notesSz", cx=emu(NOTES_WIDTH), cy=emu(NOTES_HEIGHT)),
            default_text_style(template.look, deck.language),
            _sections(deck, numbers),
            **SLIDE_NAMESPACES,
            saveSubsetFonts=1,
            autoCompressPictures=0,
        )
    )


def _sections(deck: Deck, numbers: Mapping[str, int]) -> Markup:
    """The extension that names the parts of the deck (MS-PPTX 2.6.3); they cover all slides."""
    if not deck.parts:
        return EMPTY
    sections = [
        element(
            "p14:section",
            element("p14:sldIdLst", join(element("p14:sldId", id=numbers[key]) for key in part.slides)),
            name=part.name,
            id=guid("section", index, part.name),
        )
        for index, part in enumerate(deck.parts)
    ]
    listed = element("p14:sectionLst", *sections, xmlns_p14=_P14)
    return element("p:extLst", element("p:ext", listed, uri=_SECTIONS))


# One slide as a part (ECMA-376 part 1, 19.3.1.38).

_CREATION_ID = "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"


def slide_part(slide: Slide, layout: Layout, canvas: Canvas, stamp: SlideStamp | None) -> bytes:
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
