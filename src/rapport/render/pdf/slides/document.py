"""A deck on pages of its own size."""

from __future__ import annotations

from datetime import UTC, datetime

from rapport.artefact import Artefact
from rapport.formats.pdf.canvas import TaggedCanvas
from rapport.formats.pdf.metadata import Properties
from rapport.lines.face import FontSet
from rapport.lines.line import Hyphenate, undivided
from rapport.look.charter import Charter
from rapport.render.pdf.display.draw import Desk
from rapport.render.pdf.slides.easel import Easel
from rapport.render.pdf.slides.page import draw_layers, heading_levels, layers
from rapport.render.pdf.stamping import UNSTAMPED, Stamping, stamp_on_slide, with_stamp
from rapport.render.pdf.typesetter import Typesetter
from rapport.slides.deck import Deck


def draw_slides(deck: Deck, charter: Charter, fonts: FontSet, settings: Stamping = UNSTAMPED) -> Artefact:
    """The slides as a tagged PDF (PDF/UA-1, PDF/A), one a page, links and outline included; no notes.

    The same plan gives the same bytes; a deck with a stamp comes stamped. Raises OSError for a picture that is neither
    PNG nor JPEG.
    """
    canvas = TaggedCanvas((deck.width, deck.height), properties_of(deck))
    anchors = frozenset(slide.key for slide in deck.slides)
    redrawing = settings.redrawing
    typesetter = Typesetter(fonts, deck.language, unhyphenated, anchors=anchors, paragraphs=redrawing.paragraphs)
    if settings.stamped or deck.stamp:
        canvas.reserve_stamp(stamp_on_slide(charter, typesetter, deck.stamp), canvas.tree.document.child("P"))
    desk = Desk(canvas, charter.palette, unindexed, redrawing.witness)
    for slide, level in zip(deck.slides, heading_levels(deck), strict=True):
        easel = Easel(typesetter, charter, canvas.tree.document.child("Sect"))
        draw_layers(desk, layers(slide, deck, level, easel))
        if slide.ground == "accent":
            canvas.colour_stamp(charter.palette.white)
        canvas.showPage()
    return with_stamp(canvas.finish("slides"), deck.stamp)


def properties_of(deck: Deck) -> Properties:
    """What the file says of itself."""
    date = datetime.fromisoformat(deck.date).replace(tzinfo=UTC)
    return Properties(deck.title, deck.language, date, deck.issuer, deck.subject, deck.keywords)


def unhyphenated(language: str) -> Hyphenate:
    """Words on slides are never divided."""
    return undivided


def unindexed(fact: str) -> None:
    """No table lists the slides on which a fact is printed."""
