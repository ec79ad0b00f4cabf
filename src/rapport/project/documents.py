"""The kinds of documents a briefing is made into: the one table of how each is named, drawn and proved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from rapport.artefact import Artefact, DocumentKind
from rapport.edition.edition import Edition
from rapport.figures.claims import Claimed
from rapport.model.content import Content
from rapport.project.composition import Composition
from rapport.project.project import House, UsageError
from rapport.project.source_files import source_files
from rapport.render.deck.writer import DeckSettings, write_deck
from rapport.render.pdf.brief import PLAIN, BriefSettings, draw_brief, draw_sheet
from rapport.render.pdf.pages import Stamping
from rapport.render.pdf.slides.document import draw_slides
from rapport.render.pdf.slides.notes import draw_notes
from rapport.resolve.reports.sheet import sheets
from rapport.slides.deck import Deck

if TYPE_CHECKING:
    from rapport.verify.verify import Proof

USUAL: tuple[DocumentKind, ...] = ("brief", "deck")
"""What a recipient gets who asks for nothing."""


class Draw(Protocol):
    """Draws a document with the stamp of its composition; `stamped` keeps a place for one where there is none."""

    def __call__(self, made: Composition, house: House, *, stamped: bool = False) -> Artefact: ...


def _brief(made: Composition, house: House, *, stamped: bool = False) -> Artefact:
    return draw_brief(made.brief, house.charter, house.fonts, BriefSettings(stamped=stamped))


def _deck(made: Composition, house: House, *, stamped: bool = False) -> Artefact:
    return write_deck(made.plan, house.charter, DeckSettings(stamped=stamped))


def _slides(made: Composition, house: House, *, stamped: bool = False) -> Artefact:
    return draw_slides(made.plan, house.charter, house.fonts, Stamping(stamped=stamped))


def _notes(made: Composition, house: House, *, stamped: bool = False) -> Artefact:
    return draw_notes(made.plan, house.charter, house.fonts, Stamping(stamped=stamped))


def _sheet(made: Composition, house: House, *, stamped: bool = False) -> Artefact:
    return draw_sheet(sheets(made.brief, made.deck), house.charter, house.fonts, BriefSettings(stamped=stamped))


Prove = Callable[[bytes, Composition, Claimed, str], "Proof"]
"""Proves a document, given as bytes, against a composition and its facts; the last is the document's name.

What proves is loaded when something is proved: no document needs it to be made.
"""
PROVING = "rapport.project.proving"


def _proof_of(kind: DocumentKind) -> Prove:
    def prove(data: bytes, made: Composition, claims: Claimed, name: str) -> Proof:
        proofs: Mapping[DocumentKind, Prove] = import_module(PROVING).PROOFS
        return proofs[kind](data, made, claims, name)

    return prove


class DocumentForm(Struct, frozen=True):
    """A kind of document: how the names of its files end, how it is drawn and how it is proved.

    It is `printed` for those who get one of these kinds: a deck is printed as its slides. The page of a pack shows it
    in small, `preview` pixels wide: twice what stands there, for sharp screens; 0 for not at all.
    """

    ending: str
    draw: Draw
    prove: Prove
    printed: frozenset[DocumentKind] = frozenset()
    preview: int = 0


FORMS: Mapping[DocumentKind, DocumentForm] = {
    "brief": DocumentForm("-brief.pdf", _brief, _proof_of("brief"), frozenset(("brief",)), 300),
    "deck": DocumentForm("-deck.pptx", _deck, _proof_of("deck")),
    "slides": DocumentForm("-slides.pdf", _slides, _proof_of("slides"), frozenset(("deck", "slides")), 420),
    "notes": DocumentForm("-notes.pdf", _notes, _proof_of("notes"), frozenset(("notes",))),
    "sheet": DocumentForm("-sheet.pdf", _sheet, _proof_of("sheet"), frozenset(("sheet",)), 300),
}
"""The one table of what a briefing is made into."""
BRIEF, DECK = FORMS["brief"].ending, FORMS["deck"].ending


Waiting = Callable[[Edition | Deck], Artefact | None]
"""Gives the document of an edition or a plan that is being drawn elsewhere; None where none is."""


def documents(
    made: Composition, house: House, settings: BriefSettings = PLAIN, waiting: Waiting = lambda _source: None
) -> dict[str, Artefact]:
    """The finished documents of a build, by file name."""
    deck = waiting(made.plan) or write_deck(made.plan, house.charter)  # before the brief, which takes longer
    brief = waiting(made.brief) or draw_brief(made.brief, house.charter, house.fonts, settings)
    return {made.named(BRIEF): brief, made.named(DECK): deck}


def with_sources(content: Content, made: Composition) -> BriefSettings:
    """A brief that carries the content it was made from, whole: for those alone who may see it all.

    Raises UsageError for any other audience.
    """
    if made.audience != "internal":
        raise UsageError("--attach-source joint le contenu entier\u00a0: il ne va pas avec --audience")
    return BriefSettings(attachments=source_files(content, made))
