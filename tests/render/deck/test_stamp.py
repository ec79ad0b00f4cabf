"""Numbered copies: a few bytes exchanged in the finished file."""

from __future__ import annotations

import io
import zipfile

import pptx
import pytest
from msgspec.structs import replace

import decks
from judges.ooxml import Judge
from parts import parts_of
from rapport.artefact import SlotError
from rapport.look.charter import Charter
from rapport.render.deck.writer import DeckSettings, write_deck
from rapport.verify.deck_linter.linter import lint

STAMPED = DeckSettings(stamped=True)
TEXT = "Exemplaire n° 3 – Zoé Œuvrard & Cie"


def pages(data: bytes) -> dict[str, bytes]:
    """The slides, the pages of notes and the core properties of a deck."""
    parts = parts_of(data)
    kinds = ("ppt/slides/slide", "ppt/notesSlides/notesSlide", "docProps/core")
    return {name: part for name, part in parts.items() if name.startswith(kinds)}


def test_a_copy_says_whose_it_is_on_each_page(charter: Charter, office_errors: Judge) -> None:
    copy = write_deck(decks.whole_deck(), charter, STAMPED).copy({"stamp": TEXT})
    silent = [name for name, part in pages(copy).items() if "Zoé Œuvrard &amp; Cie".encode() not in part]
    assert len(pages(copy)) > 12
    assert silent == []
    assert office_errors(copy, "pptx") == ()
    assert lint(copy) == ()


def test_other_programs_read_the_stamp(charter: Charter) -> None:
    read = pptx.Presentation(io.BytesIO(write_deck(decks.whole_deck(), charter, STAMPED).copy({"stamp": TEXT})))
    assert read.core_properties.identifier == TEXT
    for slide in read.slides:
        assert TEXT in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        if slide.has_notes_slide:
            assert TEXT in [shape.text_frame.text for shape in slide.notes_slide.shapes if shape.has_text_frame]


def test_a_copy_keeps_its_length_and_its_checksums(charter: Charter) -> None:
    artefact = write_deck(decks.whole_deck(), charter, STAMPED)
    copy = artefact.copy({"stamp": TEXT})
    assert len(copy) == len(artefact.data)
    assert zipfile.ZipFile(io.BytesIO(copy)).testzip() is None


def test_places_kept_cost_little(charter: Charter) -> None:
    plain = len(write_deck(decks.whole_deck(), charter).data)
    stamped = write_deck(decks.whole_deck(), charter, STAMPED)
    assert (len(stamped.data) - plain) / len(stamped.slots) < 800


def test_a_deck_that_waits_for_its_stamp_is_valid(charter: Charter, office_errors: Judge) -> None:
    assert office_errors(write_deck(decks.whole_deck(), charter, STAMPED).data, "pptx") == ()


@pytest.mark.parametrize(
    "text", [TEXT, "Exemplaire n° 4 – 漢字 & Σίσυφος", "Exemplaire n° 5 – " + "Mme de La Tour " * 12]
)
def test_a_deck_with_a_stamp_comes_stamped(charter: Charter, office_errors: Judge, text: str) -> None:
    artefact = write_deck(replace(decks.whole_deck(), stamp=text), charter)
    escaped = text.replace("&", "&amp;").encode()
    assert [name for name, part in pages(artefact.data).items() if escaped not in part] == []
    assert artefact.slots == ()
    assert office_errors(artefact.data, "pptx") == ()


def test_a_plain_deck_has_no_place_for_a_stamp(charter: Charter) -> None:
    artefact = write_deck(decks.whole_deck(), charter)
    assert artefact.slots == ()
    assert [name for name, part in pages(artefact.data).items() if b"Exemplaire" in part] == []


@pytest.mark.parametrize("text", ["漢字", "M" * 200])
def test_a_stamp_that_does_not_fit_is_refused(charter: Charter, text: str) -> None:
    artefact = write_deck(decks.deck(decks.cover()), charter, STAMPED)
    with pytest.raises(SlotError):
        artefact.copy({"stamp": text})
