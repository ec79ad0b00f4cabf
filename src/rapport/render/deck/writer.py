"""The way from the plan of a deck, or from a deck that others have edited, to the bytes of its file."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part

from rapport.artefact import Artefact, Seal
from rapport.formats.ooxml.markup import DRAWING, PRESENTATION, Markup
from rapport.formats.ooxml.package import relate
from rapport.formats.ooxml.zip import Member, ZipStretch, archive
from rapport.look.charter import Charter, DeckLook
from rapport.look.house import HouseCharter, HouseLayout
from rapport.render.deck.canvas import Canvas, Links, SlidePart
from rapport.render.deck.notes import Standing, has_notes, notes_page
from rapport.render.deck.presentation import presentation_part, slide_part
from rapport.render.deck.template.housed import exchanged, exchanges, housed_template, narrowest, recoloured
from rapport.render.deck.template.layouts import Ground
from rapport.render.deck.template.placeholder import DeckVoice
from rapport.render.deck.template.stamp import SlideStamp, kept_place, stamp_slot
from rapport.render.deck.template.template import Template, template
from rapport.slides.deck import Deck, Slide


class DeckSettings(Struct, frozen=True):
    """How a deck is written: `stamped` keeps places on slides and pages of notes for the stamp of numbered copies."""

    stamped: bool = False


PLAIN = DeckSettings()


def write_deck(deck: Deck, charter: Charter, settings: DeckSettings = PLAIN) -> Artefact:
    """The deck as a .pptx file; the same plan gives the same bytes. A deck with a stamp comes stamped.

    Raises KeyError where a link or a section names a slide that does not exist, ValueError for a character or a
    picture that the format cannot hold.
    """
    base = _base(deck, charter, settings.stamped or bool(deck.stamp))
    parts = {slide.key: _new_part(base, slide) for slide in deck.slides}
    relations = {key: relate(base.presentation, part, RELATIONSHIP_TYPE.SLIDE) for key, part in parts.items()}
    for slide in deck.slides:
        _fill(slide, parts, base, charter)
        if has_notes(slide):
            _add_notes(slide, Standing(deck.notes_heading, deck.restriction), parts, base)
    base.presentation.blob = presentation_part(deck, base, relations)
    return _artefact(base)


def _base(deck: Deck, charter: Charter, is_stamped: bool) -> Template:
    if isinstance(charter, HouseCharter):
        return housed_template(deck, charter, is_stamped=is_stamped)
    return template(deck, charter, is_stamped=is_stamped)


def _artefact(base: Template) -> Artefact:
    return sealed({part.name: part.data for part in base.package.members()}, base.look)


def sealed(parts: Mapping[str, bytes], look: DeckLook) -> Artefact:
    """The parts as one file. Places kept for the stamp stand in it as they are: their bytes can be exchanged."""
    written = archive(Member(name, data, kept_place(data)) for name, data in parts.items())
    slots = tuple(stamp_slot(stretch, look) for stretch in written.stretches)
    return Artefact("deck", written.data, slots, tuple(_seal(stretch) for stretch in written.stretches))


def _seal(stretch: ZipStretch) -> Seal:
    return Seal(stretch.start, stretch.length, stretch.checksums, stretch.seed, stretch.tail)


def _new_part(base: Template, slide: Slide) -> Part:
    """The part of a slide, still empty: links may point to slides that come later."""
    part = base.package.add("/ppt/slides/slide%d.xml", CONTENT_TYPE.PML_SLIDE)
    _, layout = base.layout_of(slide)
    relate(part, layout, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    return part


def _fill(slide: Slide, parts: Mapping[str, Part], base: Template, charter: Charter) -> None:
    part = parts[slide.key]
    layout, _ = base.layout_of(slide)
    links, stamp = Links(part, parts, base.voice), base.stamp
    if layout.house and isinstance(charter, HouseCharter):
        charter = charter.of_layout(layout.house)
        stamp = replace(stamp, look=charter.deck) if stamp else None
    canvas = Canvas(base.package, SlidePart(part, slide.key), layout, links, charter)
    part.blob = slide_part(slide, layout, canvas, stamp)
    if layout.house:
        recoloured(part, layout.house)


def _add_notes(slide: Slide, standing: Standing, parts: Mapping[str, Part], base: Template) -> None:
    notes = base.package.add("/ppt/notesSlides/notesSlide%d.xml", CONTENT_TYPE.PML_NOTES_SLIDE)
    relate(notes, base.notes_master, RELATIONSHIP_TYPE.NOTES_MASTER)
    relate(notes, parts[slide.key], RELATIONSHIP_TYPE.SLIDE)
    relate(parts[slide.key], notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
    notes.blob = notes_page(slide, standing, Links(notes, parts, base.voice), base.stamp)


# A deck that others have edited, with the stamp of numbered copies on its slides and pages of notes.

_SLIDE = re.compile(r"ppt/slides/[^/]+\.xml")
_NOTES = re.compile(r"ppt/notesSlides/[^/]+\.xml")
_CORE = "docProps/core.xml"
_IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
_NAMESPACES = f' xmlns:p="{PRESENTATION}" xmlns:a="{DRAWING}"'
_TREE, _SHAPE, _EXTENSIONS, _PLACEHOLDER, _PROPERTIES = (
    f"{{{PRESENTATION}}}{name}" for name in ("spTree", "sp", "extLst", "ph", "cNvPr")
)
_HERE = "stamp"
_NUMBER = 1_000_000
"""Of the stamp on its slide: more than any program gives to a shape."""


def stamp_deck(parts: Mapping[str, bytes], deck: Deck, charter: Charter, planned: Mapping[str, Slide]) -> Artefact:
    """The parts of an edited deck as a file that is stamped as `write_deck` stamps its own.

    `deck` is the plan it was made from: its stamp, else places kept for one, and its language. `planned` are its
    slides by the names of their parts in the file; one that somebody added stands on white.
    """
    house = charter if isinstance(charter, HouseCharter) else None
    look = narrowest(house) if house else charter.deck
    stamp = SlideStamp(look, DeckVoice(deck.language, deck.names, deck.title), deck.stamp)
    stamped = {
        name: _stamped(name, data, stamp, _stamp_ground(planned.get(name), house)) for name, data in parts.items()
    }
    return sealed(stamped, look)


class StampGround(Struct, frozen=True):
    """What a stamp stands on: one of our grounds, and the layout of a template with its look; None for ours."""

    ground: Ground = "white"
    layout: HouseLayout | None = None
    look: DeckLook | None = None


def _stamp_ground(slide: Slide | None, house: HouseCharter | None) -> StampGround:
    if house is None:
        return StampGround(slide.ground if slide else "white")
    layouts = house.house.layouts
    layout = layouts[slide.house] if slide and slide.house in layouts else house.house.roles["content"]
    return StampGround("white", layout, house.of_layout(layout).deck)


def _stamped(name: str, data: bytes, stamp: SlideStamp, under: StampGround) -> bytes:
    if _SLIDE.fullmatch(name):
        own = replace(stamp, look=under.look) if under.look else stamp
        shape = own.on_slide(_NUMBER, under.ground)
        if under.layout:
            shape = Markup(exchanged(shape.encode(), exchanges(under.layout)).decode())
        return _with_shape(data, shape, {stamp.voice.names(each) for each in ("footer", "number")})
    if _NOTES.fullmatch(name):
        return _with_shape(data, stamp.on_notes(_NUMBER), set())
    return _identified(data, stamp.identifier) if name == _CORE else data


def _with_shape(data: bytes, shape: Markup, furniture: Container[str]) -> bytes:
    """The part with a shape over all others, read before the footer and the number that end the slide.

    The shape's bytes stay as they are: places in them are exchanged.
    """
    opened = shape.replace("<p:sp>", f"<p:sp{_NAMESPACES}>", 1)
    root = etree.fromstring(data)
    tree = next(root.iter(_TREE))
    after = len(tree)
    while after and (tree[after - 1].tag == _EXTENSIONS or _is_furniture(tree[after - 1], furniture)):
        after -= 1
    tree.insert(after, etree.Comment(_HERE))
    return _written(root).replace(f"<!--{_HERE}-->".encode(), opened.encode(), 1)


def _is_furniture(node: etree._Element, names: Container[str]) -> bool:
    """Whether a shape is a footer or a number: a placeholder, or a shape of ours where the layout has none."""
    if node.tag != _SHAPE:
        return False
    held = any(each.get("type") in ("ftr", "sldNum", "dt") for each in node.iter(_PLACEHOLDER))
    return held or any(each.get("name") in names for each in node.iter(_PROPERTIES))


def _identified(data: bytes, identifier: Markup) -> bytes:
    root = etree.fromstring(data)
    for node in root.findall(_IDENTIFIER):
        root.remove(node)
    opened = identifier.replace("<dc:identifier>", '<dc:identifier xmlns:dc="http://purl.org/dc/elements/1.1/">', 1)
    return _before_end(root, "coreProperties", opened.encode())


def _before_end(root: etree._Element, name: str, addition: bytes) -> bytes:
    """The part, something added before the last end of an element."""
    data = _written(root)
    *_, last = re.finditer(rf"</(?:[\w.-]+:)?{name}>".encode(), data)
    return data[: last.start()] + addition + data[last.start() :]


def _written(root: etree._Element) -> bytes:
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return data
