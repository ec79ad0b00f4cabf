"""A note: an edition on a page or two, headed by its title, one section after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from msgspec.structs import replace

from rapport.edition.edition import Cover, Edition
from rapport.edition.text import plain, words
from rapport.formats.pdf.tags.tree import Element
from rapport.render.pdf.blocks.context import BlockContext
from rapport.render.pdf.blocks.opening import Title, set_opening
from rapport.render.pdf.blocks.section import section_galleys
from rapport.render.pdf.blocks.setting import BlockVoice, text_boxes
from rapport.render.pdf.composer.galley import Galley, GalleyOpening, Matter
from rapport.render.pdf.composer.vertical import Glue

KEY = "note"


def headed(edition: Edition) -> Edition:
    """The edition as its running heads name it: a note bears its title on the page, and its event in the head."""
    return replace(edition, title=words(edition.subject)) if edition.form == "note" else edition


def note_matter(context: BlockContext, edition: Edition, document: Element) -> Iterator[Matter]:
    """The head of the note, then its sections set close."""
    close = context.set_as("compact")
    yield GalleyOpening(plain(edition.title))
    yield from set_head(close, edition.cover, document.child("Sect"))
    for number, section in enumerate(edition.sections, start=1):
        name, element = plain(section.name) or plain(section.title), document.child("Sect")
        part = tuple(takewhile(lambda each: each.kind != "divider", edition.sections[number:]))
        yield from section_galleys(close, section=section, name=name, element=element, part=part)


def set_head(context: BlockContext, cover: Cover, element: Element) -> Iterator[Galley]:
    """Kind and title, what restricts the note beside them in the margin, and the subtitle as a lead."""
    styles, grid = context.look.type, context.look.grid
    title = Title(KEY, plain(cover.title), cover.kind, cover.title, (), level="H1")
    [head] = set_opening(context, title, element)
    yield replace(head, items=(head.items[0], Glue(styles.title.space_after)))
    voice = BlockVoice(styles.kicker, grid.margin, element.child("P"))
    notices = [box for text in (cover.marking, cover.embargo) if text for box in text_boxes(context, text, voice)]
    if notices:
        yield Galley("margin", tuple(notices))
    lead = text_boxes(context, cover.subtitle, BlockVoice(styles.lead, grid.text, element.child("P")))
    yield Galley("text", (*lead, Glue(context.look.gaps.medium)))
