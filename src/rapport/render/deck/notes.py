"""The notes page of a slide: what the speaker says, then the sources (ECMA-376 part 1, 19.3.1.26)."""

from __future__ import annotations

from collections.abc import Iterable

from rapport.edition.text import Span, Text
from rapport.formats.ooxml.markup import EMPTY, SLIDE_NAMESPACES, Markup, document, element, join
from rapport.render.deck.links import Links
from rapport.render.deck.shape import identity, shape_tree
from rapport.render.deck.template.placeholder import NUMBER_FIELD, placeholder
from rapport.render.deck.template.stamp import Stamp
from rapport.render.deck.text import field, plain_paragraph
from rapport.slides.deck import Slide

_INHERITED = element("p:spPr")


def notes_page(slide: Slide, heading: str, links: Links, stamp: Stamp | None) -> bytes:
    """The notes part; `heading` stands above the sources, the stamp of a copy at the end."""
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
    words = join(plain_paragraph(text, links) for text in _texts(slide, heading))
    number = element("a:p", field("slidenum", NUMBER_FIELD, str(slide.number), links.language))
    body = _placeholder(3, titles("notes"), element("p:ph", type="body", sz="quarter", idx=3), words)
    folio = _placeholder(4, titles("number"), element("p:ph", type="sldNum", sz="quarter", idx=5), number)
    stamped = stamp.on_notes(5) if stamp else EMPTY
    return document(
        element(
            "p:notes",
            element("p:cSld", shape_tree(join((image, body, folio, stamped)))),
            element("p:clrMapOvr", element("a:masterClrMapping")),
            **SLIDE_NAMESPACES,
        )
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
