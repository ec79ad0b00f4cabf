"""LibreOffice Impress saves a deck: it renumbers, renames and rewrites nearly all, and nothing is told but edits."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping

import pytest

import decks
import handwork
import handwork_more
from edited_tree import read_back
from rapport.edits.listing import changes
from rapport.look.charter import Charter
from rapport.render.deck.writer import write_deck

EDITS = (
    "a title", "a sub-item", "a callout", "a cell", "a note", "a number in a group", "a paragraph added", "bold",
    "not bold", "an alternative text", "a picture replaced", "a picture moved", "a text box resized", "a table moved",
    "a group moved", "a picture deleted", "a text box added", "a text box copied", "a slide deleted",
    "a slide moved down", "a slide added", "a slide hidden", "a row added", "a value of a chart",
    "a category of a chart", "underlined", "a link", "rows exchanged", "another kind of chart", "turned", "cropped",
)  # fmt: skip
"""What is edited before Impress saves."""
ALL = {**handwork.EDITS, **handwork_more.MORE}


@pytest.fixture(scope="module")
def saved(deck: bytes, charter: Charter, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Each deck once Impress has opened and saved it, all in one run of it."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("not run: no LibreOffice")
    folder = tmp_path_factory.mktemp("impress")
    every = write_deck(decks.whole_deck(), charter).data
    made = {name: handwork.after(deck, ALL[name][0]) for name in EDITS}
    for name, data in {"as made": deck, "every element": every, **made}.items():
        (folder / f"{name}.pptx").write_bytes(data)
    files = [str(path) for path in sorted(folder.glob("*.pptx"))]
    options = [f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
    kind = "pptx:Impress MS PowerPoint 2007 XML"
    command = [office, *options, kind, "--outdir", str(folder / "saved"), *files]
    subprocess.run(command, capture_output=True, timeout=300, check=True)
    return {path.stem: path.read_bytes() for path in (folder / "saved").iterdir()}


def test_saving_is_no_edit(saved: Mapping[str, bytes], deck: bytes) -> None:
    assert changes(read_back(deck), read_back(saved["as made"])) == ()


def test_saving_every_kind_of_element_is_no_edit(saved: Mapping[str, bytes], charter: Charter) -> None:
    every = write_deck(decks.whole_deck(), charter).data
    assert changes(read_back(every), read_back(saved["every element"])) == ()


@pytest.mark.parametrize("name", EDITS)
def test_what_was_edited_before_it_is_told_once(name: str, saved: Mapping[str, bytes], deck: bytes) -> None:
    _, (kind, slide, now) = ALL[name]
    [change] = changes(read_back(deck), read_back(saved[name]))
    assert (change.kind, change.slide) == (kind, slide)
    assert change.after == now or not now
