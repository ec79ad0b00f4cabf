"""Decks of briefings that others wrote: saved again nothing is told, a title changed by hand is told once."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from pptx import Presentation

from edited_tree import read_back
from rapport.cli import main
from rapport.edits.listing import changes

TESTS = Path(__file__).parents[1]
BRIEFINGS = sorted(path.name for path in (TESTS / "field" / "briefings").iterdir())
BY_DAY = BRIEFINGS[::4]
BY_NIGHT = [name for name in BRIEFINGS if name not in BY_DAY]


@pytest.fixture(
    scope="module", params=[BY_DAY, pytest.param(BY_NIGHT, marks=pytest.mark.nightly)], ids=["day", "night"]
)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Each deck as it was built, as a draft where its content has faults."""
    found: dict[str, bytes] = {}
    for name in request.param:
        folder = tmp_path_factory.mktemp(name)
        shutil.copytree(TESTS / "field" / "briefings" / name, folder, dirs_exist_ok=True)
        places = {"--content": "content", "--assets": "assets", "--output": "output"}
        assert main(["build", *(word for each, at in places.items() for word in (each, str(folder / at)))]) in (0, 1)
        found |= {f"{name} {path.stem}": path.read_bytes() for path in (folder / "output").glob("*/*-deck.pptx")}
    return found


@pytest.fixture(scope="module")
def by_impress(made: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The same once Impress has opened and saved them, all in one run of it."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("not run: no LibreOffice")
    folder = tmp_path_factory.mktemp("impress")
    for name, data in made.items():
        (folder / f"{name}.pptx").write_bytes(data)
    files = [str(path) for path in sorted(folder.glob("*.pptx"))]
    options = [f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
    kind = "pptx:Impress MS PowerPoint 2007 XML"
    command = [office, *options, kind, "--outdir", str(folder / "saved"), *files]
    subprocess.run(command, capture_output=True, timeout=300, check=True)
    return {path.stem: path.read_bytes() for path in (folder / "saved").iterdir()}


def saved(data: bytes, title: str = "") -> bytes:
    """A deck once python-pptx has opened and saved it, the title of its last slide changed where one is given."""
    deck, buffer = Presentation(io.BytesIO(data)), io.BytesIO()
    if title:
        shape = list(deck.slides)[-1].shapes.title
        assert shape is not None
        shape.text_frame.paragraphs[0].runs[0].text = title
    deck.save(buffer)
    return buffer.getvalue()


def test_each_briefing_has_a_deck(made: Mapping[str, bytes]) -> None:
    assert {name.partition(" ")[0] for name in made} in (set(BY_DAY), set(BY_NIGHT))


def test_saved_by_python_pptx_nothing_is_told(made: Mapping[str, bytes]) -> None:
    told = {name: changes(read_back(data), read_back(saved(data))) for name, data in made.items()}
    assert {name: found for name, found in told.items() if found} == {}


def test_saved_by_impress_nothing_is_told(made: Mapping[str, bytes], by_impress: Mapping[str, bytes]) -> None:
    told = {name: changes(read_back(data), read_back(by_impress[name])) for name, data in made.items()}
    assert {name: found for name, found in told.items() if found} == {}


def test_a_title_changed_is_told_once(made: Mapping[str, bytes]) -> None:
    for name, data in made.items():
        [change] = changes(read_back(data), read_back(saved(data, "Autrement dit")))
        assert (change.kind, "Autrement dit" in change.after) == ("text", True), name
