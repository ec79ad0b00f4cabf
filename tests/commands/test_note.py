"""A note: a page or two, without cover and contents; and a meeting tomorrow at nine, as the guide tells it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from content_tree import SMALL, plain_spaces, write_tree
from judges.verapdf import Flavour, failures
from rapport.cli import main
from readback import read_back

ASSETS = Path(__file__).parents[2] / "assets"
NOTE = {
    "briefings/evian.yaml": SMALL["briefings/evian.yaml"].replace("[financement]", "[financement, dire]")
    + 'form: note\n        marking: "Diffusion restreinte"\n',
    "sections/dire.yaml": """
        title: À dire
        message: "Trois phrases suffisent"
        blocks:
          - heading: "Pour ouvrir"
          - lines: ["Nous avançons avec nos partenaires."]
          - red-lines: ["Aucun transfert de données"]
        """,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("note")
    write_tree(folder, NOTE)
    assert main(["build", *options(folder)]) == 0
    return folder


def options(folder: Path) -> list[str]:
    return ["--content", str(folder / "content"), "--assets", str(ASSETS), "--output", str(folder / "output")]


def brief(folder: Path) -> Path:
    return folder / "output" / "evian" / "evian-brief.pdf"


def test_it_takes_a_page_or_two_and_begins_with_its_title(project: Path) -> None:
    with pypdfium2.PdfDocument(brief(project).read_bytes()) as pdf:
        pages = [plain_spaces(page.get_textpage().get_text_range()) for page in pdf]
    assert len(pages) <= 2
    assert "L’IA en France" in pages[0]
    assert "usage interne" in pages[0]
    assert "Trois phrases suffisent" in pages[0]
    assert "Sommaire" not in "".join(pages)
    assert all("Diffusion restreinte" in page for page in pages)


def test_its_headings_step_down_one_by_one(project: Path) -> None:
    root = read_back(brief(project).read_bytes()).root
    assert [len(root.find(level)) for level in ("H1", "H2")] == [1, 2]
    assert root.find("H3")


def test_it_proves_itself_and_conforms(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", *options(project), "evian"]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_the_judges_agree(project: Path, flavour: Flavour) -> None:
    assert failures(brief(project).read_bytes(), flavour) == ()


def test_a_partner_s_note_and_a_numbered_one_are_proved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_tree(tmp_path, NOTE)
    listed = tmp_path / "liste.csv"
    listed.write_text("nom;public visé;documents\nInde;partenaires;dossier fiche\n", encoding="utf-8")
    assert main(["pack", "evian", *options(tmp_path), "--recipients", str(listed)]) == 0
    files = sorted((tmp_path / "output").rglob("evian.partners-001-inde-*.pdf"))
    assert len(files) == 2
    capsys.readouterr()
    assert main(["verify", *options(tmp_path), *map(str, files)]) == 0, capsys.readouterr().out
