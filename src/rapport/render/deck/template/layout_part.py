"""A layout as a part (ECMA-376 part 1, 19.3.1.39)."""

from __future__ import annotations

from itertools import count

from rapport.formats.ooxml.markup import EMPTY, SLIDE_NAMESPACES, Markup, document, element, join
from rapport.look.charter import DeckLook
from rapport.render.deck.elements.shapes import panel_shape, rule_shape
from rapport.render.deck.shape import ORNAMENT, Name, identity, shape_tree
from rapport.render.deck.template.layouts import Ground, Layout
from rapport.render.deck.template.placeholder import DeckVoice, furnishing, furnishings, slot_placeholder
from rapport.render.deck.text import fill
from rapport.slides.elements import Panel, RuleLine

_NAMES: dict[str, Name] = {
    "cover": "layout-cover",
    "figures": "layout-figures",
    "chart": "layout-chart",
    "table": "layout-table",
    "timeline": "layout-timeline",
    "columns": "layout-columns",
    "content": "layout-content",
    "statement": "layout-statement",
    "divider": "layout-divider",
    "messages": "layout-messages",
    "picture": "layout-picture",
    "title-only": "layout-title-only",
}


def layout_part(layout: Layout, look: DeckLook, voice: DeckVoice) -> bytes:
    """The layout's placeholders, its ornaments under them, its furniture last."""
    return document(
        element(
            "p:sldLayout",
            element(
                "p:cSld",
                background(layout.ground) if layout.ground != "white" else EMPTY,
                shape_tree(_shapes(layout, look, voice)),
                name=voice.names(_NAMES[layout.name]),
            ),
            element("p:clrMapOvr", element("a:masterClrMapping")),
            **SLIDE_NAMESPACES,
            type=layout.type or None,
            preserve=1,
            userDrawn=None if layout.type else 1,
        )
    )


def background(ground: Ground) -> Markup:
    """`p:bg`; PowerPoint repairs one without an effect list."""
    return element("p:bg", element("p:bgPr", fill(ground), element("a:effectLst")))


def _shapes(layout: Layout, look: DeckLook, voice: DeckVoice) -> Markup:
    numbers = count(2)
    ornaments = [_ornament(item, next(numbers), voice) for item in layout.ornaments]
    slots = [slot_placeholder(slot, next(numbers), voice) for slot in layout.slots]
    colour = "white" if layout.ground == "accent" else ""
    items = furnishings(look, colour) if layout.furniture else ()
    furniture = [furnishing(item, next(numbers), voice, bool(colour)) for item in items]
    return join((*ornaments, *slots, *furniture))


def _ornament(item: RuleLine | Panel, number: int, voice: DeckVoice) -> Markup:
    if isinstance(item, Panel):
        return panel_shape(item, identity(number, voice.names("panel"), traits=ORNAMENT), voice.language)
    return rule_shape(item, identity(number, voice.names("rule"), traits=ORNAMENT))
