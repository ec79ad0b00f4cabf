"""A pack never passes over an edited deck in silence: it says that it leaves it out, or takes it as it is."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

import edited_tree
import handwork
from rapport.cli import main
from rapport.edits.listing import changes
from verify.kinds_deck import KINDS, changed

CHANGED = "Ce qu’il faudra retenir"


@pytest.fixture
def project(options: list[str], tmp_path: Path) -> list[str]:
    """The project that was built, with documents of its own, the deck edited where it stands."""
    output = tmp_path / "output"
    shutil.copytree(Path(options[-1]), output)
    (output / "evian" / "evian-pack.zip").unlink(missing_ok=True)
    deck = output / "evian" / "evian-deck.pptx"
    deck.write_bytes(handwork.after(deck.read_bytes(), handwork.EDITS["a title"][0]))
    return [*options[:-1], str(output)]


def path_of(project: list[str], name: str) -> Path:
    return Path(project[-1]) / "evian" / name


def packed(project: list[str]) -> zipfile.ZipFile:
    return zipfile.ZipFile(path_of(project, "evian-pack.zip"))


def test_an_edited_deck_left_out_is_named(project: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "evian", *project]) == 0
    assert "modifiée à la main (1 changement)" in capsys.readouterr().err
    with packed(project) as archive:
        assert "edited" not in json.loads(archive.read("manifest.json"))
        assert CHANGED not in _texts(archive.read("evian-deck.pptx"))


def test_a_deck_that_nobody_edited_is_not_named(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "evian", *options]) == 0
    assert capsys.readouterr().err == ""


def test_an_edited_deck_goes_in_as_it_is(project: list[str]) -> None:
    deck = path_of(project, "evian-deck.pptx")
    assert main(["pack", "evian", "--edited", str(deck), *project]) == 0
    with packed(project) as archive:
        assert archive.read("evian-deck.pptx") == deck.read_bytes()
        assert json.loads(archive.read("manifest.json"))["edited"] == ["evian-deck.pptx"]
        assert "evian-slides.pdf" not in archive.namelist()
        proved = json.loads(archive.read("verification.json"))["verifications"]
    assert [each["subject"] for each in proved if not each["passed"]] == ["evian-deck.pptx"]


def test_copies_of_it_bear_their_stamp_and_nothing_else(project: list[str], tmp_path: Path) -> None:
    deck = path_of(project, "evian-deck.pptx")
    listed = tmp_path / "recipients.csv"
    listed.write_text("nom;numéro;documents\nZoé Çelik;7;présentation\n", encoding="utf-8")
    assert main(["pack", "evian", "--edited", str(deck), "--recipients", str(listed), *project]) == 0
    [copy] = path_of(project, "copies").rglob("*.pptx")
    data = copy.read_bytes()
    slides = Presentation(io.BytesIO(data)).slides
    stamps = [[each.text_frame.text.strip() for each in slide.shapes if "Exemplaire" in each.name] for slide in slides]
    assert stamps == [["Exemplaire n°\u00a07 — Zoé Çelik"]] * len(slides)
    read = edited_tree.read_back(data)
    assert read.identifier == "Exemplaire n° 7 — Zoé Çelik"
    assert changes(edited_tree.read_back(deck.read_bytes()), read) == ()
    assert main(["trace", str(copy), "--output", project[-1]]) == 0


def test_a_numbered_copy_is_not_handed_out_again(project: list[str], tmp_path: Path) -> None:
    listed = tmp_path / "recipients.csv"
    listed.write_text("nom;numéro;documents\nZoé Çelik;7;présentation\n", encoding="utf-8")
    assert main(["pack", "evian", "--recipients", str(listed), *project]) == 0
    [copy] = path_of(project, "copies").rglob("*.pptx")
    assert main(["pack", "evian", "--edited", str(copy), *project]) == 2


def test_a_deck_with_macros_is_not_taken(project: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    deck = path_of(project, "evian-deck.pptx")
    with zipfile.ZipFile(deck, "a") as archive:
        archive.writestr("ppt/vbaProject.bin", b"code")
    assert main(["pack", "evian", "--edited", str(deck), *project]) == 2
    assert "macros" in capsys.readouterr().err
    assert not path_of(project, "evian-pack.zip").exists()


@pytest.mark.parametrize("kind", ["a program", "workbook link", "a document within"])
def test_a_deck_that_runs_or_leaves_is_not_taken(
    kind: str, project: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    deck = path_of(project, "evian-deck.pptx")
    deck.write_bytes(changed(deck.read_bytes(), KINDS[kind], 1))
    assert main(["pack", "evian", "--edited", str(deck), *project]) == 2
    assert "ne peut pas être remise" in capsys.readouterr().err
    assert not path_of(project, "evian-pack.zip").exists()


def test_options_that_would_contradict_it_are_refused(project: list[str], tmp_path: Path) -> None:
    deck = path_of(project, "evian-deck.pptx")
    listed = tmp_path / "recipients.csv"
    listed.write_text("nom;documents\nZoé Çelik;diapositives\n", encoding="utf-8")
    asked = ["pack", "evian", "--edited", str(deck), "--recipients", str(listed)]
    assert main([*asked, *project]) == 2
    assert main([*asked, "--print", *project]) == 2
    assert main(["pack", "evian", "--final", "--edited", str(deck), *project]) == 2


def _texts(data: bytes) -> str:
    return " ".join(shape.words for slide in edited_tree.read_back(data).slides for shape in slide.shapes)
