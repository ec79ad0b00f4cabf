"""A finished document, and the places in it that belong to a single copy."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Final, Literal, get_args

from msgspec import Struct, field

DocumentKind = Literal["brief", "deck", "slides", "notes", "sheet"]
DOCUMENT_KINDS: Final[tuple[DocumentKind, ...]] = get_args(DocumentKind)
"""In the order in which they are handed out: the brief, the deck, its slides as PDF, these with notes, the fiche."""
ArtefactKind = DocumentKind | Literal["booklet", "handout"]


class Letter(Struct, frozen=True):
    """A character that a slot can hold: the bytes that stand for it, and how far it advances in points."""

    character: str
    code: bytes
    advance: float


_CODE, _ADVANCE = attrgetter("code"), attrgetter("advance")

Alphabet = Mapping[str, Letter]
"""Letters by their characters."""


def alphabet(letters: Iterable[Letter]) -> Alphabet:
    """The letters as an alphabet."""
    return {letter.character: letter for letter in letters}


class SlotError(ValueError):
    """A text that a slot cannot hold: a character outside its alphabet, or too many."""


class Slot(Struct, frozen=True):
    """Bytes that each copy has its own of, at the same place and of the same length in all.

    `before` and `after` frame the codes of the text; blanks fill the rest. An empty `alphabet` takes ASCII as it is.
    `room` is the width that the text may take in points, 0 for any.
    """

    name: str
    offset: int
    length: int
    alphabet: Alphabet = field(default_factory=dict)
    before: bytes = b""
    after: bytes = b""
    room: float = 0.0

    def filled(self, text: str) -> bytes:
        """The slot's bytes for a text; raises SlotError when it has a character too many, or one unknown here."""
        codes = self._encoded(text) if self.alphabet else self._ascii(text)
        data = self.before + codes + self.after
        if len(data) > self.length:
            raise SlotError(f"{text!r} takes {len(data)} bytes of {self.length}")
        return data.ljust(self.length)

    def _ascii(self, text: str) -> bytes:
        unknown = [character for character in text if not character.isascii()]
        if unknown:
            raise SlotError(f"{unknown[0]!r} cannot be written in {self.name}")
        return text.encode("ascii")

    def _encoded(self, text: str) -> bytes:
        try:
            letters = [self.alphabet[character] for character in text]
        except KeyError as error:
            raise SlotError(f"{error.args[0]!r} cannot be written in {self.name}") from None
        width = sum(map(_ADVANCE, letters))
        if self.room and width > self.room:
            raise SlotError(f"{text!r} is {width:.0f} points wide, {self.room:.0f} are there")
        return b"".join(map(_CODE, letters))


class Seal(Struct, frozen=True):
    """A checksum over bytes with slots in them (CRC-32, little-endian, as zip archives have it), and its places.

    `seed` is the checksum of what comes before `start`, `tail` what comes after: both may stand compressed in the file.
    """

    start: int
    length: int
    places: tuple[int, ...]
    seed: int = 0
    tail: bytes = b""

    def checksum(self, data: bytes | bytearray | memoryview) -> bytes:
        """The checksum over `data`, the bytes between `start` and the tail."""
        return zlib.crc32(self.tail, zlib.crc32(data, self.seed)).to_bytes(4, "little")

    def renew(self, data: bytearray) -> None:
        """Recompute the checksum and write it in its places."""
        checksum = self.checksum(data[self.start : self.start + self.length])
        for place in self.places:
            data[place : place + len(checksum)] = checksum


class Artefact(Struct, frozen=True):
    """The bytes of a document as it is written to disk, its slots in the order of their offsets, its seals.

    Everything before the first slot and outside of seals is the same in all copies. `places` says on which pages each
    fact is printed, by the fact's key; empty where that was not recorded.
    """

    kind: ArtefactKind
    data: bytes
    slots: tuple[Slot, ...] = ()
    seals: tuple[Seal, ...] = ()
    places: tuple[tuple[str, tuple[int, ...]], ...] = ()

    def copy(self, texts: dict[str, str]) -> bytes:
        """The document with the slots named in `texts` filled, each with its own; raises SlotError."""
        chunks, end = [], 0
        for slot in self.slots:
            if slot.name in texts:
                chunks += [self.data[end : slot.offset], slot.filled(texts[slot.name])]
                end = slot.offset + slot.length
        return self._sealed(b"".join((*chunks, self.data[end:])))

    def _sealed(self, data: bytes) -> bytes:
        if not self.seals:
            return data
        renewed = bytearray(data)
        for seal in self.seals:
            seal.renew(renewed)
        return bytes(renewed)
