"""The way from the plan of a deck to the bytes of its file."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part

from rapport.artefact import Artefact, Seal
from rapport.formats.ooxml.package import relate
from rapport.formats.ooxml.zip import Member, Stretch, archive
from rapport.look.charter import Charter, DeckLook
from rapport.render.deck.canvas import Canvas, Leaf
from rapport.render.deck.links import Links
from rapport.render.deck.notes import Standing, has_notes, notes_page
from rapport.render.deck.presentation import presentation_part
from rapport.render.deck.slide import slide_part
from rapport.render.deck.template.stamp import kept_place, stamp_slot
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
    base = template(deck, charter, is_stamped=settings.stamped or bool(deck.stamp))
    parts = {slide.key: _new_part(base, slide) for slide in deck.slides}
    relations = {key: relate(base.presentation, part, RELATIONSHIP_TYPE.SLIDE) for key, part in parts.items()}
    for slide in deck.slides:
        _fill(slide, parts, base, charter)
        if has_notes(slide):
            _add_notes(slide, Standing(deck.notes_heading, deck.restriction), parts, base)
    base.presentation.blob = presentation_part(deck, base, relations)
    return _artefact(base)


def _artefact(base: Template) -> Artefact:
    return sealed({part.name: part.data for part in base.package.members()}, base.look)


def sealed(parts: Mapping[str, bytes], look: DeckLook) -> Artefact:
    """The parts as one file. Places kept for the stamp stand in it as they are: their bytes can be exchanged."""
    written = archive(Member(name, data, kept_place(data)) for name, data in parts.items())
    slots = tuple(stamp_slot(stretch, look) for stretch in written.stretches)
    return Artefact("deck", written.data, slots, tuple(_seal(stretch) for stretch in written.stretches))


def _seal(stretch: Stretch) -> Seal:
    return Seal(stretch.start, stretch.length, stretch.checksums, stretch.seed, stretch.tail)


def _new_part(base: Template, slide: Slide) -> Part:
    """The part of a slide, still empty: links may point to slides that come later."""
    part = base.package.add("/ppt/slides/slide%d.xml", CONTENT_TYPE.PML_SLIDE)
    _, layout = base.layouts[slide.layout]
    relate(part, layout, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    return part


def _fill(slide: Slide, parts: Mapping[str, Part], base: Template, charter: Charter) -> None:
    part = parts[slide.key]
    layout, _ = base.layouts[slide.layout]
    links = Links(part, parts, base.voice)
    canvas = Canvas(base.package, Leaf(part, slide.key), layout, links, charter)
    part.blob = slide_part(slide, layout, canvas, base.stamp)


def _add_notes(slide: Slide, standing: Standing, parts: Mapping[str, Part], base: Template) -> None:
    notes = base.package.add("/ppt/notesSlides/notesSlide%d.xml", CONTENT_TYPE.PML_NOTES_SLIDE)
    relate(notes, base.notes_master, RELATIONSHIP_TYPE.NOTES_MASTER)
    relate(notes, parts[slide.key], RELATIONSHIP_TYPE.SLIDE)
    relate(parts[slide.key], notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
    notes.blob = notes_page(slide, standing, Links(notes, parts, base.voice), base.stamp)
