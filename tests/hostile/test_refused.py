"""Each hostile file is met by the command a user runs on it, and refused in one clear French line, within bounds."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from content_tree import plain_spaces, write_tree
from fuzz.bounds import survives
from hostile.files import HOSTILE, Hostile
from rapport.cli import main

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with its documents."""
    root = tmp_path_factory.mktemp("hostile")
    write_tree(root)
    shutil.copytree(ASSETS, root / "assets", dirs_exist_ok=True)
    (root / "liste.csv").write_text("nom\nZoé\n", encoding="utf-8")
    assert main(["build", *options(root)]) == 0
    assert main(["pack", "evian", *options(root)]) == 0
    return root


def options(root: Path) -> list[str]:
    return ["--content", str(root / "content"), "--assets", str(root / "assets"), "--output", str(root / "output")]


def command(root: Path, name: str) -> list[str]:
    """The command that meets a file of this name."""
    if name.startswith("output"):
        return ["verify", str(root / name), *options(root)]
    if name == "liste.csv":
        return ["pack", "evian", "--recipients", str(root / name), *options(root)]
    return ["check", *options(root)]


def placed(built: Path, root: Path, hostile: Hostile) -> None:
    """A copy of the project with the file in it, and a section that shows it where it is a picture."""
    shutil.copytree(built, root, dirs_exist_ok=True)
    path = root / hostile.name
    path.write_bytes(hostile.made(path.read_bytes() if path.exists() else b""))
    if path.name.startswith("essai"):
        image = f'  - image: {{file: {path.name}, alternative: "Un plan", caption: "Le plan"}}\n'
        section = root / "content" / "sections" / "financement.yaml"
        section.write_text(f'title: Essai\nmessage: "Un essai"\nblocks:\n{image}', encoding="utf-8")


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_in_one_line(name: str, built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = HOSTILE[name]
    placed(built, tmp_path, hostile)
    words = command(tmp_path, hostile.name)
    survives(words, tmp_path)
    capsys.readouterr()
    assert main(words) in (1, 2, 3)
    captured = capsys.readouterr()
    said = plain_spaces(captured.out + captured.err)
    about = [line for line in said.splitlines() if hostile.says in line]
    assert about, said[:2000]
    assert max(map(len, about)) < 400
    assert "root:" not in said


FORMULAS = ("=1+1", "@SUM(A1)", "+33 1 23", "-2+3", "\t=1")


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_spreadsheet_takes_a_name_for_a_formula(formula: str, built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    (tmp_path / "liste.csv").write_text(f'nom\n"{formula}"\nZoé\n', encoding="utf-8")
    code = main(["pack", "evian", "--recipients", str(tmp_path / "liste.csv"), *options(tmp_path)])
    written = list((tmp_path / "output").rglob("register.csv"))
    assert code in (0, 1)
    assert all(harmless(file.read_text(encoding="utf-8-sig")) for file in written)


def harmless(table: str) -> bool:
    cells: Sequence[str] = [cell.strip('"') for line in table.splitlines() for cell in line.split(";")]
    return not any(cell.startswith(("=", "@", "+", "-", "\t", "\r")) for cell in cells)


def test_no_spreadsheet_takes_a_label_for_a_formula(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    facts = tmp_path / "content" / "facts" / "financement.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("levées des start-up", '"=cmd|x"'), encoding="utf-8")
    table = tmp_path / "faits.csv"
    code = main(["facts", "export", str(table), *options(tmp_path)])
    assert code in (0, 1)
    assert not table.exists() or harmless(table.read_text(encoding="utf-8-sig"))
