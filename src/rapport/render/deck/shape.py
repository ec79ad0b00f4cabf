"""Names of what the renderer draws besides the plan's elements; the deck carries the words in its language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from rapport.formats.ooxml.markup import EMPTY, Markup, element, guid, join
from rapport.look.geometry import Box, Pt, emu
from rapport.slides.elements import Anchor

Name = Literal[
    "title", "kicker", "subtitle", "body", "second", "third", "meta", "source", "chart", "table", "picture",
    "footer", "number", "date", "header", "notes", "slide-image", "rule", "panel", "sign", "stamp",
    "levels", "notes-text", "data", "category", "label", "theme", "table-style",
    "layout-cover", "layout-figures", "layout-chart", "layout-table", "layout-timeline", "layout-columns",
    "layout-content", "layout-statement", "layout-divider", "layout-messages", "layout-picture", "layout-title-only",
]  # fmt: skip


_GUID = guid("shape")
_CREATED = element(
    "a:ext",
    element("a16:creationId", xmlns_a16="http://schemas.microsoft.com/office/drawing/2014/main", id=_GUID),
    uri="{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}",
)
"""What keeps a shape known, with the GUID of none: written once, since every shape has it."""
DECORATIVE = element(
    "a:ext",
    element(
        "adec:decorative",
        xmlns_adec="http://schemas.microsoft.com/office/drawing/2017/decorative",
        val="1",
    ),
    uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}",
)
"""An ornament: screen readers pass over it."""

RECTANGLE = element("a:prstGeom", element("a:avLst"), prst="rect")
PLACEHOLDER_LOCKS = element("p:cNvSpPr", element("a:spLocks", noGrp=1))
NO_PLACEHOLDER = element("p:nvPr")
_NO_LOCKS, _NO_GROUP_LOCKS = element("p:cNvSpPr"), element("p:cNvGrpSpPr")

REMEMBERED = 1 << 10
"""Places and settings that are written once for all that share them: slides of one layout are alike."""

_ANCHORS: Mapping[Anchor, str] = {"top": "t", "middle": "ctr", "bottom": "b"}


class Traits(Struct, frozen=True):
    """What a shape may be besides named: `creation` is a GUID that it keeps when others renumber it (MS-ODRAWXML
    2.8.3.1), `click` what a click on it does; both may be empty.
    """

    decorative: bool = False
    creation: str = ""
    click: Markup = EMPTY


PLAIN = Traits()
ORNAMENT = Traits(decorative=True)


def identity(number: int, name: str, description: str = "", traits: Traits = PLAIN) -> Markup:
    """`p:cNvPr`: the shape's number on its slide, its name in the selection pane, what it shows."""
    extensions = DECORATIVE if traits.decorative else EMPTY
    if traits.creation:
        extensions = join((Markup(_CREATED.replace(_GUID, traits.creation)), extensions))
    listed = element("a:extLst", extensions) if extensions else EMPTY
    return element("p:cNvPr", traits.click, listed, id=number, name=name, descr=description or None)


@lru_cache(REMEMBERED)
def placement(box: Box, prefix: Literal["a", "p"] = "a") -> Markup:
    """The place of a shape (`a:xfrm`), or of a graphic frame (`p:xfrm`)."""
    (x, y), (width, height) = corner_and_size(box)
    return element(f"{prefix}:xfrm", element("a:off", x=x, y=y), element("a:ext", cx=width, cy=height))


def corner_and_size(box: Box) -> tuple[tuple[int, int], tuple[int, int]]:
    """In English Metric Units. Edges are rounded, not sizes: shapes that touch in the plan touch on the slide."""
    x, y = emu(box.x), emu(box.y)
    return (x, y), (max(0, emu(box.right) - x), max(0, emu(box.bottom) - y))


def anchor_name(anchor: Anchor) -> str:
    """The name of an anchor (20.1.10.60)."""
    return _ANCHORS[anchor]


SHRINKS = element("a:normAutofit")
"""Said by each box, though text fits as measured: LibreOffice does not inherit it, and where it lacks our face it may
draw one as wide as DejaVu Sans, a seventh wider than Arial; told to shrink, it keeps each text in its box.
"""


@lru_cache(REMEMBERED)
def body_properties(anchor: Anchor, autofit: Markup, margin: Pt = Pt(0)) -> Markup:
    """`a:bodyPr` of a box without insets but `margin` at the end of its lines."""
    return element(
        "a:bodyPr",
        autofit,
        vert="horz",
        wrap="square",
        lIns=0,
        tIns=0,
        rIns=emu(margin),
        bIns=0,
        rtlCol=0,
        anchor=anchor_name(anchor),
    )


def group(shape_identity: Markup, box: Box, shapes: Markup) -> Markup:
    """`p:grpSp`; what is inside keeps the slide's own coordinates."""
    (x, y), (width, height) = corner_and_size(box)
    frame = element(
        "a:xfrm",
        element("a:off", x=x, y=y),
        element("a:ext", cx=width, cy=height),
        element("a:chOff", x=x, y=y),
        element("a:chExt", cx=width, cy=height),
    )
    opening = element("p:nvGrpSpPr", shape_identity, _NO_GROUP_LOCKS, NO_PLACEHOLDER)
    return element("p:grpSp", opening, element("p:grpSpPr", frame), shapes)


def ornament(shape_identity: Markup, properties: Markup, language: str) -> Markup:
    """A shape without words; it has an empty text, since PowerPoint repairs a shape without any."""
    naming = element("p:nvSpPr", shape_identity, _NO_LOCKS, NO_PLACEHOLDER)
    return element("p:sp", naming, element("p:spPr", properties), _without_words(language))


@lru_cache(REMEMBERED)
def _without_words(language: str) -> Markup:
    return element(
        "p:txBody",
        element("a:bodyPr", rtlCol=0, anchor="ctr"),
        element("a:lstStyle"),
        element("a:p", element("a:endParaRPr", lang=language)),
    )


def shape_tree(shapes: Markup) -> Markup:
    """`p:spTree`, the outermost group."""
    return element("p:spTree", _OUTERMOST, shapes)


_NOTHING = (element("a:off", x=0, y=0), element("a:ext", cx=0, cy=0))
_NOTHING_INSIDE = (element("a:chOff", x=0, y=0), element("a:chExt", cx=0, cy=0))
_OUTERMOST = join(
    (
        element("p:nvGrpSpPr", identity(1, ""), _NO_GROUP_LOCKS, NO_PLACEHOLDER),
        element("p:grpSpPr", element("a:xfrm", *_NOTHING, *_NOTHING_INSIDE)),
    )
)
