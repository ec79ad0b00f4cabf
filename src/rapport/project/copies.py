"""Which numbered copy a file claims to be, by its name, and what it must then say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Protocol

from msgspec.structs import replace

from rapport.artefact import Artefact, DocumentKind, SlotError
from rapport.audience import AUDIENCES, Audience, narrower
from rapport.language.languages import furniture, phrase
from rapport.language.locales import LOCALES
from rapport.lines.face import missing
from rapport.model.campaign import Recipient
from rapport.pack.folder import copy_name, safe_name
from rapport.pack.press import Copy, Press, whole
from rapport.problem import Problem
from rapport.project.composition import Composition
from rapport.project.documents import FORMS, USUAL
from rapport.project.editions import Variant, file_name, stem_of
from rapport.project.project import House, UsageError
from rapport.project.proofs import ProofError, Prover
from rapport.verify.report import Verification
from rapport.verify.trace import passages, sightings

UNKNOWN = "?"
"""The recipient of a copy that names none: no document says so, and the proof fails."""


def copy_of(stem: str, keys: Iterable[str]) -> tuple[str, Audience, int] | None:
    """The briefing, audience and number that a name stands for (`evian-g7.partners-007-inde`), None for no copy."""
    for key in sorted(keys, key=len, reverse=True):
        for audience in AUDIENCES:
            begins = re.escape(safe_name(stem_of(key, audience)))
            match = re.fullmatch(rf"{begins}-(\d{{3,}})(?:-.*)?", stem)
            if match:
                return key, audience, int(match[1])
    return None


def stamped(made: Composition, number: int, data: bytes) -> Composition:
    """The briefing as copy `number` shows it, for the recipient that the document itself names, in either language."""
    texts = tuple(passages(data))
    for locale in LOCALES:
        found = sightings(texts, (furniture(locale)["copy"],))
        names = [sighting.name for sighting in found if sighting.number == number]
        if names:
            return made.stamped(phrase("copy", locale, number, names[0]))
    return made.stamped(phrase("copy", made.locale, number, UNKNOWN))


FOLDER = "copies"


StampedDecks = Callable[[Composition, House], Artefact]
"""Gives the deck of a composition with its stamp, else with places kept for one."""


class Copies:
    """Makes the copies of a briefing. Documents are drawn once, when a recipient first asks for them."""

    def __init__(
        self, made: Composition, house: House, decks: StampedDecks | None = None, *, rebuilt: bool = False
    ) -> None:
        """`decks` draws the decks where they are not those of the composition; `rebuilt` draws each copy anew."""
        self.made = made
        self.house = house
        self.rebuilt = rebuilt
        self._decks = decks
        self.edited = decks is not None
        self.base = cache(self._base)
        self.press = cache(self._press)

    def of(self, recipient: Recipient, stamp: str) -> Iterator[tuple[DocumentKind, Copy]]:
        """The documents of a recipient. A name that the place kept cannot hold has its document made apart."""
        for kind in recipient.documents or USUAL:
            try:
                yield kind, whole(self.apart(recipient, kind, stamp)) if self.rebuilt else self.press(kind).copy(stamp)
            except SlotError:
                yield kind, whole(self.apart(recipient, kind, stamp))

    def stamp(self, recipient: Recipient) -> str:
        """« Exemplaire n° 7 — Délégation indienne », in the recipient's language, else in that of the documents."""
        return phrase("copy", recipient.locale or self.made.locale, recipient.number, recipient.label)

    def apart(self, recipient: Recipient, kind: DocumentKind, stamp: str) -> Artefact:
        """A document made for one recipient alone. Raises UsageError for a name that the face cannot write."""
        try:
            return self.bearing(stamp, kind)
        except SlotError as error:
            who = f"exemplaire n°\u00a0{recipient.number}"
            raise UsageError(f"{who}\u00a0: la police ne peut écrire «\u00a0{recipient.label}\u00a0»") from error

    def bearing(self, stamp: str, kind: DocumentKind) -> Artefact:
        """A document drawn with a stamp. Raises SlotError for one that the face cannot write."""
        return replace(self._drawn(kind, self.made.stamped(stamp)), slots=(), seals=())

    def _base(self, kind: DocumentKind) -> Artefact:
        return self._drawn(kind, self.made)

    def _drawn(self, kind: DocumentKind, made: Composition) -> Artefact:
        if kind == "deck" and self._decks:
            return self._decks(made, self.house)
        return FORMS[kind].draw(made, self.house, stamped=True)

    def _press(self, kind: DocumentKind) -> Press:
        return Press(self.base(kind))


class Choosing(Protocol):
    """Knows which variant of a briefing each recipient gets, and composes it."""

    @property
    def widest(self) -> Variant:
        """What is asked for on the command line."""

    def of(self, recipient: Recipient) -> Variant:
        """What a recipient gets."""

    def composed(self, variant: Variant) -> Composition:
        """A variant, composed when it is first asked for."""


class Editions:
    """The copies of a briefing for each audience and language of its recipients; none sees more than `widest` does."""

    def __init__(self, widest: Copies, variants: Choosing) -> None:
        self.widest = widest
        self.variants = variants
        self._copies = cache(self._made)

    def of(self, recipient: Recipient) -> Copies:
        """What the recipient may see, in their language; all where the list does not say."""
        return self._copies(self.variants.of(recipient))

    def _made(self, variant: Variant) -> Copies:
        own = variant == self.variants.widest
        return self.widest if own else Copies(self.variants.composed(variant), self.widest.house)


def audience_of(recipient: Recipient, widest: Audience) -> Audience:
    """The recipient's audience, or `widest` where the list does not say or gives them more."""
    return narrower(recipient.audience or widest, widest)


def unwritable(recipients: Iterable[Recipient], house: House, printed: bool) -> Iterator[Problem]:
    """Names that the face cannot write, unless decks alone show them: these are drawn with the reader's faces."""
    hint = "transcrivez le nom, ou ne demandez que la présentation, sans l’imprimer"
    for recipient in recipients:
        if printed or set(recipient.documents or USUAL) != {"deck"}:
            for sign in missing(house.fonts.regular, recipient.label):
                message = f"la police n’a pas le caractère «\u00a0{sign}\u00a0» (U+{ord(sign):04X})"
                yield Problem("glyph-missing", message, recipient.origin, hint)


Receiving = tuple[Copies, Recipient]
"""Who gets copies of what."""
Watched = Callable[[Sequence[Receiving]], Iterable[Receiving]]
"""Gives first copies again, and may tell how far the work on them has come."""


def prove_first_copies(receiving: Iterable[Receiving], watched: Watched = iter) -> None:
    """Proves one copy of each document of each edition.

    A deck that somebody edited is left out: it differs, by the hand of somebody who knows. Raises ProofError where a
    copy is not proved; UsageError for a name that the face cannot write.
    """
    verifications = tuple(each for one in watched(tuple(_first(receiving))) for each in _proofs(*one))
    if not all(each.passed for each in verifications):
        raise ProofError(verifications)


def _first(receiving: Iterable[Receiving]) -> Iterator[Receiving]:
    """The first recipient of each document, with these documents alone."""
    known: dict[Copies, set[DocumentKind]] = {}
    for copies, recipient in receiving:
        seen = known.setdefault(copies, {"deck"} if copies.edited else set())
        documents = tuple(kind for kind in recipient.documents or USUAL if kind not in seen)
        if documents:
            seen.update(documents)
            yield copies, replace(recipient, documents=documents)


def _proofs(copies: Copies, recipient: Recipient) -> Iterator[Verification]:
    made, stamp = copies.made, copies.stamp(recipient)
    prover, name = Prover(made), copy_name(made.stem, recipient.number, recipient.label)
    for kind, copy in copies.of(recipient, stamp):
        ending = FORMS[kind].ending
        file = file_name(name, ending, made.translation)
        yield prover.prove(ending, copy.data, file, made.stamped(stamp)).verification
