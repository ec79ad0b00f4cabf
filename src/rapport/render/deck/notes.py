"""The notes page of a slide: what the speaker says, then the sources (ECMA-376 part 1, 19.3.1.26)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from rapport.edition.text import Span, Text
from rapport.formats.ooxml.markup import EMPTY, SLIDE_NAMESPACES, Markup, document, element, join
from rapport.look.geometry import Box, Pt
from rapport.render.deck.canvas import Links
from rapport.render.deck.shape import RECTANGLE, body_properties, identity, placement, shape_tree
from rapport.render.deck.template.placeholder import NUMBER_FIELD, placeholder
from rapport.render.deck.template.stamp import SlideStamp
from rapport.render.deck.text import NO_FILL, field, plain_paragraph
from rapport.slides.deck import Slide

HEAD = Box(Pt(54), Pt(22), Pt(432), Pt(16))
"""At the head of a page of notes, within what printers reach."""
_INHERITED = element("p:spPr")


class Standing(Struct, frozen=True):
    """What all pages of notes repeat: the heading above sources, and what restricts the document (may be empty)."""

    heading: str
    restriction: Text = ()


def notes_page(slide: Slide, standing: Standing, links: Links, stamp: SlideStamp | None) -> bytes:
    """The notes part; what restricts the document stands at the head of the page, the stamp of a copy at the end."""
    titles = links.names
    image = element(
        "p:sp",
        element(
            "p:nvSpPr",
            identity(2, titles("slide-image")),
            element("p:cNvSpPr", element("a:spLocks", noGrp=1, noRot=1, noChangeAspect=1)),
            element("p:nvPr", element("p:ph", type="sldImg", idx=2)),
        ),
        _INHERITED,
    )
    words = join(plain_paragraph(text, links) for text in _texts(slide, standing.heading))
    number = element("a:p", field("slidenum", NUMBER_FIELD, str(slide.number), links.language))
    body = _placeholder(3, titles("notes"), element("p:ph", type="body", sz="quarter", idx=3), words)
    folio = _placeholder(4, titles("number"), element("p:ph", type="sldNum", sz="quarter", idx=5), number)
    restriction = _restriction(standing.restriction, links) if standing.restriction else EMPTY
    stamped = stamp.on_notes(6) if stamp else EMPTY
    return document(
        element(
            "p:notes",
            element("p:cSld", shape_tree(join((image, body, folio, restriction, stamped)))),
            element("p:clrMapOvr", element("a:masterClrMapping")),
            **SLIDE_NAMESPACES,
        )
    )


def _restriction(text: Text, links: Links) -> Markup:
    """Above the image of the slide, where the notes master has nothing."""
    return element(
        "p:sp",
        element(
            "p:nvSpPr",
            identity(5, links.names("restriction")),
            element("p:cNvSpPr", txBox=1),
            element("p:nvPr", userDrawn=1),
        ),
        element("p:spPr", placement(HEAD), RECTANGLE, NO_FILL),
        element(
            "p:txBody",
            body_properties("top", element("a:noAutofit")),
            element("a:lstStyle", element("a:lvl1pPr", element("a:defRPr", sz=1000, b=1))),
            plain_paragraph(text, links),
        ),
    )


def has_notes(slide: Slide) -> bool:
    """Whether there is anything to say."""
    return bool(slide.speech or slide.sources)


def _texts(slide: Slide, heading: str) -> Iterable[Text]:
    """The speech, then the heading and the sources where there are any."""
    yield from slide.speech
    if slide.sources:
        yield (Span(heading, emphasis="strong"),)
        yield from slide.sources


def _placeholder(number: int, name: str, reference: Markup, content: Markup) -> Markup:
    body = element("p:txBody", element("a:bodyPr"), element("a:lstStyle"), content)
    return placeholder(identity(number, name), reference, _INHERITED, body)
