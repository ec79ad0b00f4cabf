"""How text of one level is set, stated once for all its paragraphs; colours are slots of the theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from rapport.formats.ooxml.markup import EMPTY, Markup, element, join
from rapport.look.geometry import Pt, emu
from rapport.look.type_style import TypeStyle
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
