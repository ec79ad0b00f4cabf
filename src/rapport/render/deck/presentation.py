"""The main part and its slides (ECMA-376 part 1, 19.2.1.26 and 19.3.1.38)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace
from pptx.opc.constants import RELATIONSHIP_TYPE

from rapport.edition.text import Text, plain
from rapport.formats.ooxml.markup import EMPTY, SLIDE_NAMESPACES, Markup, document, element, guid, join, number
from rapport.formats.ooxml.package import relate
from rapport.look.geometry import emu
from rapport.render.deck.canvas import Canvas
from rapport.render.deck.elements.frames import draw_chart, draw_table
from rapport.render.deck.elements.picture import draw_picture, draw_shapes
from rapport.render.deck.elements.shapes import draw_panel, draw_rule, draw_sign, draw_text_box
from rapport.render.deck.housed_foot import housed_elements, housed_furniture, housed_plate, in_language
from rapport.render.deck.shape import SHRINKS, group, shape_tree
from rapport.render.deck.template.layout_part import background
from rapport.render.deck.template.layouts import Layout
from rapport.render.deck.template.master import MASTER_ID, MASTER_STEP, NOTES_HEIGHT, NOTES_WIDTH, default_text_style
from rapport.render.deck.template.placeholder import NUMBER_FIELD, Furnishing, furnishings, placeholder
from rapport.render.deck.template.stamp import SlideStamp
from rapport.render.deck.template.template import Template
from rapport.render.deck.text import field, plain_paragraph
from rapport.slides.deck import Deck, Slide
from rapport.slides.elements import (
    ChartFrame,
    Drawing,
    Element,
    ElementGroup,
    Leaf,
    Panel,
    PictureFrame,
    RuleLine,
    SlideSign,
    TableFrame,
    TextBox,
)

_FIRST_SLIDE_ID, _FIRST_KEPT_ID = 256, 1_000_000  # ST_SlideId begins at 256; kept slides come after any of ours
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def presentation_part(deck: Deck, template: Template, relations: Mapping[str, str]) -> bytes:
    """`relations` identifies each slide's part by the slide's key, in order."""
    numbers = {key: _FIRST_SLIDE_ID + index for index, key in enumerate(relations)}
    slides = join(element("p:sldId", id=numbers[key], r_id=relation) for key, relation in relations.items())
    before, after = _kept_numbers(template)
    masters = join(
        element("p:sldMasterId", id=MASTER_ID + MASTER_STEP * index, r_id=relation)
        for index, relation in enumerate(template.masters)
    )
    house = template.charter.house if template.charter else None
    width, height = (house.width, house.height) if house else (emu(deck.width), emu(deck.height))
    return document(
        element(
            "p:presentation",
            element("p:sldMasterIdLst", masters),
            element("p:notesMasterIdLst", element("p:notesMasterId", r_id=template.notes_master_relation)),
            element("p:sldIdLst", _listed(before), slides, _listed(after)) if slides else EMPTY,
            element("p:sldSz", cx=width, cy=height),
            element("p:notesSz", cx=emu(NOTES_WIDTH), cy=emu(NOTES_HEIGHT)),
            in_language(house.default_text, deck.language)
            if house and house.default_text
            else default_text_style(template.look, deck.language),
            _sections(deck, numbers, (tuple(before), tuple(after))),
            **SLIDE_NAMESPACES,
            saveSubsetFonts=1,
            autoCompressPictures=0,
        )
    )


def _kept_numbers(template: Template) -> tuple[dict[int, str], dict[int, str]]:
    """Number -> relationship of the template's own slides that come before ours, and of those after."""
    before: dict[int, str] = {}
    after: dict[int, str] = {}
    for identifier, (part, place) in enumerate(template.kept, start=_FIRST_KEPT_ID):
        held = before if place == "first" else after
        held[identifier] = relate(template.presentation, part, RELATIONSHIP_TYPE.SLIDE)
    return before, after


def _listed(kept: Mapping[int, str]) -> Markup:
    return join(element("p:sldId", id=number, r_id=relation) for number, relation in kept.items())


def _sections(deck: Deck, numbers: Mapping[str, int], kept: tuple[tuple[int, ...], tuple[int, ...]]) -> Markup:
    """The extension that names the parts of the deck (MS-PPTX 2.6.3); they cover all slides, `kept` ones at both ends
    included.
    """
    if not deck.parts:
        return EMPTY
    held = [[numbers[key] for key in part.slides] for part in deck.parts]
    held[0][:0], held[-1][len(held[-1]) :] = kept
    sections = [
        element(
            "p14:section",
            element("p14:sldIdLst", join(element("p14:sldId", id=number) for number in listed)),
            name=part.name,
            id=guid("section", index, part.name),
        )
        for index, (part, listed) in enumerate(zip(deck.parts, held, strict=True))
    ]
    listed = element("p14:sectionLst", *sections, xmlns_p14=_P14)
    return element("p:extLst", element("p:ext", listed, uri=_SECTIONS))


# One slide as a part (ECMA-376 part 1, 19.3.1.38).

_CREATION_ID = "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"


def slide_part(slide: Slide, layout: Layout, canvas: Canvas, stamp: SlideStamp | None) -> bytes:
    """Title first, then the elements in their order, the stamp of a copy, footer and number: as they are read."""
    title = draw(replace(slide.title, place="title"), canvas)
    elements = housed_elements(slide.elements, layout) if layout.house else slide.elements
    drawn = [draw(item, canvas) for item in elements]
    stamped = stamp.on_slide(canvas.next_number(), slide.ground) if stamp else EMPTY
    plate = housed_plate(layout.house, slide.title.box, canvas) if layout.house else EMPTY
    shapes = join((title, plate, *drawn, stamped, *_furniture(slide, layout, canvas)))
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
    if layout.house:
        return housed_furniture(slide, layout.house, canvas)
    return [
        _furnishing(item, content, canvas)
        for item in furnishings(canvas.charter.deck)
        if (content := _content(item, slide, canvas))
    ]


def _content(item: Furnishing, slide: Slide, canvas: Canvas) -> Markup:
    if item.type == "sldNum":
        return element("a:p", field("slidenum", NUMBER_FIELD, str(slide.number), canvas.language))
    if item.type == "ftr" and plain(slide.footer):
        return plain_paragraph(_in_parts(slide.footer), canvas.links)
    return EMPTY


ONE_LINE = 80
"""Characters of a footer that stand on its line in every face."""


def _in_parts(text: Text) -> Text:
    """A long text as two runs, the second its last word: LibreOffice takes a footer of a single run for a field, whose
    words it cuts at the line's end.
    """
    if len(text) != 1 or len(text[0].text) <= ONE_LINE:
        return text
    before, space, last = text[0].text.rpartition(" ")
    return (replace(text[0], text=before), replace(text[0], text=f"{space}{last}"))


def _furnishing(item: Furnishing, content: Markup, canvas: Canvas) -> Markup:
    return placeholder(
        canvas.identity(canvas.names(item.name)),
        element("p:ph", type=item.type, sz="quarter", idx=item.index),
        element("p:spPr"),
        element("p:txBody", element("a:bodyPr", SHRINKS), element("a:lstStyle"), content),
    )


# Said again, for LibreOffice does not inherit it: two lines of a source are three in a face much wider than ours.


Drawer = Callable[[Any, Canvas], Markup]
"""Writes one element; its first parameter is of the type it stands for in the table."""

LEAVES: Mapping[type, Drawer] = {
    TextBox: draw_text_box,
    RuleLine: draw_rule,
    Panel: draw_panel,
    SlideSign: draw_sign,
    ChartFrame: draw_chart,
    TableFrame: draw_table,
    PictureFrame: draw_picture,
    Drawing: draw_shapes,
}


# A group of shapes that are read as one; they stay native and can be edited one by one.


def draw_group(item: ElementGroup, canvas: Canvas) -> Markup:
    """`p:grpSp` with its shapes in reading order; its name stands in for an alternative text it does not have."""
    shape_identity = canvas.identity(item.name, plain(item.alternative) or item.name)
    shapes = join(LEAVES[type(leaf)](_unplaced(leaf), canvas) for leaf in item.elements)
    return group(shape_identity, item.box, shapes)


def _unplaced(leaf: Leaf) -> Leaf:
    """A placeholder cannot stand in a group."""
    return replace(leaf, place="") if isinstance(leaf, TextBox) and leaf.place else leaf


ELEMENTS: Mapping[type, Drawer] = {**LEAVES, ElementGroup: draw_group}


def draw(item: Element, canvas: Canvas) -> Markup:
    """An element as markup; the parts it needs are added to the package."""
    return ELEMENTS[type(item)](item, canvas)
