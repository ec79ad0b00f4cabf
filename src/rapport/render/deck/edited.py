"""A deck that others have edited, with the stamp of numbered copies on its slides and pages of notes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from rapport.artefact import Artefact
from rapport.formats.ooxml.markup import DRAWING, PRESENTATION, Markup
from rapport.look.charter import Charter
from rapport.render.deck.template.layout import Ground
from rapport.render.deck.template.placeholder import Voice
from rapport.render.deck.template.stamp import Stamp
from rapport.render.deck.writer import sealed
from rapport.slides.deck import Deck

_SLIDE = re.compile(r"ppt/slides/[^/]+\.xml")
_NOTES = re.compile(r"ppt/notesSlides/[^/]+\.xml")
_CORE = "docProps/core.xml"
_IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
_NAMESPACES = f' xmlns:p="{PRESENTATION}" xmlns:a="{DRAWING}"'
_NUMBER = 1_000_000
"""Of the stamp on its slide: more than any program gives to a shape."""


def stamp_deck(parts: Mapping[str, bytes], deck: Deck, charter: Charter, grounds: Mapping[str, Ground]) -> Artefact:
    """The parts of an edited deck as a file that is stamped as `write_deck` stamps its own.

    `deck` is the plan it was made from: its stamp, else places kept for one, and its language. `grounds` are those of
    slides that are not white, by the names of their parts.
    """
    stamp = Stamp(charter.deck, Voice(deck.language, deck.names, deck.title), deck.stamp)
    stamped = {name: _stamped(name, data, stamp, grounds.get(name, "white")) for name, data in parts.items()}
    return sealed(stamped, charter.deck)


def _stamped(name: str, data: bytes, stamp: Stamp, ground: Ground) -> bytes:
    if _SLIDE.fullmatch(name):
        return _with_shape(data, stamp.on_slide(_NUMBER, ground))
    if _NOTES.fullmatch(name):
        return _with_shape(data, stamp.on_notes(_NUMBER))
    return _identified(data, stamp.identifier) if name == _CORE else data


def _with_shape(data: bytes, shape: Markup) -> bytes:
    """The part with a shape over all others. The shape's bytes stay as they are: places in them are exchanged."""
    opened = shape.replace("<p:sp>", f"<p:sp{_NAMESPACES}>", 1)
    return _before_end(etree.fromstring(data), "spTree", opened.encode())


def _identified(data: bytes, identifier: Markup) -> bytes:
    root = etree.fromstring(data)
    for node in root.findall(_IDENTIFIER):
        root.remove(node)
    opened = identifier.replace("<dc:identifier>", '<dc:identifier xmlns:dc="http://purl.org/dc/elements/1.1/">', 1)
    return _before_end(root, "coreProperties", opened.encode())


def _before_end(root: etree._Element, name: str, addition: bytes) -> bytes:
    """The part as UTF-8, something added before the last end of an element."""
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    *_, last = re.finditer(rf"</(?:[\w.-]+:)?{name}>".encode(), data)
    return data[: last.start()] + addition + data[last.start() :]
