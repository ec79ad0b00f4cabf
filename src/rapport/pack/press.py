"""One document -> its numbered copies, at little more than the cost of writing them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from rapport.artefact import Artefact, Seal, Slot

STAMP, IDENTIFIER = "stamp", "identifier"
"""The slots of a copy: whose it is, and 32 hexadecimal digits that no other copy has (ISO 32000-1, 14.4)."""
_CHECKSUM = 4
"""Bytes of a CRC-32."""


class Copy(Struct, frozen=True):
    """The bytes of a copy: those it has in common with all others, then its own; and the SHA-256 of both together."""

    common: bytes
    own: bytes | bytearray
    digest: str

    @property
    def data(self) -> bytes:
        return self.common + self.own


_Checksum = tuple[int, bytes, tuple[slice, ...]]
"""A seal: the checksum of what comes before its slot, the bytes after it, the places of the whole."""


class _Kind(Struct, frozen=True):
    """Slots that take the same bytes for a text, where they stand, and the seals that hold just one of them."""

    slot: Slot
    places: tuple[slice, ...]
    seals: tuple[_Checksum, ...]


class Press:
    """Prints copies of an artefact with slots.

    What comes before the first slot is hashed once; slots that differ in place alone are filled once. Raises ValueError
    for an artefact with a seal that holds anything else than one slot.
    """

    def __init__(self, artefact: Artefact) -> None:
        places = (slot.offset for slot in artefact.slots)
        checksums = (place for seal in artefact.seals for place in seal.places)
        start = min((*places, *checksums), default=len(artefact.data))
        self._common, self._own = artefact.data[:start], artefact.data[start:]
        self._hash = hashlib.sha256(self._common)
        self._digest = hashlib.sha256(artefact.data).hexdigest()
        self._kinds = tuple(_kinds(artefact, start))
        if sum(len(kind.seals) for kind in self._kinds) != len(artefact.seals):
            raise ValueError("a seal holds anything else than one slot")

    def copy(self, stamp: str) -> Copy:
        """The copy that bears the stamp. Raises SlotError for a text that the slots cannot hold."""
        texts = {STAMP: stamp, IDENTIFIER: self._identifier(stamp)}
        own = bytearray(self._own)
        for kind in self._kinds:
            filled = kind.slot.filled(texts[kind.slot.name])
            for place in kind.places:
                own[place] = filled
            for seed, tail, places in kind.seals:
                checksum = crc32(tail, crc32(filled, seed)).to_bytes(_CHECKSUM, "little")
                for place in places:
                    own[place] = checksum
        digest = self._hash.copy()
        digest.update(own)
        return Copy(self._common, own, digest.hexdigest())

    def _identifier(self, stamp: str) -> str:
        return hashlib.sha256(f"{self._digest}\0{stamp}".encode()).hexdigest()[:32].upper()


def whole(artefact: Artefact) -> Copy:
    """A document made for one recipient alone, as a copy."""
    return Copy(b"", artefact.data, hashlib.sha256(artefact.data).hexdigest())


def _kinds(artefact: Artefact, start: int) -> Iterator[_Kind]:
    """The slots of an artefact by what they are; their places count from `start`."""
    alike: list[tuple[Slot, list[int]]] = []
    for slot in artefact.slots:
        bare = replace(slot, offset=0)
        known = next((offsets for kind, offsets in alike if kind == bare), None)
        if known is None:
            alike.append((bare, [slot.offset]))
        else:
            known.append(slot.offset)
    sealed = {(seal.start, seal.length): seal for seal in artefact.seals}
    for slot, offsets in alike:
        seals = (sealed.get((offset, slot.length)) for offset in offsets)
        places = tuple(_stretch(offset - start, slot.length) for offset in offsets)
        yield _Kind(slot, places, tuple(_checksum(seal, start) for seal in seals if seal))


def _checksum(seal: Seal, start: int) -> _Checksum:
    return seal.seed, seal.tail, tuple(_stretch(place - start, _CHECKSUM) for place in seal.places)


def _stretch(start: int, length: int) -> slice:
    return slice(start, start + length)
