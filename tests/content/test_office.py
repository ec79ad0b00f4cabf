"""The decks as LibreOffice draws them, with whatever faces this machine has: no text leaves its box."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

import office
from rapport.arrange.arrange import Arranged
from rapport.look.charter import Charter
from rapport.render.deck.writer import write_deck

BRIEFINGS = ("evian-g7", "new-delhi")


@pytest.fixture(scope="module")
def drawn(plans: Mapping[str, Arranged], charter: Charter, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both decks, and what LibreOffice makes of them."""
    folder = tmp_path_factory.mktemp("office")
    for key, arranged in plans.items():
        (folder / f"{key}.pptx").write_bytes(write_deck(arranged.deck, charter).data)
    office.drawn((folder / f"{key}.pptx" for key in plans), folder)
    return folder


@pytest.mark.parametrize("key", BRIEFINGS)
def test_no_text_leaves_its_box(drawn: Path, key: str) -> None:
    assert office.outside(drawn / f"{key}.pptx", drawn / f"{key}.pdf") == []


@pytest.mark.parametrize("key", BRIEFINGS)
def test_boxes_of_texts_do_not_meet(drawn: Path, key: str) -> None:
    """Lines of text that LibreOffice draws one over the other would be text that grew into its neighbour."""
    assert office.met(drawn / f"{key}.pdf") == []


def test_a_text_outside_its_box_would_be_seen() -> None:
    assert office.within((10, 10, 90, 20), (8, 8, 92, 40))
    assert not office.within((10, 10, 99, 20), (8, 8, 92, 40))
    assert not office.within((10, 30, 90, 50), (8, 8, 92, 40))
