"""How each document of a briefing is proved: by the ending of its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from rapport.figures.claims import Claimed
from rapport.project.composition import Composition
from rapport.resolve.reports.sheet import sheets
from rapport.verify.paper import verify_notes, verify_sheet, verify_slides
from rapport.verify.report import Verification
from rapport.verify.verify import Proof, verify_brief, verify_deck, verify_media

DIFFERENT = 3
"""Exit code where a document does not say what the content does."""
BRIEF, DECK = "-brief.pdf", "-deck.pptx"
Prove = Callable[[bytes, Composition, Claimed, str], Proof]


def _brief(data: bytes, made: Composition, claims: Claimed, name: str) -> Proof:
    return verify_brief(data, made.brief, claims, name)


def _deck(data: bytes, made: Composition, claims: Claimed, name: str) -> Proof:
    return verify_deck(data, made.plan, made.deck, claims, name)


def _slides(data: bytes, made: Composition, claims: Claimed, name: str) -> Proof:
    return verify_slides(data, made.plan, made.deck, claims, name)


def _notes(data: bytes, made: Composition, claims: Claimed, name: str) -> Proof:
    return verify_notes(data, made.plan, made.deck, claims, name)


def _sheet(data: bytes, made: Composition, claims: Claimed, name: str) -> Proof:
    return verify_sheet(data, sheets(made.brief, made.deck), claims, name)


PROOFS: Mapping[str, Prove] = MappingProxyType(
    {
        BRIEF: _brief,
        DECK: _deck,
        "-slides.pdf": _slides,
        "-notes.pdf": _notes,
        "-sheet.pdf": _sheet,
        "-large-print.pdf": _brief,
    }
)
"""Each kind of document that is held to the content. Sheets for the printer carry no tags: none is here."""


class ProofError(Exception):
    """Documents just made do not say what the content does: nothing is handed out. Holds all verifications."""

    def __init__(self, verifications: Iterable[Verification]) -> None:
        super().__init__()
        self.verifications = tuple(verifications)


def ending_of(name: str) -> str:
    """How the name of a document ends; empty for one that is not proved."""
    return next((ending for ending in PROOFS if name.endswith(ending)), "")


def prove_all(files: Mapping[str, bytes], made: Composition, claims: Claimed) -> Iterator[Verification]:
    """A verification for each document among the files, by name; then both main documents against each other."""
    proofs = {
        name: PROOFS[ending_of(name)](data, made, claims, name) for name, data in files.items() if ending_of(name)
    }
    yield from (proof.verification for proof in proofs.values())
    by_ending = {ending_of(name): proof for name, proof in proofs.items()}
    if BRIEF in by_ending and DECK in by_ending:
        yield media(by_ending[BRIEF], by_ending[DECK], made, made.key)


def media(brief: Proof, deck: Proof, made: Composition, stem: str) -> Verification:
    """Both main documents against each other; `stem` begins their names."""
    return verify_media(brief, deck, made.brief.language, f"{stem}\u00a0: dossier et présentation")
