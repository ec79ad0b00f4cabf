"""The first copy of each document, proved before any is written: the others differ from it by their stamp alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from rapport.artefact import DocumentKind
from rapport.model.recipient import Recipient
from rapport.pack.folder import copy_name
from rapport.project.copies import Copies
from rapport.project.documents import FORMS, USUAL
from rapport.project.editions import file_name
from rapport.project.proofs import ProofError, Prover
from rapport.verify.report import Verification

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
