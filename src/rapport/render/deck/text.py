"""Paragraphs and runs (ECMA-376 part 1, 21.1.2)."""

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
from rapport.look.geometry import Pt, emu
from rapport.look.measures import list_indent
from rapport.render.deck.shape import REMEMBERED
from rapport.render.deck.text_look import ALIGN, TextLook, fill, line_spacing, look_of, size, space_before
from rapport.slides.elements import SlideParagraph

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
    shown = span.text if span.link else held(span.text)
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
WORD_JOINER = "\u2060"


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
