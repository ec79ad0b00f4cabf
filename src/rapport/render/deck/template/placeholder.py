"""Placeholders of master and layouts, and the furniture both carry: footer, date and number."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.edition import Furniture
from rapport.formats.ooxml.markup import EMPTY, Markup, element, guid, join, text
from rapport.look.charter import DeckLook
from rapport.look.geometry import Box
from rapport.render.deck.shape import PLACEHOLDER_LOCKS, RECTANGLE, SHRINKS, Name, body_properties, identity, placement
from rapport.render.deck.template.layouts import LayoutSlot
from rapport.render.deck.text import NO_LIST_STYLE, TextLook, field, list_style, styled

NUMBER_FIELD = guid("field", "slidenum")
"""Shrinks the text that an editor adds later; text of ours fits already."""

_NUMBER_COLUMN = 12  # of the grid's twelve, as the next two
_DATE_COLUMNS = (10, 11)
_FOOTER_COLUMNS = (1, 9)


class DeckVoice(Struct, frozen=True):
    """The language of a deck, names of things in it, the text at the foot of its slides."""

    language: str
    names: Furniture
    footer: str


class Furnishing(Struct, frozen=True):
    """A placeholder that the application fills on every slide. `index` ties slides to layouts."""

    type: str
    name: Name
    index: int
    box: Box
    look: TextLook


def furnishings(look: DeckLook, colour: str = "") -> tuple[Furnishing, ...]:
    """Footer, date and number at the foot; `colour` overrides that of the charter on dark grounds.

    They are two lines high and stand on their last line, at the charter's `footer_y`.
    """
    grid, small, folio = look.grid, look.type.footer, look.type.folio

    def at(first: int, last: int) -> Box:
        return grid.cells.span(first, last).box(grid.footer_y - small.leading, 2 * small.leading)

    footer = Furnishing("ftr", "footer", 11, at(*_FOOTER_COLUMNS), styled(small))
    date = Furnishing("dt", "date", 10, at(*_DATE_COLUMNS), styled(small, align="end"))
    number = Furnishing("sldNum", "number", 12, at(_NUMBER_COLUMN, _NUMBER_COLUMN), styled(folio, align="end"))
    return tuple(_recoloured(item, colour) for item in (footer, date, number))


def furnishing(item: Furnishing, number: int, voice: DeckVoice, own_look: bool) -> Markup:
    """The placeholder of a furnishing on the master or a layout; `own_look` where it differs from the master's."""
    return placeholder(
        identity(number, voice.names(item.name)),
        element("p:ph", type=item.type, sz="quarter", idx=item.index),
        element("p:spPr", placement(item.box), RECTANGLE),
        element(
            "p:txBody",
            body_properties("bottom", SHRINKS),
            list_style([(0, item.look)]) if own_look else NO_LIST_STYLE,
            furnishing_text(item, voice),
        ),
    )


def furnishing_text(item: Furnishing, voice: DeckVoice) -> Markup:
    """LibreOffice drops the style of a footer whose layout has no text in it."""
    if item.type == "sldNum":
        return element("a:p", field("slidenum", NUMBER_FIELD, "‹N°›", voice.language))
    if item.type == "ftr" and voice.footer:
        return _prompt(voice.footer, 0, voice.language)
    return element("a:p", element("a:endParaRPr", lang=voice.language))


def slot_placeholder(slot: LayoutSlot, number: int, voice: DeckVoice) -> Markup:
    """A layout's placeholder with its looks and the text that invites to fill it."""
    return placeholder(
        identity(number, voice.names(slot.place or "body")),
        placeholder_reference(slot, prompt=True),
        element("p:spPr", placement(slot.box), RECTANGLE),
        element(
            "p:txBody",
            body_properties(slot.anchor, SHRINKS),
            list_style(enumerate(slot.looks)),
            _prompts(slot, voice),
        ),
    )


def placeholder(shape_identity: Markup, reference: Markup, properties: Markup, body: Markup) -> Markup:
    """`p:sp` for a placeholder with text."""
    return element(
        "p:sp",
        element("p:nvSpPr", shape_identity, PLACEHOLDER_LOCKS, element("p:nvPr", reference)),
        properties,
        body,
    )


def placeholder_reference(slot: LayoutSlot, prompt: bool = False) -> Markup:
    """`p:ph`, by which a slide's shape finds its layout's."""
    return element(
        "p:ph",
        type=None if slot.type == "obj" else slot.type,
        idx=slot.index,
        hasCustomPrompt=1 if prompt and slot.type == "body" else None,
    )


def _prompts(slot: LayoutSlot, voice: DeckVoice) -> Markup:
    if len(slot.looks) == 1:
        return _prompt(voice.names(slot.place or "body"), 0, voice.language)
    lines = voice.names("levels").split("\n")
    return join(_prompt(line, level, voice.language) for level, line in enumerate(lines))


def _prompt(string: str, level: int, language: str) -> Markup:
    properties = element("a:pPr", lvl=level) if level else EMPTY
    return element("a:p", properties, element("a:r", element("a:rPr", lang=language), element("a:t", text(string))))


def _recoloured(item: Furnishing, colour: str) -> Furnishing:
    return replace(item, look=item.look.recoloured(colour)) if colour else item
