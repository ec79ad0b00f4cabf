"""Slots take what their alphabet can write, and blanks fill the rest."""

from __future__ import annotations

import zlib

import pytest

from rapport.artefact import Artefact, Letter, Seal, Slot, SlotError, alphabet

ALPHABET = alphabet((Letter("A", b"01", 5.0), Letter("B", b"02", 6.0)))
TEXT = Slot("stamp", 2, 10, ALPHABET, before=b"<", after=b">", room=16.0)
CODE = Slot("identifier", 14, 4)


def test_a_text_is_framed_encoded_and_padded() -> None:
    assert TEXT.filled("AB") == b"<0102>    "
    assert TEXT.filled("") == b"<>        "


def test_without_alphabet_characters_stand_for_themselves() -> None:
    assert CODE.filled("1F2E") == b"1F2E"


@pytest.mark.parametrize(
    ("slot", "text", "fault"),
    [
        (TEXT, "AC", "'C' cannot be written in stamp"),
        (TEXT, "BBB", "18 points wide, 16 are there"),
        (CODE, "12345", "takes 5 bytes of 4"),
        (CODE, "é", "'é' cannot be written in identifier"),
    ],
)
def test_what_does_not_fit_is_refused(slot: Slot, text: str, fault: str) -> None:
    with pytest.raises(SlotError, match=fault):
        slot.filled(text)


def test_a_copy_has_its_own_texts_and_all_else_in_common() -> None:
    artefact = Artefact("brief", b"x:" + b"." * 10 + b"::" + b"0000" + b"!", (TEXT, CODE))
    assert artefact.copy({"stamp": "A", "identifier": "ABCD"}) == b"x:<01>      ::ABCD!"
    assert artefact.copy({"identifier": "ABCD"}) == b"x:..........::ABCD!"
    assert artefact.copy({}) == artefact.data


def test_a_checksum_counts_what_stands_around_the_slot() -> None:
    data = bytearray(b"....<01>      ....")
    Seal(4, 10, (0, 14), zlib.crc32(b"before"), b"after").renew(data)
    assert data[:4] == data[14:] == zlib.crc32(b"before<01>      after").to_bytes(4, "little")
