"""`rapport diff` of two documents: two decks, or two PDF files, whoever saved them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import edited_tree
import handwork
from rapport.cli import main


def diff(capsys: pytest.CaptureFixture[str], *paths: Path) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["diff", *map(str, paths), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, list)
    return found


def test_two_decks(deck: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = tmp_path / "a.pptx", tmp_path / "b.pptx"
    old.write_bytes(deck)
    new.write_bytes(handwork.after(deck, handwork.EDITS["a cell"][0]))
    [change] = diff(capsys, old, new)
    assert (change["kind"], change["slide"], change["after"]) == ("text", 6, "Équipe une")
    assert diff(capsys, old, old) == []
    assert main(["diff", str(old), str(new)]) == 0
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert "diapositive 6, « Tableau », ligne 2, colonne 1 : « Première équipe » → « Équipe une »" in said


def test_a_marking_that_changes_on_every_slide_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marked = edited_tree.TREE["briefings/evian.yaml"] + 'marking: "Usage interne"\n'
    old = built(tmp_path / "a", {"briefings/evian.yaml": marked}, "deck.pptx")
    new = built(
        tmp_path / "b", {"briefings/evian.yaml": marked.replace("Usage interne", "Ne pas diffuser")}, "deck.pptx"
    )
    capsys.readouterr()
    assert main(["diff", str(old), str(new)]) == 0
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert "diapositives 1 à 10, « Mention de diffusion » : « Usage interne » → « Ne pas diffuser »" in said
    assert said.count("Ne pas diffuser") == 1


def test_two_briefs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = (built(tmp_path / name, changes) for name, changes in (("a", {}), ("b", moved())))
    found = diff(capsys, old, new)
    assert diff(capsys, old, old) == []
    told = [(change["before"], change["after"], change["moved"]) for change in found]
    assert ("Former", "Préparer", False) in told
    assert any(moved and "Un second paragraphe dit la suite." in str(before) for before, _, moved in told)


def test_a_slide_that_moves_says_another_number_and_nothing_new(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    briefing = edited_tree.TREE["briefings/evian.yaml"].replace("textes, tableau", "tableau, textes")
    old = built(tmp_path / "a", {}, "deck.pptx")
    new = built(tmp_path / "b", {"briefings/evian.yaml": briefing}, "deck.pptx")
    found = diff(capsys, old, new)
    assert [change["kind"] for change in found if change["slide"] != 2] == ["slide-moved"]


def built(folder: Path, changes: dict[str, str | None], kind: str = "brief.pdf") -> Path:
    options = edited_tree.project(folder, changes)
    assert main(["build", "evian", *options]) == 0
    return folder / "output" / "evian" / f"evian-{kind}"


def moved() -> dict[str, str | None]:
    """An item reworded, a paragraph taken to the end of another section."""
    said = "Un second paragraphe dit la suite."
    texts = edited_tree.TREE["sections/textes.yaml"].replace("Former", "Préparer").rstrip(" ")
    return {
        "sections/textes.yaml": f'{texts}          - paragraph: "{said}"\n',
        "sections/financement.yaml": edited_tree.TREE["sections/financement.yaml"].replace(said, ""),
    }


@pytest.mark.parametrize("names", [("a.pptx", "b.pdf"), ("a.pdf", "b.pptx"), ("a.pdf", "missing.pdf")])
def test_what_cannot_be_compared_is_said_in_a_line(
    names: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.pptx", "a.pdf", "b.pdf", "b.pptx"):
        (tmp_path / name).write_bytes(b"%PDF-1.7 cut" if name.endswith("pdf") else b"PK cut")
    assert main(["diff", *(str(tmp_path / name) for name in names)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
