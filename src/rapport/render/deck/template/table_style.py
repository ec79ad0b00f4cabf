"""The charter's table style: rules, no stripes (ECMA-376 part 1, 20.1.4.2.27)."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.formats.ooxml.markup import DRAWING, EMPTY, Markup, document, element, guid, join
from rapport.look.charter import DeckLook
from rapport.look.geometry import Rule
from rapport.render.deck.colours import NO_FILL, NO_LINE, SLOTS, line

TABLE_STYLE = guid("table style")
_SIDES = ("left", "right", "top", "bottom", "insideH", "insideV")
_FONT = element("a:fontRef", element("a:prstClr", val="black"), idx="minor")


def table_styles(look: DeckLook, name: str) -> bytes:
    """The only table style of the deck, and its default.

    It names `tx1` and `tx2`, never `dk1`: on a dark ground the text would vanish. The first column only sets its
    weight, since its colour would win over that of the header.
    """
    rules = look.rules
    body = _borders({"top": rules.strong, "bottom": rules.strong, "insideH": rules.hairline})
    header = _borders({"bottom": rules.table_head})
    style = element(
        "a:tblStyle",
        element("a:wholeTbl", _text("ink", "off"), element("a:tcStyle", body, element("a:fill", NO_FILL))),
        element("a:lastRow", _text("ink", "on"), _plain_cell(_borders({"top": rules.table_head}))),
        element("a:firstRow", _text("grey", "on"), _plain_cell(header)),
        styleId=TABLE_STYLE,
        styleName=name,
    )
    return document(element("a:tblStyleLst", style, xmlns_a=DRAWING, **{"def": TABLE_STYLE}))


def _plain_cell(borders: Markup) -> Markup:
    return element("a:tcStyle", borders)


def _text(colour: str, bold: str) -> Markup:
    return element("a:tcTxStyle", _FONT, element("a:schemeClr", val=SLOTS[colour]), b=bold)


def _borders(rules: Mapping[str, Rule]) -> Markup:
    """`a:tcBdr`; sides that are not named have no line in the whole table, and keep it elsewhere."""
    whole = "insideH" in rules
    return element("a:tcBdr", join(_border(side, rules.get(side), whole) for side in _SIDES))


def _border(side: str, rule: Rule | None, whole: bool) -> Markup:
    if rule is None:
        return element(f"a:{side}", NO_LINE) if whole else EMPTY
    return element(f"a:{side}", line(rule.weight, rule.colour))
