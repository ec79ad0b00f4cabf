"""One document -> its numbered copies, at little more than the cost of writing them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from rapport.artefact import Artefact, Slot

STAMP, IDENTIFIER = "stamp", "identifier"
"""The slots of a copy: whose it is, and 32 hexadecimal digits that no other copy has (ISO 32000-1, 14.4)."""


@dataclass(frozen=True, slots=True)
class Copy:
    """The bytes of a copy: those it has in common with all others, then its own; and the SHA-256 of both together."""

    common: bytes = field(repr=False)
    own: bytes = field(repr=False)
    digest: str

    @property
    def data(self) -> bytes:
        return self.common + self.own


class Press:
    """Prints copies of an artefact with slots.

    What comes before the first slot is hashed once; slots that differ in place alone are filled once.
    """

    def __init__(self, artefact: Artefact) -> None:
        places = (slot.offset for slot in artefact.slots)
        checksums = (place for seal in artefact.seals for place in seal.places)
        start = min((*places, *checksums), default=len(artefact.data))
        self._common, self._own = artefact.data[:start], artefact.data[start:]
        self._hash = hashlib.sha256(self._common)
        self._digest = hashlib.sha256(artefact.data).hexdigest()
        self._slots = tuple(_alike(artefact.slots, start))
        self._seals = tuple(
            (seal, seal.start - start, tuple(place - start for place in seal.places)) for seal in artefact.seals
        )

    def copy(self, stamp: str) -> Copy:
        """The copy that bears the stamp. Raises SlotError for a text that the slots cannot hold."""
        texts = {STAMP: stamp, IDENTIFIER: self._identifier(stamp)}
        own = bytearray(self._own)
        for slot, offsets in self._slots:
            filled = slot.filled(texts[slot.name])
            for offset in offsets:
                own[offset : offset + slot.length] = filled
        for seal, start, places in self._seals:
            checksum = seal.checksum(own[start : start + seal.length])
            for place in places:
                own[place : place + len(checksum)] = checksum
        digest = self._hash.copy()
        digest.update(own)
        return Copy(self._common, bytes(own), digest.hexdigest())

    def _identifier(self, stamp: str) -> str:
        return hashlib.sha256(f"{self._digest}\0{stamp}".encode()).hexdigest()[:32].upper()


def whole(artefact: Artefact) -> Copy:
    """A document made for one recipient alone, as a copy."""
    return Copy(b"", artefact.data, hashlib.sha256(artefact.data).hexdigest())


def _alike(slots: Iterable[Slot], start: int) -> Iterator[tuple[Slot, tuple[int, ...]]]:
    """Slots that take the same bytes for a text, with all their offsets from `start`."""
    kinds: list[tuple[Slot, list[int]]] = []
    for slot in slots:
        kind = replace(slot, offset=0)
        offsets = next((places for known, places in kinds if known == kind), None)
        if offsets is None:
            kinds.append((kind, [slot.offset - start]))
        else:
            offsets.append(slot.offset - start)
    return ((slot, tuple(offsets)) for slot, offsets in kinds)
