"""A pack whose proof fails: refused, or written with what is not proved on its page."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing_tree import ASSETS, COMPLETE, project
from content_tree import SMALL, plain_spaces, read_tree
from rapport.cli import main
from rapport.project.composition import compose
from rapport.project.enclosures import Packing, packed_files
from rapport.project.project import Project, house_of
from rapport.project.proofs import ProofError, Prover

USAGE = 2
OTHER = {"facts/financement.yaml": SMALL["facts/financement.yaml"].replace("2_600_000_000", "2_700_000_000")}


def held_to_other_facts(folder: Path, *, unproved: bool) -> Packing:
    """Documents of one content, which a proof holds to the facts of another."""
    content = read_tree(folder, COMPLETE).content
    other = read_tree(folder / "other", {**COMPLETE, **OTHER}).content
    house = house_of(Project(folder / "content", ASSETS))
    made = compose(content, "evian", house, "draft")
    packing = Packing(made, house, unproved=unproved)
    packing.__dict__["prover"] = Prover(replace(made, content=other))
    return packing


def test_a_pack_that_is_not_proved_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProofError):
        packed_files(held_to_other_facts(tmp_path, unproved=False), "evian-pack.zip")


def test_it_is_written_where_that_is_asked_and_its_page_says_what_is_not_proved(tmp_path: Path) -> None:
    files = packed_files(held_to_other_facts(tmp_path, unproved=True), "evian-pack.zip")
    page = next(file.data.decode() for file in files if file.name == "LISEZMOI.html")
    assert "Non prouvé" in page
    assert "se lit 2600000000, le fait dit 2700000000" in plain_spaces(page)


def test_a_proved_pack_says_nothing_of_the_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path)
    assert main(["pack", "evian", "--unproved", *options]) == 0, capsys.readouterr().err
    assert main(["pack", "evian", *options]) == 0


def test_a_number_without_a_fact_is_on_the_page_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed = COMPLETE["sections/message.yaml"].replace("La France", "La France, 12 % des levées,")
    options = project(tmp_path, {"sections/message.yaml": typed})
    assert main(["pack", "evian", *options]) == 1
    assert main(["pack", "evian", "--unproved", *options]) == 0
    assert "avertissement: number-without-fact" in capsys.readouterr().err
    with zipfile.ZipFile(tmp_path / "output" / "evian" / "evian-pack.zip") as archive:
        page = archive.read("LISEZMOI.html").decode()
    assert "nombre sans fait : « 12 % »" in plain_spaces(page)


def test_a_copy_is_always_proved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "d.csv").write_text("nom\nZoé\n", encoding="utf-8")
    options = project(tmp_path)
    assert main(["pack", "evian", "--unproved", "--recipients", str(tmp_path / "d.csv"), *options]) == USAGE
    assert "--unproved ne va pas avec --recipients" in capsys.readouterr().err
