"""Copies of a document: those a slot can hold, and the same bytes as filling slot after slot."""

from __future__ import annotations

import hashlib
import zlib

import pytest

from rapport.artefact import Artefact, Letter, Seal, Slot, SlotError, alphabet
from rapport.pack.press import Press, whole

LETTERS = alphabet(Letter(sign, sign.encode(), 5.0) for sign in "Exemplair n°7—ABC")
DATA = b"common beginning|" + b"." * 40 + b"|between|" + b"." * 40 + b"|CRC1CRC2|" + b"0" * 32 + b"|end"
STAMPS = (Slot("stamp", 17, 40, LETTERS, b"<", b">", 100.0), Slot("stamp", 66, 40, LETTERS, b"<", b">", 100.0))
IDENTIFIER = Slot("identifier", 117, 32)
SEAL = Seal(66, 40, (107, 111), zlib.crc32(b"before"), b"after")
ARTEFACT = Artefact("deck", DATA, (*STAMPS, IDENTIFIER), (SEAL,))


def test_a_copy_is_what_filling_each_slot_gives() -> None:
    copy = Press(ARTEFACT).copy("AB")
    identifier = copy.data[117:149].decode()
    assert copy.data == ARTEFACT.copy({"stamp": "AB", "identifier": identifier})
    assert (
        copy.data[107:111] == copy.data[111:115] == zlib.crc32(b"before<AB>".ljust(46) + b"after").to_bytes(4, "little")
    )


def test_the_digest_is_that_of_the_whole() -> None:
    copy = Press(ARTEFACT).copy("AB")
    assert copy.common == b"common beginning|"
    assert copy.digest == hashlib.sha256(copy.data).hexdigest()


def test_each_copy_has_an_identifier_of_its_own_and_always_the_same() -> None:
    press = Press(ARTEFACT)
    one, other, again = (press.copy(stamp).data for stamp in ("A", "B", "A"))
    assert one[117:149] != other[117:149]
    assert one == again
    assert one[117:149].isalnum()


def test_one_copy_leaves_no_trace_in_the_next() -> None:
    press = Press(ARTEFACT)
    press.copy("ABC ABC ABC")
    assert press.copy("A").data == Press(ARTEFACT).copy("A").data


@pytest.mark.parametrize("stamp", ["Z", "A" * 30])
def test_a_name_that_does_not_fit_is_refused_whole(stamp: str) -> None:
    press = Press(ARTEFACT)
    with pytest.raises(SlotError):
        press.copy(stamp)
    assert press.copy("A").data == Press(ARTEFACT).copy("A").data


def test_a_seal_over_anything_else_is_refused() -> None:
    with pytest.raises(ValueError, match="anything else than one slot"):
        Press(Artefact("deck", DATA, STAMPS, (Seal(60, 46, (107,)),)))


def test_a_document_made_apart_is_a_copy_too() -> None:
    copy = whole(Artefact("brief", b"data"))
    assert (copy.data, copy.digest) == (b"data", hashlib.sha256(b"data").hexdigest())
