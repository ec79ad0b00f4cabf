"""The main part: the list of slides, their size, their sections (ECMA-376 part 1, 19.2.1.26)."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.formats.ooxml.markup import EMPTY, SLIDE_NAMESPACES, Markup, document, element, guid, join
from rapport.look.geometry import emu
from rapport.render.deck.template.master import MASTER_ID, NOTES_HEIGHT, NOTES_WIDTH, default_text_style
from rapport.render.deck.template.template import Template
from rapport.slides.deck import Deck

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
