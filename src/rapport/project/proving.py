"""How each kind of document is proved: loaded when one is, with the readers behind it."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.artefact import DocumentKind
from rapport.figures.claims import Claimed
from rapport.project.composition import Composition
from rapport.project.documents import Prove
from rapport.resolve.reports.sheet import sheets
from rapport.verify.paper import verify_notes, verify_sheet, verify_slides
from rapport.verify.verify import Proof, verify_brief, verify_deck


def _brief_proof(data: bytes, made: Composition, claims: Claimed, name: str) -> Proof:
    return verify_brief(data, made.brief, claims, name)


def _deck_proof(data: bytes, made: Composition, claims: Claimed, name: str) -> Proof:
    return verify_deck(data, made.plan, made.deck, claims, name)


def _slides_proof(data: bytes, made: Composition, claims: Claimed, name: str) -> Proof:
    return verify_slides(data, made.plan, made.deck, claims, name)


def _notes_proof(data: bytes, made: Composition, claims: Claimed, name: str) -> Proof:
    return verify_notes(data, made.plan, made.deck, claims, name)


def _sheet_proof(data: bytes, made: Composition, claims: Claimed, name: str) -> Proof:
    return verify_sheet(data, sheets(made.brief, made.deck), claims, name)


PROOFS: Mapping[DocumentKind, Prove] = {
    "brief": _brief_proof,
    "deck": _deck_proof,
    "slides": _slides_proof,
    "notes": _notes_proof,
    "sheet": _sheet_proof,
}
