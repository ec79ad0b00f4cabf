"""The kinds of documents a briefing is made into: how each is drawn, and how the names of its files end."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from rapport.artefact import Artefact
from rapport.edition.edition import Edition
from rapport.model.content import Content
from rapport.model.recipient import DocumentKind
from rapport.project.composition import Composition
from rapport.project.project import House, UsageError
from rapport.project.source_files import source_files
from rapport.render.deck.writer import DeckSettings, write_deck
from rapport.render.pdf.brief import PLAIN, BriefSettings, draw_brief, draw_sheet
from rapport.render.pdf.pages import Stamping
from rapport.render.pdf.slides.document import draw_slides
from rapport.render.pdf.slides.notes import draw_notes
from rapport.resolve.reports.sheet import sheets

USUAL: tuple[DocumentKind, ...] = ("brief", "deck")
"""What a recipient gets who asks for nothing."""


def _brief(made: Composition, house: House) -> Artefact:
    return draw_brief(made.brief, house.charter, house.fonts, BriefSettings(stamped=True))


def _deck(made: Composition, house: House) -> Artefact:
    return write_deck(made.plan, house.charter, DeckSettings(stamped=True))


def _slides(made: Composition, house: House) -> Artefact:
    return draw_slides(made.plan, house.charter, house.fonts, Stamping(stamped=True))


def _notes(made: Composition, house: House) -> Artefact:
    return draw_notes(made.plan, house.charter, house.fonts, Stamping(stamped=True))


def _sheet(made: Composition, house: House) -> Artefact:
    return draw_sheet(sheets(made.brief, made.deck), house.charter, house.fonts, BriefSettings(stamped=True))


Drawing = Callable[[Composition, House], Artefact]
"""Draws a document of a composition, with its stamp, else with places kept for one."""


class Form(Struct, frozen=True):
    """How a kind of document is made, and how the names of its files end."""

    draw: Drawing
    ending: str


FORMS: Mapping[DocumentKind, Form] = {
    "brief": Form(_brief, "brief.pdf"),
    "deck": Form(_deck, "deck.pptx"),
    "slides": Form(_slides, "slides.pdf"),
    "notes": Form(_notes, "notes.pdf"),
    "sheet": Form(_sheet, "sheet.pdf"),
}


Waiting = Callable[[Edition], Artefact | None]
"""Gives the brief of an edition that is being drawn elsewhere; None where none is."""


def documents(
    made: Composition, house: House, settings: BriefSettings = PLAIN, waiting: Waiting = lambda _brief: None
) -> dict[str, Artefact]:
    """The finished documents of a build, by file name."""
    deck = write_deck(made.plan, house.charter)  # before anything is waited for
    brief = waiting(made.brief) or draw_brief(made.brief, house.charter, house.fonts, settings)
    return {made.named("-brief.pdf"): brief, made.named("-deck.pptx"): deck}


def with_sources(content: Content, made: Composition) -> BriefSettings:
    """A brief that carries the content it was made from, whole: for those alone who may see it all.

    Raises UsageError for any other audience.
    """
    if made.audience != "internal":
        raise UsageError("--attach-source joint le contenu entier\u00a0: il ne va pas avec --audience")
    return BriefSettings(attachments=source_files(content, made))
