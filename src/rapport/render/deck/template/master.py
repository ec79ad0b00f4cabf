"""The slide master and the notes master (ECMA-376 part 1, 19.3.1.42 and 19.3.1.27)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from rapport.formats.ooxml.markup import EMPTY, SLIDE_NAMESPACES, Markup, document, element, join, text
from rapport.look.charter import DeckLook
from rapport.look.geometry import Box, Pt
from rapport.render.deck.shape import RECTANGLE, body_properties, identity, placement, shape_tree
from rapport.render.deck.template.layout_part import background
from rapport.render.deck.template.layouts import LayoutSlot, body_looks, title_slot
from rapport.render.deck.template.placeholder import (
    DeckVoice,
    Furnishing,
    furnishing,
    furnishings,
    placeholder,
    slot_placeholder,
)
from rapport.render.deck.text import TextLook, level_properties, line, styled

MASTER_ID = 2**31
"""Masters and layouts share one number space, which starts here (19.7.14)."""
MASTER_STEP = 1_000
"""Numbers that each master has for its layouts."""

NOTES_WIDTH, NOTES_HEIGHT = Pt(540), Pt(720)  # 7.5 by 10 inches, as PowerPoint makes them
# Margins of 54 points; the slide, of 16 to 9, over half of what is left, its notes below, the number at the foot.
_SLIDE_IMAGE = Box(Pt(54), Pt(54), Pt(432), Pt(243))
_NOTES_TEXT = Box(Pt(54), Pt(324), Pt(432), Pt(330))
_NOTES_FOOT = Box(Pt(54), Pt(672), Pt(432), Pt(18))

_COLOUR_MAP = element(
    "p:clrMap",
    bg1="lt1",
    tx1="dk1",
    bg2="lt2",
    tx2="dk2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    hlink="hlink",
    folHlink="folHlink",
)
_LEVELS = 9  # lvl1pPr to lvl9pPr


def slide_master(look: DeckLook, voice: DeckVoice, layout_relations: Iterable[str]) -> bytes:
    """The one master; `layout_relations` identify its layouts, in order."""
    layout_ids = join(
        element("p:sldLayoutId", id=MASTER_ID + number, r_id=relation)
        for number, relation in enumerate(layout_relations, start=1)
    )
    return document(
        element(
            "p:sldMaster",
            element("p:cSld", background("white"), shape_tree(_slide_shapes(look, voice))),
            _COLOUR_MAP,
            element("p:sldLayoutIdLst", layout_ids),
            element("p:hf", hdr=0),
            _text_styles(look, voice.language),
            **SLIDE_NAMESPACES,
            preserve=1,
        )
    )


def notes_master(look: DeckLook, voice: DeckVoice) -> bytes:
    """The master of the notes pages, A4-like in proportion to a 16:9 slide above its text."""
    style = styled(look.type.notes)
    return document(
        element(
            "p:notesMaster",
            element("p:cSld", background("white"), shape_tree(_notes_shapes(style, voice))),
            _COLOUR_MAP,
            element("p:hf", hdr=0, dt=0, ftr=0),
            element("p:notesStyle", _levels([style] * _LEVELS)),
            **SLIDE_NAMESPACES,
        )
    )


def default_text_style(look: DeckLook, language: str) -> Markup:
    """`p:defaultTextStyle` of the presentation: text that no placeholder governs."""
    return element("p:defaultTextStyle", _defaults(look, language))


def _slide_shapes(look: DeckLook, voice: DeckVoice) -> Markup:
    numbers = count(2)
    body = LayoutSlot("body", "body", 1, look.grid.content, body_looks(look, look.type.body))
    slots = [slot_placeholder(slot, next(numbers), voice) for slot in (title_slot(look), body)]
    furniture = [furnishing(item, next(numbers), voice, own_look=True) for item in furnishings(look)]
    return join((*slots, *furniture))


def _text_styles(look: DeckLook, language: str) -> Markup:
    body = body_looks(look, look.type.body)
    return element(
        "p:txStyles",
        element("p:titleStyle", level_properties(0, styled(look.type.title), "mj")),
        element("p:bodyStyle", _levels(body + body[-1:] * (_LEVELS - len(body)))),
        element("p:otherStyle", _defaults(look, language)),
    )


def _defaults(look: DeckLook, language: str) -> Markup:
    style = styled(look.type.body)
    return join(
        (element("a:defPPr", element("a:defRPr", lang=language)), _levels([style] * _LEVELS)),
    )


def _levels(looks: Iterable[TextLook]) -> Markup:
    return join(level_properties(level, look) for level, look in enumerate(looks))


def _notes_shapes(style: TextLook, voice: DeckVoice) -> Markup:
    slide_image = element(
        "p:sp",
        element(
            "p:nvSpPr",
            identity(2, voice.names("slide-image")),
            element("p:cNvSpPr", element("a:spLocks", noGrp=1, noRot=1, noChangeAspect=1)),
            element("p:nvPr", element("p:ph", type="sldImg", idx=2)),
        ),
        element("p:spPr", placement(_SLIDE_IMAGE), RECTANGLE, element("a:noFill"), line(0.75, "rule")),
    )
    body = placeholder(
        identity(3, voice.names("notes")),
        element("p:ph", type="body", sz="quarter", idx=3),
        element("p:spPr", placement(_NOTES_TEXT), RECTANGLE),
        _notes_prompt(voice),
    )
    number = Furnishing("sldNum", "number", 5, _NOTES_FOOT, TextLook(style.size, style.leading, align="end"))
    return join((slide_image, body, furnishing(number, 4, voice, own_look=True)))


def _notes_prompt(voice: DeckVoice) -> Markup:
    run = element("a:r", element("a:rPr", lang=voice.language), element("a:t", text(voice.names("notes-text"))))
    return element("p:txBody", body_properties("top", EMPTY), element("a:lstStyle"), element("a:p", run))
