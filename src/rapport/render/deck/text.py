"""Text of slides: how a level is set, stated once for all its paragraphs; paragraphs and runs (ECMA-376 1, 21.1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.text import Emphasis, Position, Span
from rapport.formats.ooxml.markup import EMPTY, Markup, element, join, text
from rapport.lines.face import WORD_JOINER
from rapport.look.geometry import Pt, emu
from rapport.look.measures import list_indent
from rapport.look.type_style import TypeStyle
from rapport.render.deck.shape import REMEMBERED
from rapport.slides.elements import Align, SlideParagraph

# The charter's colours as slots of the theme, so that a reader who changes the theme changes the whole deck.

SLOTS: Mapping[str, str] = {
    "ink": "tx1",
    "white": "bg1",
    "grey": "tx2",
    "paper": "bg2",
    "accent": "accent1",
    "context": "accent2",
    "tint": "accent3",
    "rule": "accent4",
}
"""Names of the palette -> names of `a:schemeClr` (ECMA-376 part 1, 20.1.10.54)."""

_PERCENT = 1000
"""Office counts percentages in thousandths."""

NO_FILL = element("a:noFill")
NO_LINE = element("a:ln", NO_FILL)


def colour(name: str) -> Markup:
    """A colour of the palette as a colour of the theme. Raises KeyError for a name the palette does not have."""
    return _COLOURS[name]


def fill(name: str) -> Markup:
    """A solid fill."""
    return _FILLS[name]


@lru_cache(64)
def line(weight: float, colour: str, dash: tuple[float, ...] = (), name: str = "a:ln") -> Markup:
    """An outline: weight in points; `dash` gives lengths on and off in points, empty for a solid line.

    `name` is the element's: `a:lnB` for the lower edge of a table's cell.
    """
    return element(name, fill(colour), _dash(weight, dash), w=emu(weight))


def _dash(weight: float, dash: tuple[float, ...]) -> Markup:
    """Lengths of a custom dash are shares of the line's weight (20.1.8.21)."""
    if not dash:
        return EMPTY
    shares = [round(length / weight * 100 * _PERCENT) for length in dash]
    pairs = zip(shares[::2], shares[1::2], strict=True)
    return element("a:custDash", *(element("a:ds", d=on, sp=off) for on, off in pairs))


OWN_COLOURS = tuple(f"own-{place}" for place in ("title", "subtitle", "ftr", "sldNum"))
"""Names of colours that placeholders of a template have of their own: exchanged before the slide is written."""
_COLOURS = {
    name: element("a:schemeClr", val=slot)
    for name, slot in {**SLOTS, **dict(zip(OWN_COLOURS, OWN_COLOURS, strict=True))}.items()
}
_FILLS = {name: element("a:solidFill", markup) for name, markup in _COLOURS.items()}


LINE_HEIGHT = 1.257
"""Height of a line of the charter's face at single spacing, per em (its `hhea` ascent and descent)."""

ALIGN: Mapping[Align, str] = {"start": "l", "center": "ctr", "end": "r"}
"""Names of `algn` (ECMA-376 part 1, 20.1.10.59) for text that runs from left to right."""


class TextLook(Struct, frozen=True):
    """Size and leading in points, colour of the palette, weight, alignment, space before; marker and indents of lists.

    Text starts `indent` from the left edge of its box, its marker `hanging` before that.
    """

    size: Pt
    leading: Pt
    colour: str = "ink"
    bold: bool = False
    align: Align = "start"
    space_before: Pt = Pt(0)
    marker: str = ""
    indent: Pt = Pt(0)
    hanging: Pt = Pt(0)

    @property
    def spacing(self) -> int:
        """Line spacing in thousandths of a per cent of single spacing."""
        return round(self.leading / (self.size * LINE_HEIGHT) * 100_000)

    def recoloured(self, colour: str) -> TextLook:
        return replace(self, colour=colour)


def styled(style: TypeStyle, align: Align = "start") -> TextLook:
    """The look of a type style of the charter."""
    return TextLook(style.size, style.leading, style.colour, style.weight != "regular", align)


def look_of(paragraph: SlideParagraph, inherited: TextLook | None) -> TextLook:
    """The look of a paragraph; marker and indents are those of its level."""
    return replace(
        inherited or TextLook(paragraph.size, paragraph.leading),
        size=paragraph.size,
        leading=paragraph.leading,
        colour=paragraph.colour,
        bold=paragraph.bold,
        align=paragraph.align,
        space_before=paragraph.space_before,
    )


def list_style(looks: Iterable[tuple[int, TextLook]]) -> Markup:
    """`a:lstStyle` for the given levels (from 0), in order."""
    return element("a:lstStyle", join(level_properties(level, look) for level, look in looks))


@lru_cache(256)
def level_properties(level: int, look: TextLook, face: str = "mn", *, is_coloured: bool = True) -> Markup:
    """`a:lvlNpPr` for a level from 0; `face` is `mj` for the theme's heading face, `mn` for its body face, empty for
    that which the level has already, as its colour has where it is not `is_coloured`.
    """
    coloured = fill(look.colour) if is_coloured else EMPTY
    return element(
        f"a:lvl{level + 1}pPr",
        line_spacing(look),
        space_before(look),
        element("a:spcAft", element("a:spcPts", val=0)),
        _marker(look),
        element("a:defRPr", coloured, faces(face) if face else EMPTY, sz=size(look), b=int(look.bold), kern=1200),
        marL=emu(look.indent),
        indent=-emu(look.hanging),
        algn=ALIGN[look.align],
        defTabSz=914400,
        rtl=0,
        eaLnBrk=1,
        latinLnBrk=0,
        hangingPunct=1,
    )


@lru_cache(256)
def line_spacing(look: TextLook) -> Markup:
    """`a:lnSpc`: relative, so that it follows a reader who changes the size."""
    return element("a:lnSpc", element("a:spcPct", val=look.spacing))


@lru_cache(256)
def space_before(look: TextLook) -> Markup:
    """`a:spcBef`, in points."""
    return element("a:spcBef", element("a:spcPts", val=round(look.space_before * 100)))


def size(look: TextLook) -> int:
    """Size in hundredths of a point, as `sz` wants it."""
    return round(look.size * 100)


def faces(face: str) -> Markup:
    """The theme's faces for each kind of script."""
    return join(element(f"a:{script}", typeface=f"+{face}-{key}") for script, key in _SCRIPTS)


def _marker(look: TextLook) -> Markup:
    if not look.marker:
        return element("a:buNone")
    return join(
        (
            element("a:buClr", colour("accent")),
            element("a:buFont", typeface="+mn-lt"),
            element("a:buChar", char=look.marker),
        )
    )


_SCRIPTS = (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
NO_LIST_STYLE = element("a:lstStyle", EMPTY)


# Paragraphs and runs (ECMA-376 part 1, 21.1.2).

_BASELINE: Mapping[Position, str | None] = {"baseline": None, "superscript": "30000", "subscript": "-25000"}
_KEEP_TEXT_COLOUR = element(
    "a:extLst",
    element(
        "a:ext",
        element(
            "ahyp:hlinkClr",
            xmlns_ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
            val="tx",
        ),
        uri="{A12FA001-AC4F-418D-AE19-62706E023703}",
    ),
)
"""Without it a link takes the theme's link colour, which does not show on a dark ground."""


class Linker(Protocol):
    """What runs need of the slide they stand on."""

    @property
    def language(self) -> str:
        """BCP 47 tag of the text that does not say otherwise."""

    def click(self, link: str) -> Mapping[str, str]:
        """The attributes of `a:hlinkClick` for a URI or for `#key` of a slide."""


class TextSetting(Struct, frozen=True):
    """How runs differ from their level: size in hundredths of a point, weight, colour; None or empty if they do not."""

    size: int | None = None
    bold: int | None = None
    colour: str = ""
    on_dark: bool = False


def paragraphs(items: Iterable[SlideParagraph], bases: Mapping[int, TextLook], linker: Linker) -> Markup:
    """Paragraphs that say only how they differ from their level's look in `bases`. At least one `a:p` comes out."""
    written = [_paragraph(item, bases[item.level], index == 0, linker) for index, item in enumerate(items)]
    return join(written) or element("a:p", element("a:endParaRPr", lang=linker.language))


def plain_paragraph(content: Iterable[Span], linker: Linker) -> Markup:
    """A paragraph in the look it inherits."""
    return element("a:p", join(_run(span, TextSetting(), linker) for span in content))


def field(kind: str, identifier: str, shown: str, language: str, filled: Markup = EMPTY) -> Markup:
    """A field that the application fills (`slidenum`); `shown` is what stands there until then, `filled` its colour."""
    return element(
        "a:fld", element("a:rPr", filled, lang=language), element("a:t", text(shown)), id=identifier, type=kind
    )


def _paragraph(item: SlideParagraph, base: TextLook, is_first: bool, linker: Linker) -> Markup:
    look = look_of(item, base)
    setting = _setting(look, base)
    unit = replace(setting, size=round(item.unit_size * 100))
    runs = (_run(span, setting, linker) for span in item.text), (_run(span, unit, linker) for span in item.unit)
    written = join(chain(*runs))
    end = EMPTY if written else element("a:endParaRPr", lang=linker.language, sz=setting.size, b=setting.bold)
    return element("a:p", _properties(item, look, base, is_first), written, end)


def _setting(look: TextLook, base: TextLook) -> TextSetting:
    return TextSetting(
        size(look) if look.size != base.size else None,
        int(look.bold) if look.bold != base.bold else None,
        look.colour if look.colour != base.colour else "",
        look.colour == "white",
    )


def _properties(item: SlideParagraph, look: TextLook, base: TextLook, is_first: bool) -> Markup:
    """Space before the first paragraph of a box does not count: applications differ in whether they apply it."""
    spacing = line_spacing(look) if look.spacing != base.spacing else EMPTY
    before = space_before(look) if look.space_before != base.space_before and not is_first else EMPTY
    algn = ALIGN[look.align] if look.align != base.align else None
    if not (spacing or before or algn or item.level):
        return EMPTY
    indent = list_indent(base.hanging, item.size)
    wider = {"marL": emu(Pt(item.level * indent)), "indent": -emu(indent)} if indent > base.hanging > 0 else {}
    return element("a:pPr", spacing, before, _number(item.number), **wider, lvl=item.level or None, algn=algn)


def _number(number: int) -> Markup:
    """A number in place of the level's marker; each says its own, for a list may go on in another box."""
    return element("a:buAutoNum", type="arabicPeriod", startAt=number) if number else EMPTY


def _run(span: Span, setting: TextSetting, linker: Linker) -> Markup:
    look = join((_colour(span, setting), _link(span.link, linker, setting.on_dark)))
    language = span.language or linker.language
    shown = span.text if span.text in span.link else held(span.text)  # an address is copied as it is
    return join(_lines(shown, _run_properties(look, language, setting, span.emphasis, span.position)))


@lru_cache(REMEMBERED)
def _run_properties(
    look: Markup, language: str, setting: TextSetting, emphasis: Emphasis, position: Position
) -> Markup:
    """`a:rPr`, written once for all runs that are alike."""
    return element(
        "a:rPr",
        look,
        lang=language,
        sz=setting.size,
        b={"strong": 1, "quiet": 0}.get(emphasis, setting.bold),
        i=1 if emphasis == "emphasis" else None,
        baseline=_BASELINE[position],
    )


UNPARTED = re.compile("(?<=[^ ]-)(?=[0-9])|(?<=[0-9][\u2013\u2014])(?=[0-9])")


def held(string: str) -> str:
    """The text with nothing to see where a line must not end: after a hyphen or a dash before a figure, "2021-2024".

    Office programs part a line there. U+2011 would be read as another hyphen, and the charter's face has none: it is
    drawn as an empty box. U+2060 has no width in any face, and whatever reads our decks leaves it out.
    """
    return UNPARTED.sub(WORD_JOINER, string)


def _colour(span: Span, setting: TextSetting) -> Markup:
    """A link on a dark ground names its colour even where the paragraph has it already."""
    if span.emphasis == "quiet" and not setting.on_dark:
        return fill("grey")
    if setting.colour:
        return fill(setting.colour)
    return fill("white") if setting.on_dark and span.link else EMPTY


def _lines(string: str, properties: Markup) -> Iterator[Markup]:
    """Runs, with a line break where the text has one."""
    for index, piece in enumerate(string.split("\n")):
        if index:
            yield element("a:br", properties)
        if piece:
            yield element("a:r", properties, element("a:t", text(piece)))


def _link(link: str, linker: Linker, on_dark: bool) -> Markup:
    if not link:
        return EMPTY
    return element("a:hlinkClick", _KEEP_TEXT_COLOUR if on_dark else EMPTY, **linker.click(link))
