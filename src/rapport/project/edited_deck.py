"""A deck that somebody edited, taken into a pack in place of the one that the content makes, or left out by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from rapport.artefact import Artefact
from rapport.disk import is_as_written
from rapport.edits.pairing import paired_slides
from rapport.formats.office.archive import open_archive
from rapport.project.composition import Composition
from rapport.project.editions import Variant, untongued
from rapport.project.hand_edits import Comparing, Edited, deck_in, deck_of
from rapport.project.project import UsageError
from rapport.render.deck.writer import stamp_deck, write_deck
from rapport.slides.deck import Slide
from rapport.verify.active import check_active


class HandEditedDeck(Struct, frozen=True):
    """The file, what was changed in it, and the planned slides by the names of their parts."""

    path: Path
    data: bytes
    edited: Edited
    planned: Mapping[str, Slide]

    @property
    def plain(self) -> Artefact:
        """The deck as it was brought: not a byte of it is changed."""
        return Artefact("deck", self.data)

    def stamped(self, made: Composition, comparing: Comparing) -> Artefact:
        """The deck with the stamp of a composition, or with places kept for stamps. Raises UsageError."""
        try:
            parts = open_archive(self.data).members
            return stamp_deck(parts, made.plan, comparing.house.charter, self.planned)
        except ValueError as error:
            raise UsageError(f"«\u00a0{self.path.name}\u00a0» ne peut pas être numérotée") from error


def taken(path: Path, made: Composition, comparing: Comparing) -> HandEditedDeck:
    """The deck at a path as one of a briefing. Raises UsageError where it cannot be handed out for what it is."""
    deck = deck_in(path)
    if deck.identifier:
        raise UsageError(f"«\u00a0{path.name}\u00a0» est un exemplaire numéroté\u00a0: «\u00a0{deck.identifier}\u00a0»")
    if findings := check_active(path.read_bytes()).findings:
        raise UsageError(f"«\u00a0{path.name}\u00a0» ne peut pas être remise\u00a0: {findings[0].message}")
    edited = comparing.compared(deck, Variant(made.key, made.audience, made.translation))
    if edited.made.brief.draft != made.brief.draft:
        kind = "définitif" if made.brief.draft else "un projet"
        raise UsageError(f"«\u00a0{path.name}\u00a0» est {kind}, le paquet ne l’est pas")
    base = deck_of(write_deck(made.plan, comparing.house.charter).data, made.key)
    pairs = paired_slides(base, deck)
    before, slides = made.plan.template.before if made.plan.template else 0, made.plan.slides
    ours = {one - before: other for one, other in pairs.items() if before <= one < before + len(slides)}
    planned = {deck.slides[other].part: slides[one] for one, other in ours.items()}
    return HandEditedDeck(path, path.read_bytes(), edited, planned)


def left_out(made: Composition, comparing: Comparing) -> Iterator[str]:
    """Lines that say which edited decks of a briefing a pack leaves out, where their changes are in no other place."""
    for path in sorted((comparing.output / made.key).glob(f"{made.stem}-deck*.pptx")):
        if untongued(path.name)[1] != made.translation or is_as_written(path):
            continue
        try:
            count = sum(edit.fate != "done" for edit in comparing.edited(path, made.key).edits)
        except UsageError as error:
            yield str(error)
            continue
        if count:
            changes = f"{count} changement{'s' if count > 1 else ''}"
            yield f"«\u00a0{path}\u00a0» a été modifiée à la main ({changes})\u00a0: elle reste hors du paquet"
            yield f"    rapport edits {path} dit ce qui a changé\u00a0; --edited {path} la met dans le paquet"
