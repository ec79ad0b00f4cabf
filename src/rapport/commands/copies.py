"""Numbered copies of a briefing: one file per document and recipient, and the register of them all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from rapport.artefact import Artefact, SlotError
from rapport.commands.composition import Composition
from rapport.commands.house import House
from rapport.commands.registers import write_registers
from rapport.commands.usage import UsageError
from rapport.commands.writing import explained
from rapport.model.recipient import DocumentKind, Recipient
from rapport.pack.folder import CopyFolder, held
from rapport.pack.lock import LockedError
from rapport.pack.names import copy_name, safe_name
from rapport.pack.press import Copy, Press, whole
from rapport.pack.register import NAME, Entry
from rapport.render.deck.writer import DeckSettings, write_deck
from rapport.render.pdf.brief import BriefSettings, draw_brief
from rapport.render.pdf.slides.document import draw_slides
from rapport.render.pdf.slides.notes import draw_notes
from rapport.render.pdf.stamping import Stamping

USUAL: tuple[DocumentKind, ...] = ("brief", "deck")
"""What a recipient gets who asks for nothing."""
FOLDER = "copies"


def _brief(made: Composition, house: House) -> Artefact:
    return draw_brief(made.brief, house.charter, house.fonts, BriefSettings(stamped=True))


def _deck(made: Composition, house: House) -> Artefact:
    return write_deck(made.plan, house.charter, DeckSettings(stamped=True))


def _slides(made: Composition, house: House) -> Artefact:
    return draw_slides(made.plan, house.charter, house.fonts, Stamping(stamped=True))


def _notes(made: Composition, house: House) -> Artefact:
    return draw_notes(made.plan, house.charter, house.fonts, Stamping(stamped=True))


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind of document is made, and how the names of its files end."""

    draw: Callable[[Composition, House], Artefact]
    ending: str


FORMS: Mapping[DocumentKind, Form] = {
    "brief": Form(_brief, "brief.pdf"),
    "deck": Form(_deck, "deck.pptx"),
    "slides": Form(_slides, "slides.pdf"),
    "notes": Form(_notes, "notes.pdf"),
}


class Copies:
    """Makes the copies of a briefing. `compose` gives it in a locale, in its own for an empty one; it remembers."""

    def __init__(self, compose: Callable[[str], Composition], house: House) -> None:
        self.compose = compose
        self.house = house
        self.press = cache(self._press)

    def of(self, recipient: Recipient, stamp: str) -> Iterator[tuple[DocumentKind, Copy]]:
        """The documents of a recipient. A name that the place kept cannot hold has its document made apart."""
        for kind in recipient.documents or USUAL:
            try:
                yield kind, self.press(recipient.locale, kind).copy(stamp)
            except SlotError:
                yield kind, self._apart(recipient, kind, stamp)

    def stamp(self, recipient: Recipient) -> str:
        """« Exemplaire n° 7 — Délégation indienne », in the language of the documents."""
        phrase = self.compose(recipient.locale).brief.furniture
        return phrase("copy", recipient.number, recipient.label)

    def _press(self, locale: str, kind: DocumentKind) -> Press:
        return Press(FORMS[kind].draw(self.compose(locale), self.house))

    def _apart(self, recipient: Recipient, kind: DocumentKind, stamp: str) -> Copy:
        made = self.compose(recipient.locale)
        own = replace(made, brief=replace(made.brief, stamp=stamp), plan=replace(made.plan, stamp=stamp))
        try:
            return whole(FORMS[kind].draw(own, self.house))
        except SlotError as error:
            message = (
                f"exemplaire n°\u00a0{recipient.number}\u00a0: la police ne peut écrire «\u00a0{recipient.label}\u00a0»"
            )
            raise UsageError(message) from error


def write_copies(copies: Copies, recipients: Iterable[Recipient], output: Path) -> Path:
    """Writes all copies and their register, which is its answer; what is whole from an earlier run is left as it is.

    Raises UsageError where the folder cannot be written or another run holds it; what was written then is whole.
    """
    made = copies.compose("").brief
    path = output / made.briefing / FOLDER / (safe_name(made.version) or "sans-version")
    with explained(path):
        try:
            with held(path) as folder:
                _fill(folder, copies, recipients)
                _warn_of_strangers(folder)
        except LockedError:
            message = "une autre commande y écrit des exemplaires\u00a0; attendez qu’elle ait fini"
            raise UsageError(f"«\u00a0{path}\u00a0»\u00a0: {message}") from None
    return path / NAME


def _fill(folder: CopyFolder, copies: Copies, recipients: Iterable[Recipient]) -> None:
    delivered = (tuple(_deliver(folder, copies, recipient)) for recipient in recipients)
    write_registers(folder, copies.compose("").brief, copies.house.charter, delivered)


def _deliver(folder: CopyFolder, copies: Copies, recipient: Recipient) -> Iterator[Entry]:
    made, stamp = copies.compose(recipient.locale).brief, copies.stamp(recipient)
    name = copy_name(made.briefing, recipient.number, recipient.label)
    for kind, copy in copies.of(recipient, stamp):
        file = f"{name}-{FORMS[kind].ending}"
        folder.put(file, (copy.common, copy.own))
        yield Entry(
            number=recipient.number,
            recipient=recipient.label,
            stamp=stamp,
            locale=made.language,
            briefing=made.briefing,
            version=made.version,
            document=kind,
            file=file,
            digest=copy.digest,
        )


def _warn_of_strangers(folder: CopyFolder) -> None:
    """Files of an earlier list would be handed out by mistake; but they may have been already, so they are kept."""
    strangers = tuple(folder.strangers())
    if strangers:
        print(f"hors registre, d’une liste antérieure\u00a0: {', '.join(strangers[:5])}", file=sys.stderr)
        if len(strangers) > 5:
            print(f"    et {len(strangers) - 5}\u00a0autres", file=sys.stderr)
