"""Numbered copies: other bytes at the same place, read on every page."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace

from faces import face
from rapport.artefact import Artefact, SlotError
from rapport.formats.pdf.stamp import Stamp
from rapport.look.geometry import Box, Pt
from readback import read_back
from render.pdf.sheet import BLUE, draw, lines, new_canvas, texts

STAMP = Stamp(face(), 8.0, BLUE, Box(Pt(50), Pt(280), Pt(220), Pt(12)))
NAME = "Exemplaire n°\u00a042 — Mme Zoé Çelik-Œuvrard"


def three_pages(*, stamped: bool = True) -> Artefact:
    canvas = new_canvas()
    if stamped:
        canvas.reserve_stamp(STAMP, canvas.tree.document.child("P"))
    for page in range(3):
        draw(canvas, lines(f"Page {page}"))
        canvas.showPage()
    return canvas.finish("brief")


def test_each_page_of_a_copy_shows_its_stamp() -> None:
    copy = three_pages().copy({"stamp": NAME})
    assert [text.splitlines() for text in texts(copy)] == [[f"Page {page}", NAME] for page in range(3)]


def test_the_stamp_is_content_once_and_an_artifact_on_the_further_pages() -> None:
    read = read_back(three_pages().copy({"stamp": NAME}))
    assert read.root.text == f"{NAME}Page 0Page 1Page 2"
    assert read.artifacts == ["", NAME, NAME]


def test_before_it_is_stamped_the_document_shows_none() -> None:
    assert texts(three_pages().data) == [f"Page {page}" for page in range(3)]


def test_a_copy_differs_in_its_slots_alone() -> None:
    artefact = three_pages()
    copy = artefact.copy({"stamp": NAME, "identifier": "0123456789ABCDEF" * 2})
    places = [index for index, (one, other) in enumerate(zip(artefact.data, copy, strict=True)) if one != other]
    inside = [any(slot.offset <= place < slot.offset + slot.length for slot in artefact.slots) for place in places]
    assert [slot.name for slot in artefact.slots] == ["stamp", "stamp", "identifier"]
    assert all(inside)


def test_slots_come_last_so_that_copies_share_a_beginning() -> None:
    artefact = three_pages()
    assert len(artefact.data) - artefact.slots[0].offset < 3_600


def test_the_metadata_of_a_copy_name_it() -> None:
    with pikepdf.open(BytesIO(three_pages().copy({"stamp": NAME + " & Cie"}))) as pdf, pdf.open_metadata() as said:
        assert said["dc:identifier"] == NAME + " & Cie"


@pytest.mark.parametrize(
    "name", ["Exemplaire n°\u00a08 — Ελένη Παππά", "Exemplaire n°\u00a09 — " + "Mme de La Tour " * 6]
)
def test_a_copy_made_apart_holds_its_own_text(name: str) -> None:
    canvas = new_canvas()
    canvas.reserve_stamp(replace(STAMP, text=name), canvas.tree.document.child("P"))
    draw(canvas, lines("Page 0"))
    copy = canvas.finish("brief").copy({"stamp": name})
    assert texts(copy)[0].splitlines() == ["Page 0", name]


def test_the_identifier_of_a_copy_is_its_own() -> None:
    with pikepdf.open(BytesIO(three_pages().copy({"identifier": "AB" * 16}))) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert bytes(pdf.trailer.ID[1]) == b"\xab" * 16


def test_a_document_without_stamp_has_no_slots_and_no_font_for_it() -> None:
    plain = three_pages(stamped=False)
    assert plain.slots == ()
    assert len(plain.data) < len(three_pages().data) - 5_000


@pytest.mark.parametrize(
    ("text", "fault"),
    [("Exemplaire 中", "'中' cannot be written"), ("Exemplaire " * 9, "points wide, 220 are there")],
)
def test_what_does_not_fit_is_refused(text: str, fault: str) -> None:
    with pytest.raises(SlotError, match=fault):
        three_pages().copy({"stamp": text})


def test_the_longest_text_that_fits_in_width_fits_in_bytes() -> None:
    slot = next(slot for slot in three_pages().slots if slot.room)
    narrowest = min((letter for letter in slot.alphabet.values() if letter.advance), key=lambda letter: letter.advance)
    count = int(slot.room / narrowest.advance)
    assert len(slot.filled(narrowest.character * min(count, 150))) == slot.length
