"""A range of years that a line of a slide cannot part is the same text to whoever reads the deck back."""

from __future__ import annotations

from pathlib import Path

import pytest

import handwork
from edit_desk import Desk
from edited_tree import TREE
from rapport.cli import main

JOINED = "2021-\u20602024"
SAID = "Former, sur 2021-2024, les agents publics"
SECTION = TREE["sections/textes.yaml"].replace("Former les agents publics", SAID)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys, {"sections/textes.yaml": SECTION})


@pytest.mark.parametrize("years", [JOINED, "2021-2024"])
def test_words_changed_beside_a_range_go_back_as_typed_on_a_keyboard(desk: Desk, years: str) -> None:
    """As the program wrote it, or typed anew by who edits."""
    path = desk.edit(handwork.text(5, "Texte", f"Former vite, sur {years}, les agents publics"))
    desk.run(path, "--apply")
    assert desk.changed_lines() == ['      - "Former vite, sur 2021-2024, les agents publics"']


def test_a_range_typed_anew_is_no_change_and_the_proof_holds(desk: Desk) -> None:
    assert JOINED in "".join(handwork.shape(handwork.opened(desk.built), 5, "Texte").text_frame.text)
    assert desk.changes(desk.edit(handwork.text(5, "Texte", SAID))) == []
    assert main(["verify", "evian", *desk.options]) == 0
