"""The decks as LibreOffice draws them, with our face, one of Arial's widths, or DejaVu Sans alone: nothing collides."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt

import office
from field.editions import editions
from rapport.arrange.arrange import Arranged, arrange
from rapport.look.charter import Charter
from rapport.read.faces import installed_fonts
from rapport.render.deck.writer import write_deck

BRIEFINGS = ("evian-g7", "new-delhi")
FIELD = ("budget-commune", "cop30", "oceans", "ter")
"""Briefings by others with what is hard to draw: long words beside charts, tables of many columns, long sources."""


@pytest.fixture(scope="module", params=office.FACES)
def drawn(
    plans: Mapping[str, Arranged],
    charter: Charter,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[str, Path]:
    """The only face of the machine; a folder with both decks, and what LibreOffice makes of them."""
    folder = tmp_path_factory.mktemp("office")
    for key, arranged in plans.items():
        (folder / f"{key}.pptx").write_bytes(write_deck(arranged.deck, charter).data)
    office.drawn((folder / f"{key}.pptx" for key in plans), folder, request.param)
    return request.param, folder


@pytest.mark.parametrize("key", BRIEFINGS)
def test_no_text_leaves_its_box(drawn: tuple[str, Path], key: str) -> None:
    _, folder = drawn
    assert office.outside(folder / f"{key}.pptx", folder / f"{key}.pdf") == []


@pytest.mark.parametrize("key", BRIEFINGS)
def test_boxes_of_texts_do_not_meet(drawn: tuple[str, Path], key: str) -> None:
    """Lines of text that LibreOffice draws one over the other would be text that grew into its neighbour."""
    _, folder = drawn
    assert office.met(folder / f"{key}.pdf") == []


@pytest.mark.parametrize("key", BRIEFINGS)
def test_no_line_ends_inside_a_word(drawn: tuple[str, Path], key: str) -> None:
    _, folder = drawn
    assert office.broken(folder / f"{key}.pptx", folder / f"{key}.pdf") == []


@pytest.fixture(scope="module", params=office.FACES)
def drawn_field(charter: Charter, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the decks of others, and what LibreOffice makes of them with a single face on the machine."""
    folder = tmp_path_factory.mktemp("field")
    decks = [folder / f"{name}.pptx" for name in FIELD]
    for deck in decks:
        [made] = editions(deck.stem, "deck")
        deck.write_bytes(write_deck(arrange(made, charter, installed_fonts()).deck, charter).data)
    office.drawn(decks, folder, request.param)
    return folder


@pytest.mark.parametrize("name", FIELD)
def test_decks_of_others_are_drawn_without_a_cut_or_a_collision(drawn_field: Path, name: str) -> None:
    """Dates of timelines, findings beside charts, rows of tables, sources on two lines."""
    deck, picture = drawn_field / f"{name}.pptx", drawn_field / f"{name}.pdf"
    assert (office.broken(deck, picture), office.met(picture)) == ([], [])


def test_a_word_cut_by_a_line_would_be_seen(tmp_path: Path) -> None:
    deck, picture = tmp_path / "cut.pptx", tmp_path
    presentation = Presentation()
    box = presentation.slides.add_slide(presentation.slide_layouts[6]).shapes.add_textbox(0, 0, Pt(65), Pt(100))
    box.text_frame.word_wrap, box.text_frame.text = True, "Réalisé"
    presentation.save(str(deck))
    office.drawn((deck,), picture)
    assert office.broken(deck, picture / "cut.pdf") == [(1, "Réalisé")]


def test_a_text_outside_its_box_would_be_seen() -> None:
    assert office.within((10, 10, 90, 20), (8, 8, 92, 40))
    assert not office.within((10, 10, 99, 20), (8, 8, 92, 40))
    assert not office.within((10, 30, 90, 50), (8, 8, 92, 40))
