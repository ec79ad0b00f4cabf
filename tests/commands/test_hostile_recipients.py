"""Recipients whose names were made to harm: they stay in their folder, in their cell, and in a page's text."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from campaigns import Scene, files
from content_tree import plain_spaces
from rapport.cli import main
from rapport.problem import MOST_OF_A_KIND
from rapport.protect.passwords import read
from rapport.read.recipients.recipients import read_recipients

PLAN = "briefings: [evian]\nrecipients: liste.csv\naudiences: [press]\ndocuments: [deck]\n"
TRICKS = [
    "../../../etc/passwd",
    "..",
    "/etc/shadow",
    r"..\..\Windows\System32",
    r"C:\fichier",
    "~/.ssh/authorized_keys",
    "$(touch ici)",
    "`rm ici`",
    "CON",
    "nul.pdf",
    "a" * 120,
    ".tasks",
    "manifest.json",
    "register.csv",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "Zoé; DROP TABLE",
    "%2e%2e%2f",
    "aux…/…",
]


def test_names_are_never_paths_nor_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = io.StringIO()
    csv.writer(rows, delimiter=";").writerows([["nom"], *([name] for name in TRICKS if any(map(str.isalnum, name)))])
    scene = Scene.of(tmp_path, PLAN, rows.getvalue())
    before = set(tmp_path.rglob("*"))
    code = main(scene.words("--workers=1"))
    assert code == 0, capsys.readouterr().err
    made = set(tmp_path.rglob("*")) - before
    assert all(path.is_relative_to(tmp_path / "output") for path in made)
    names = [path.name for path in (scene.made() / "evian").iterdir()]
    assert len(names) == len(TRICKS) - 1 + 2
    assert all(name.isascii() and len(name) < 120 and name.strip(".") == name for name in names)
    page = (scene.made() / "evian" / "register.html").read_text(encoding="utf-8")
    assert "<script>" not in page
    assert "<img" not in page.partition("</head>")[2]
    assert main(["verify", str(scene.made() / "manifest.json")]) == 0
    assert main(["verify", str(scene.made() / "evian" / "register.csv"), *scene.words()[2:]]) == 0


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "=cmd|'/c calc'!A1"]


@pytest.mark.parametrize("cell", FORMULAS)
@pytest.mark.parametrize("column", ["nom", "titre", "délégation"])
def test_a_formula_is_refused_where_it_stands(
    cell: str, column: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = io.StringIO()
    headings = ["nom", "titre", "délégation"]
    csv.writer(rows, delimiter=";").writerows([headings, [cell if column == each else "Ana" for each in headings]])
    scene = Scene.of(tmp_path, PLAN, rows.getvalue())
    assert main(scene.words()) == 1
    place = headings.index(column) + 1
    assert f"liste.csv:2:{place}: name-formula" in plain_spaces(capsys.readouterr().err)
    assert not (tmp_path / "output").exists()


def test_a_password_that_a_spreadsheet_would_run_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scene = Scene.of(tmp_path, f"{PLAN}passwords: generate\n", "nom;mot de passe\nAna;=1+1 et trois mots au hasard\n")
    assert main(scene.words("--workers=1")) == 0
    said = plain_spaces(capsys.readouterr().err)
    assert "liste.csv:2:1: avertissement: password-formula" in said
    assert "trois mots" not in said
    [kept] = read(scene.made().with_name("plan-passwords.csv").read_bytes())
    assert kept.word == "=1+1 et trois mots au hasard"


def test_no_cell_of_a_register_begins_a_formula(tmp_path: Path) -> None:
    scene = Scene.of(tmp_path, PLAN, "nom;titre\nAna = Silva;Mme\nZoé +33;M.\n")
    assert main(scene.words("--workers=1")) == 0
    text = (scene.made() / "evian" / "register.csv").read_text(encoding="utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert len(files(scene.made())) == 5


@pytest.mark.parametrize(
    ("row", "listed"), [("Délégation {};Mme;presse", 100_000), ("={};Mme;presse", 0), ("Nom {};Mme;zzz", 0)]
)
def test_a_list_of_a_hundred_thousand_is_read_and_its_faults_counted(row: str, listed: int, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    rows = "\n".join(map(row.format, range(100_000)))
    path.write_text(f"nom;titre;public visé\n{rows}\n", encoding="utf-8")
    found = read_recipients(path)
    assert len(found.listed) == listed
    assert len(found.problems) <= MOST_OF_A_KIND + 1
    if not listed:
        assert "et 99800 autres fautes de ce genre" in found.problems[-1].message


def test_a_list_too_large_to_be_one_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("nom\n" + "Délégation\n" * 1_000_000, encoding="utf-8")
    assert [problem.code for problem in read_recipients(path).problems] == ["file-too-large"]
