"""The charter as a theme (ECMA-376 part 1, 20.1.6): its palette, its face, its table style."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.formats.ooxml.markup import DRAWING, EMPTY, Markup, document, element, guid, join
from rapport.look.charter import Charter, DeckLook
from rapport.look.geometry import Rule, emu
from rapport.look.palette import ColourName
from rapport.render.deck.text import NO_FILL, NO_LINE, SLOTS, line

_ROLES: tuple[tuple[str, ColourName], ...] = (
    ("dk1", "ink"),
    ("lt1", "white"),
    ("dk2", "grey"),
    ("lt2", "paper"),
    ("accent1", "accent"),
    ("accent2", "context"),
    ("accent3", "tint"),
    ("accent4", "rule"),
    ("accent5", "grey"),
    ("accent6", "ink"),
    ("hlink", "accent"),
    ("folHlink", "grey"),
)
"""The twelve colours of a theme. The last accents repeat neutrals: the charter has one accent."""

_LINE_WEIGHTS = (0.5, 1.0, 1.5)  # three, the least that a theme may have
_PLACEHOLDER_FILL = element("a:solidFill", element("a:schemeClr", val="phClr"))


def theme(charter: Charter, name: str, language: str, script_face: str = "") -> bytes:
    """A theme part. New text boxes are set in `language`, whose script is set in `script_face` where it has its own."""
    return document(
        element(
            "a:theme",
            element("a:themeElements", _colours(charter, name), _fonts(charter, name, script_face), _formats(name)),
            element("a:objectDefaults", _text_box(language)),
            element("a:extraClrSchemeLst"),
            xmlns_a=DRAWING,
            name=name,
        )
    )


def _colours(charter: Charter, name: str) -> Markup:
    return element(
        "a:clrScheme",
        join(
            element(f"a:{slot}", element("a:srgbClr", val=charter.palette[role].removeprefix("#").upper()))
            for slot, role in _ROLES
        ),
        name=name,
    )


def _fonts(charter: Charter, name: str, complex_script: str) -> Markup:
    faces = join(
        (
            element("a:latin", typeface=charter.font.name),
            element("a:ea", typeface=""),
            element("a:cs", typeface=complex_script),
        )
    )
    return element("a:fontScheme", element("a:majorFont", faces), element("a:minorFont", faces), name=name)


def _formats(name: str) -> Markup:
    """Flat shapes: no gradient, no shadow. The schema wants three of each."""
    fills = join([_PLACEHOLDER_FILL] * 3)
    effects = join([element("a:effectStyle", element("a:effectLst"))] * 3)
    return element(
        "a:fmtScheme",
        element("a:fillStyleLst", fills),
        element("a:lnStyleLst", join(_line(weight) for weight in _LINE_WEIGHTS)),
        element("a:effectStyleLst", effects),
        element("a:bgFillStyleLst", fills),
        name=name,
    )


def _line(weight: float) -> Markup:
    return element(
        "a:ln",
        _PLACEHOLDER_FILL,
        element("a:prstDash", val="solid"),
        element("a:miter", lim=800000),
        w=emu(weight),
        cap="flat",
        cmpd="sng",
        algn="ctr",
    )


def _text_box(language: str) -> Markup:
    return element(
        "a:txDef",
        element("a:spPr", element("a:noFill")),
        element("a:bodyPr", element("a:noAutofit"), wrap="square", lIns=0, tIns=0, rIns=0, bIns=0, rtlCol=0),
        element("a:lstStyle", element("a:defPPr", element("a:defRPr", EMPTY, lang=language, sz=1800), algn="l")),
    )


# The charter's table style: rules, no stripes (ECMA-376 part 1, 20.1.4.2.27).

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
