"""Each thing that people change in a deck is told once, and nothing else is."""

from __future__ import annotations

import io
import time
from typing import Any

import pytest
from pptx import Presentation

import handwork
import handwork_more
from edited_tree import read_back
from rapport.edits.change import Change
from rapport.edits.deck import EditedDeck
from rapport.edits.listing import changes
from rapport.edits.normal import normal


@pytest.fixture(scope="module")
def base(deck: bytes) -> EditedDeck:
    return read_back(deck)


@pytest.mark.parametrize("name", handwork.EDITS)
def test_each_edit_is_told_once(name: str, deck: bytes, base: EditedDeck) -> None:
    make, (kind, slide, now) = handwork.EDITS[name]
    [change] = changes(base, read_back(handwork.after(deck, make)))
    assert (change.kind, change.slide) == (kind, slide)
    assert change.after == now or not now


@pytest.mark.parametrize("name", handwork_more.MORE)
def test_each_of_more_edits_is_told_once(name: str, deck: bytes, base: EditedDeck) -> None:
    make, (kind, slide, now) = handwork_more.MORE[name]
    [change] = changes(base, read_back(handwork.after(deck, make)))
    assert (change.kind, change.slide) == (kind, slide)
    assert change.after == now or not now


@pytest.mark.parametrize("name", handwork_more.NOTHING)
def test_what_the_program_sets_again_is_no_edit(name: str, deck: bytes, base: EditedDeck) -> None:
    assert changes(base, read_back(handwork.after(deck, handwork_more.NOTHING[name]))) == ()


def test_a_layout_moves_what_it_places(deck: bytes, base: EditedDeck) -> None:
    """The title of another layout stands elsewhere: that is the layout's doing, told with it."""

    def make(presentation: Any) -> None:
        slide = presentation.slides[4]
        layout = next(each for each in presentation.slide_layouts if each.name == "Couverture")
        next(each for each in slide.part.rels.values() if each.reltype.endswith("/slideLayout"))._target = layout.part

    [change] = changes(base, read_back(handwork.after(deck, make)))
    assert (change.kind, change.after) == ("layout", "Couverture")


def test_saving_again_is_no_edit(deck: bytes, base: EditedDeck) -> None:
    assert changes(base, read_back(handwork.after(deck, lambda _deck: None))) == ()


def test_edits_together_are_told_one_by_one(deck: bytes, base: EditedDeck) -> None:
    names = ("a title", "a cell", "a note", "a picture moved", "a value of a chart", "a group deleted")

    def make(presentation: object) -> None:
        for name in names:
            handwork.EDITS[name][0](presentation)
        handwork.EDITS["a slide deleted"][0](presentation)

    found = changes(base, read_back(handwork.after(deck, make)))
    wanted = [handwork.EDITS[name][1][:2] for name in (*names, "a slide deleted")]
    assert sorted((change.kind, change.slide) for change in found) == sorted(wanted)


def test_two_slides_that_change_places_are_one_move(deck: bytes, base: EditedDeck) -> None:
    found = changes(base, read_back(handwork.after(deck, handwork.slide_moved(5, 6))))
    assert [change.kind for change in found] == ["slide-moved"]


def test_without_identities_the_words_and_places_tell(deck: bytes, base: EditedDeck) -> None:
    """As Google exports a deck: no identifier, no name of ours."""

    def anonymous(presentation: object) -> None:
        for number, slide in enumerate(presentation.slides):  # type: ignore[attr-defined]
            for node in slide._element.iter():
                if str(node.tag).endswith("}creationId"):
                    node.attrib.clear()
                elif str(node.tag).endswith("}cNvPr"):
                    node.set("name", f"Google Shape;{number}")

    assert changes(base, read_back(handwork.after(deck, anonymous))) == ()

    def both(presentation: object) -> None:
        handwork.EDITS["a cell"][0](presentation)
        anonymous(presentation)

    [change] = changes(base, read_back(handwork.after(deck, both)))
    assert change == Change("text", 6, 6, "Tableau", "ligne\u00a02, colonne\u00a01", "Première équipe", "Équipe une")


def test_a_paragraph_parted_in_two_is_one_change(deck: bytes, base: EditedDeck) -> None:
    def part(presentation: object) -> None:
        handwork.text(8, "À retenir", "Le terrain")(presentation)
        handwork.add_paragraph(8, "À retenir", "vu du ciel")(presentation)

    [change] = changes(base, read_back(handwork.after(deck, part)))
    assert change == Change("paragraphs", 8, 8, "À retenir", "", "Le terrain vu du ciel", "Le terrain ¶ vu du ciel")


def test_listing_takes_no_longer_than_reading_both_decks(deck: bytes) -> None:
    """Half as much again is allowed, for a machine with other work."""
    started = time.process_time()
    old, new = read_back(deck), read_back(handwork.after(deck, handwork.EDITS["a title"][0]))
    read_at = time.process_time()
    changes(old, new)
    assert time.process_time() - read_at < 1.5 * (read_at - started)


def test_python_pptx_reads_what_we_read(deck: bytes, base: EditedDeck) -> None:
    """The guard of all above: what another reader finds in titles is what is compared."""
    titles = [slide.shapes.title.text for slide in Presentation(io.BytesIO(deck)).slides]
    ours = [next(shape.words for shape in slide.shapes if shape.role == "title") for slide in base.slides]
    assert ours == [normal(title) for title in titles]
