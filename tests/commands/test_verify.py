"""`rapport verify` as its users run it: on briefings, files, folders, packs; whatever was touched is named."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary

from content_tree import plain_spaces, write_tree
from rapport.cli import main

ASSETS = Path(__file__).parents[2] / "assets"


def project(folder: Path) -> list[str]:
    """A project in a folder, as options of the command line."""
    content = write_tree(folder)
    return ["--content", str(content), "--assets", str(ASSETS), "--output", str(folder / "output")]


@pytest.fixture
def made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """A project with all its documents and its pack."""
    options = project(tmp_path)
    for command in (["build"], ["handout", "--slides", "--notes", "--large-print"], ["pack", "evian"]):
        assert main([*command, *options]) == 0
    capsys.readouterr()
    return options


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return plain_spaces(capsys.readouterr().out)


def reworded(folder: Path) -> None:
    """The content says something else than the documents do."""
    briefing = next((folder / "content" / "briefings").glob("*.yaml"))
    text = briefing.read_text(encoding="utf-8")
    briefing.write_text(text.replace("title:", "title: 'Autre'\n#", 1), encoding="utf-8")


def test_all_documents_of_a_briefing_are_proved(
    made: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", *made]) == 0
    everything = said(capsys)
    for ending in ("brief.pdf", "deck.pptx", "slides.pdf", "notes.pdf", "large-print.pdf"):
        assert f"evian-{ending}\n" in everything
    assert "evian : dossier et présentation\n" in everything
    assert main(["verify", "evian", *made]) == 0
    assert said(capsys) == everything
    (tmp_path / "output" / "evian" / "evian-notes.pdf").unlink()
    assert main(["verify", *made]) == 0
    assert "notes.pdf" not in said(capsys)


def test_a_difference_is_named_with_its_page_and_its_line(
    made: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reworded(tmp_path)
    assert main(["verify", str(tmp_path / "output" / "evian" / "evian-slides.pdf"), *made]) == 3
    found = said(capsys)
    assert "page 1 : words-changed" in found
    assert "au lieu de « Autre »" in found


def test_a_document_that_must_be_there_is_missed(
    made: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "output" / "evian" / "evian-deck.pptx").unlink()
    assert main(["verify", *made]) == 2
    assert "fichier introuvable" in plain_spaces(capsys.readouterr().err)


def test_sheets_for_the_printer_are_proved_by_rebuilding_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = project(tmp_path)
    assert main(["handout", "--booklet", "--n-up", "3", *options]) == 0
    capsys.readouterr()
    for name in ("evian-booklet.pdf", "evian-3up.pdf"):
        assert main(["verify", str(tmp_path / "output" / "evian" / name), *options]) == 0
        assert "authentique, octet pour octet" in said(capsys)
    damaged = tmp_path / "output" / "evian" / "evian-3up.pdf"
    with pikepdf.open(BytesIO(damaged.read_bytes())) as pdf:
        form = pdf.pages[0].Resources.XObject["/P0"]
        form.Resources.XObject = Dictionary(F=form)
        form.write(b"/F Do")
        pdf.save(damaged)
    assert main(["verify", str(damaged), *options]) == 3
    assert said(capsys).count("unreadable") == 1
    other = tmp_path / "output" / "evian" / "evian-affiche.pdf"
    other.write_bytes(b"%PDF-1.4")
    assert main(["verify", str(other), *options]) == 2
    assert "evian-affiche.pdf » n’est ni" in plain_spaces(capsys.readouterr().err)


def test_the_documents_in_a_pack_are_proved(
    made: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = str(tmp_path / "output" / "evian" / "evian-pack.zip")
    assert main(["verify", pack, *made, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["verifications"]
    assert [each["subject"] for each in found][:5] == [
        "evian-pack.zip",
        "evian-brief.pdf",
        "evian-deck.pptx",
        "evian-slides.pdf",
        "evian-sheet.pdf",
    ]


def test_a_pack_of_other_content_says_that_its_documents_were_not_proved(
    made: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "output" / "evian" / "evian-pack.zip"
    reworded(tmp_path)
    assert main(["verify", str(pack), *made]) == 4
    assert "non prouvé (contenu différent : rien ne prouve les documents)" in said(capsys)
    elsewhere = ["--content", str(tmp_path / "rien"), "--assets", str(ASSETS)]
    assert main(["verify", str(pack), *elsewhere]) == 4
    assert "non prouvé (contenu absent ou en défaut : rien ne prouve les documents)" in said(capsys)


def test_a_file_put_into_a_pack_is_named(made: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "output" / "evian" / "evian-pack.zip"
    with zipfile.ZipFile(pack, "a") as archive:
        archive.writestr("autre.pdf", b"%PDF")
    assert main(["verify", str(pack), *made]) == 3
    assert "fichier ajouté, absent du manifeste : « autre.pdf »" in said(capsys)
