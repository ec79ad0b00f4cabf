"""The content serves further summits and readers: another briefing from its sections, copies for guests."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rapport.cli import main

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> list[str]:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return [
        *("--content", str(tmp_path / "content")),
        *("--assets", str(ROOT / "assets")),
        *("--output", str(tmp_path / "output")),
    ]


def test_a_third_summit_builds_at_once_and_is_proved(
    project: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "rome", *project[:4]]) == 0
    assert main(["build", "rome", *project]) == 0
    assert main(["verify", *project, str(tmp_path / "output" / "rome")]) == 0
    assert "en défaut" not in capsys.readouterr().out


@pytest.mark.parametrize("key", ["evian-g7", "new-delhi"])
def test_the_copy_of_a_guest_is_in_english(project: list[str], tmp_path: Path, key: str) -> None:
    recipients = tmp_path / "recipients.csv"
    recipients.write_text("nom;langue;documents\nIndian delegation;en;dossier présentation notes fiche\n")
    assert main(["pack", key, "--recipients", str(recipients), "--print", *project]) == 0
    names = [path.name for path in (tmp_path / "output" / key / "copies" / "1.0").iterdir()]
    stem = f"{key}-001-indian-delegation"
    assert main(["verify", *project, str(tmp_path / "output" / key / "copies")]) == 0
    kinds = ("brief.en_GB.pdf", "deck.en_GB.pptx", "notes.en_GB.pdf", "sheet.en_GB.pdf")
    assert {f"{stem}-{kind}" for kind in kinds} <= set(names)
