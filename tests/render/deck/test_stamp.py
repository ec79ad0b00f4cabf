"""Numbered copies: a few bytes exchanged in the finished file."""

from __future__ import annotations

import io
import zipfile

import pytest

import decks
from judges.ooxml import Judge
from parts import parts_of
from rapport.artefact import SlotError
from rapport.look.charter import Charter
from rapport.render.deck.writer import DeckSettings, write_deck
from rapport.verify.deck_linter.linter import lint

STAMPED = DeckSettings(stamped=True)
TEXT = "Exemplaire n° 3 – Zoé Œuvrard & Cie"


def test_a_copy_says_whose_it_is_on_every_ground(charter: Charter, office_errors: Judge) -> None:
    copy = write_deck(decks.whole_deck(), charter, STAMPED).copy({"stamp": TEXT})
    stamped = {name for name, data in parts_of(copy).items() if "Zoé Œuvrard &amp; Cie".encode() in data}
    assert stamped == {"ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout2.xml"}
    assert office_errors(copy, "pptx") == ()
    assert lint(copy) == ()


def test_a_copy_keeps_its_length_and_its_checksums(charter: Charter) -> None:
    artefact = write_deck(decks.whole_deck(), charter, STAMPED)
    copy = artefact.copy({"stamp": TEXT})
    assert len(copy) == len(artefact.data)
    assert zipfile.ZipFile(io.BytesIO(copy)).testzip() is None
    assert sum(one != other for one, other in zip(copy, artefact.data, strict=True)) < 2 * 80


def test_a_deck_that_waits_for_its_stamp_is_valid(charter: Charter, office_errors: Judge) -> None:
    assert office_errors(write_deck(decks.whole_deck(), charter, STAMPED).data, "pptx") == ()


def test_a_deck_with_a_stamp_comes_stamped(charter: Charter) -> None:
    data = write_deck(decks.deck(decks.cover(), stamp=TEXT), charter).data
    assert "Zoé Œuvrard".encode() in parts_of(data)["ppt/slideMasters/slideMaster1.xml"]


def test_a_plain_deck_has_no_place_for_a_stamp(charter: Charter) -> None:
    artefact = write_deck(decks.deck(decks.cover()), charter)
    assert artefact.slots == ()
    assert b"Exemplaire" not in parts_of(artefact.data)["ppt/slideMasters/slideMaster1.xml"]


@pytest.mark.parametrize("text", ["漢字", "M" * 200])
def test_a_stamp_that_does_not_fit_is_refused(charter: Charter, text: str) -> None:
    artefact = write_deck(decks.deck(decks.cover()), charter, STAMPED)
    with pytest.raises(SlotError):
        artefact.copy({"stamp": text})
