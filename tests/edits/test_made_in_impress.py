"""What somebody does in Impress itself is told once, and saving there is no edit."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from edited_tree import read_back
from office import edited_in_office
from rapport.edits.listing import changes

WORDS = "Écrit dans Impress"


@pytest.fixture(scope="module")
def edited(deck: bytes, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    folder = tmp_path_factory.mktemp("uno")
    made = folder / "made.pptx"
    made.write_bytes(deck)
    return edited_in_office(Path(__file__).with_name("impress.py"), made, folder)


def test_opening_and_saving_is_no_edit(edited: Mapping[str, bytes], deck: bytes) -> None:
    assert changes(read_back(deck), read_back(edited["nothing"])) == ()


@pytest.mark.parametrize(
    ("name", "kind", "slide"),
    [
        ("retitled", "text", 3),
        ("moved", "moved", 3),
        ("deleted", "slide-deleted", 3),
        ("hidden", "slide-hidden", 3),
        ("noted", "notes", 3),
        ("doubled", "slide-added", 0),
        ("box added", "shape-added", 3),
        ("cell written", "text", 6),
        ("picture taken", "shape-deleted", 8),
        ("emboldened", "emphasis", 6),
    ],
)
def test_each_edit_is_told_once(name: str, kind: str, slide: int, edited: Mapping[str, bytes], deck: bytes) -> None:
    [change] = changes(read_back(deck), read_back(edited[name]))
    assert (change.kind, change.slide) == (kind, slide)
    if name in ("retitled", "noted", "cell written", "box added"):
        assert change.after == WORDS
