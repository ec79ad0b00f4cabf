"""`rapport doctor`, the version, what shells complete, and what is suggested for a slip of the keyboard."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from content_tree import plain_spaces, write_tree
from rapport.cli import main

SHELLS = ("bash", "zsh", "fish", "powershell")


@pytest.fixture(autouse=True)
def _empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def parts(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, str]]:
    main(["doctor", "--json"])
    return {part["name"]: part for part in json.loads(capsys.readouterr().out)}


def test_what_documents_need_is_found_in_any_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    said = plain_spaces(capsys.readouterr().out)
    assert "charte" in said
    assert "celle du programme" in said
    assert "Source Sans Pro" in said


def test_what_is_missing_is_said_with_what_it_is_for_and_what_brings_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    office = parts(capsys)["LibreOffice"]
    assert office["state"] == "missing"
    assert "PowerPoint" in office["meaning"]
    assert office["remedy"].startswith("apt install ")


def test_each_extra_of_the_package_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    found = parts(capsys)
    extras = {part["remedy"] for part in found.values() if part["state"] == "missing"}
    assert all("rapport[" in remedy or not remedy.startswith("pip ") for remedy in extras)
    assert {"aperçu", "veraPDF", "mots de passe", "signature"} <= found.keys()


def test_a_charter_at_fault_is_the_only_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "charter.yaml").write_text("palette: [", encoding="utf-8")
    assert main(["doctor"]) == 1
    assert "en défaut" in capsys.readouterr().out
    charter = parts(capsys)["charte"]
    assert charter["state"] == "fault"
    assert charter["meaning"].startswith("assets/charter.yaml:")


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    name, number = capsys.readouterr().out.split()
    assert name == "rapport"
    assert number[0].isdigit()


@pytest.mark.parametrize(("typed", "meant"), [("biuld", "build"), ("previw", "preview"), ("chek", "check")])
def test_the_nearest_command_is_suggested(typed: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([typed])
    assert ended.value.code == 2
    assert f"choix inconnu : « {typed} » (vouliez-vous dire « {meant} » ?)" in plain_spaces(capsys.readouterr().err)


def test_without_a_word_all_commands_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    told = plain_spaces(capsys.readouterr().err)
    assert "preview" in told
    assert "commence un nouveau dossier" in told


def test_where_nothing_is_near_all_commands_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["xyz"])
    assert "au choix : « build »" in plain_spaces(capsys.readouterr().err)


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_is_told_how_to_complete(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert "_ARGCOMPLETE" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("rapport pre", "preview"),
        ("rapport build --fi", "--final"),
        ("rapport build ev", "evian"),
        ("rapport review export ", "evian"),
        ("rapport new rome --from ", "evian"),
        ("rapport explain le", "levees"),
    ],
)
def test_a_shell_is_answered(line: str, expected: str, tmp_path: Path) -> None:
    write_tree(tmp_path)
    answer = tmp_path / "answer"
    asked = {
        "_ARGCOMPLETE": "1",
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
    }
    subprocess.run([sys.executable, "-m", "rapport"], env={**os.environ, **asked}, cwd=tmp_path, check=True)
    assert expected in answer.read_text(encoding="utf-8").split()
