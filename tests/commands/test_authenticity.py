"""`rapport verify` builds documents again: a file is authentic, saved by another program, or its changes are told."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pptx
import pytest

from content_tree import plain_spaces, write_tree
from rapport.cli import main

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its documents, its pack and two numbered copies."""
    path = tmp_path_factory.mktemp("project")
    write_tree(path)
    (path / "to.csv").write_text("nom;documents\nInde;brief,deck\nMission du Kenya;brief\n", encoding="utf-8")
    for words in (["build"], ["pack", "evian"], ["pack", "evian", "--recipients", str(path / "to.csv")]):
        assert main([*words, *options(path)]) == 0
    return path


def options(path: Path) -> list[str]:
    return ["--content", str(path / "content"), "--assets", str(ASSETS), "--output", str(path / "output")]


def verified(path: Path, name: str, data: bytes, project: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code and what is said of a file of this name with these bytes."""
    file = path / name
    file.write_bytes(data)
    capsys.readouterr()
    code = main(["verify", str(file), *options(project)])
    return code, plain_spaces(capsys.readouterr().out)


def brief(folder: Path) -> bytes:
    return (folder / "output" / "evian" / "evian-brief.pdf").read_bytes()


def deck(folder: Path) -> bytes:
    return (folder / "output" / "evian" / "evian-deck.pptx").read_bytes()


def saved(data: bytes, change: Callable[[pikepdf.Pdf], None] = lambda _: None) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        target = BytesIO()
        pdf.save(target)
        return target.getvalue()


def test_a_file_saved_by_another_program_is_still_authentic(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = verified(tmp_path, "evian-brief.pdf", saved(brief(folder)), folder, capsys)
    assert code == 0
    assert "conforme (authentique, enregistré par qpdf ou pikepdf sans rien changer)" in said
    target = BytesIO()
    pptx.Presentation(BytesIO(deck(folder))).save(target)
    code, said = verified(tmp_path, "evian-deck.pptx", target.getvalue(), folder, capsys)
    assert code == 0
    assert "enregistré par un autre programme sans rien changer" in said


def test_documents_of_other_content_are_ours_all_the_same(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Most often the content was changed, and nothing built since: no other program had them."""
    content = write_tree(tmp_path, {"names.yaml": "- G7\n- France 2030\n"})
    facts = content / "facts" / "financement.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("value: 80", "value: 85"), encoding="utf-8")
    for name, data in (("evian-brief.pdf", brief(folder)), ("evian-deck.pptx", deck(folder))):
        code, said = verified(tmp_path, name, data, tmp_path, capsys)
        assert code == 3
        assert "en défaut (écrit par rapport ; depuis, le contenu a changé, ou le fichier)" in said


def test_a_box_over_a_figure_is_seen(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def box(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[1].obj
        page.Contents = pikepdf.Array([page.Contents, pdf.make_stream(b"q 1 1 1 rg 60 100 400 650 re f Q")])

    code, said = verified(tmp_path, "evian-brief.pdf", saved(brief(folder), box), folder, capsys)
    assert code == 3
    assert "page 2 : rebuilt-content : textes ou tracés différents" in said
    assert "page 2 : rebuilt-picture : l’image de la page diffère" in said


def test_words_changed_in_a_deck_are_told(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    presentation = pptx.Presentation(BytesIO(deck(folder)))
    notes = presentation.slides[1].notes_slide.notes_text_frame
    notes.paragraphs[0].runs[0].text = "Rien à dire"
    target = BytesIO()
    presentation.save(target)
    code, said = verified(tmp_path, "evian-deck.pptx", target.getvalue(), folder, capsys)
    assert code == 3
    assert "commentaires 2 : rebuilt-notes : texte « Rien à dire » au lieu de" in said


def test_a_final_document_needs_no_word_that_it_is(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = [*options(folder)[:-1], str(tmp_path)]
    assert main(["build", "--final", *elsewhere]) == 0
    capsys.readouterr()
    assert main(["verify", *elsewhere]) == 0
    assert plain_spaces(capsys.readouterr().out).count("conforme (authentique, octet pour octet)") == 2


def test_files_carried_with_a_brief_are_those_of_its_sources(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = [*options(folder)[:-1], str(tmp_path)]
    assert main(["build", "--attach-source", *elsewhere]) == 0
    file = tmp_path / "evian" / "evian-brief.pdf"
    data = file.read_bytes()
    assert verified(tmp_path, "evian-brief.pdf", data, folder, capsys)[0] == 0

    def attach(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["a.exe"] = b"MZ"

    for start in (data, brief(folder)):
        code, said = verified(tmp_path, "evian-brief.pdf", saved(start, attach), folder, capsys)
        assert code == 3
        assert "rebuilt-attachments" in said


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(found: dict[str, bytes], comment: bytes = b"") -> bytes:
    """A pack of these members, its manifest made right for them, as who changes one would."""
    manifest = json.loads(found["manifest.json"])
    others = [(name, data) for name, data in found.items() if name != "manifest.json"]
    manifest["files"] = [{"name": name, "sha256": sha256(data).hexdigest(), "size": len(data)} for name, data in others]
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.comment = comment
        for name, data in (*others, ("manifest.json", text.encode())):
            archive.writestr(name, data)
    return target.getvalue()


PACK_CHANGES: dict[str, Callable[[dict[str, bytes]], dict[str, bytes]]] = {
    "a script in LISEZMOI": lambda m: {
        **m,
        "LISEZMOI.html": m["LISEZMOI.html"].replace(b"</body>", b"<script>x()</script></body>"),
    },
    "an empty proof": lambda m: {**m, "verification.json": b"[]\n"},
    "a program": lambda m: {**m, "mal.exe": b"MZ"},
    "no brief": lambda m: {name: data for name, data in m.items() if not name.endswith("-brief.pdf")},
    "another version": lambda m: {
        **m,
        "manifest.json": m["manifest.json"].replace(b'"version": "1.0"', b'"version": "2.0"'),
    },
    "another date": lambda m: {**m, "manifest.json": m["manifest.json"].replace(b"2026-02-10", b"2026-02-11")},
    "a word of the page": lambda m: {**m, "LISEZMOI.html": m["LISEZMOI.html"].replace(b"Un an", b"Deux ans")},
}


@pytest.mark.parametrize("name", PACK_CHANGES)
def test_what_presents_the_documents_of_a_pack_is_proved_too(
    name: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = members((folder / "output" / "evian" / "evian-pack.zip").read_bytes())
    changed = PACK_CHANGES[name](dict(whole))
    assert changed != whole
    assert verified(tmp_path, "evian-pack.zip", packed(changed), folder, capsys)[0] == 3


def test_bytes_around_a_pack_are_told(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = (folder / "output" / "evian" / "evian-pack.zip").read_bytes()
    for changed in (b"#!/bin/sh\n" + data, packed(members(data), comment=b"lisez-moi")):
        assert verified(tmp_path, "evian-pack.zip", changed, folder, capsys)[0] == 3
    again = packed(members(data))
    assert verified(tmp_path, "evian-pack.zip", again, folder, capsys)[0] == 0


def test_a_pack_alone_is_closed_but_not_proved(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = members((folder / "output" / "evian" / "evian-pack.zip").read_bytes())
    nowhere = tmp_path / "nowhere"
    code, said = verified(tmp_path, "evian-pack.zip", packed(whole), nowhere, capsys)
    assert (code, "rien ne prouve les documents" in said) == (4, True)
    active = PACK_CHANGES["a script in LISEZMOI"](dict(whole))
    assert verified(tmp_path, "evian-pack.zip", packed(active), nowhere, capsys)[0] == 3


def copies(folder: Path, tmp_path: Path) -> Path:
    """The folder of copies, apart."""
    source = folder / "output" / "evian" / "copies" / "1.0"
    target = tmp_path / "copies"
    target.mkdir()
    for file in source.iterdir():
        if not file.name.startswith("."):
            (target / file.name).write_bytes(file.read_bytes())
    return target


def test_copies_and_their_register_are_proved(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = copies(folder, tmp_path)
    assert main(["verify", str(place), *options(folder)]) == 0
    said = plain_spaces(capsys.readouterr().out)
    assert said.count("conforme (authentique, octet pour octet)") == 3
    assert "Registre et exemplaires       3  conforme" in said


REGISTER_CHANGES: dict[str, Callable[[list[list[str]]], None]] = {
    "register-digest": lambda rows: rows[1].__setitem__(8, "0" * 64),
    "register-stamp": lambda rows: rows[1].__setitem__(1, "Chine"),
    "register-name": lambda rows: rows[1].__setitem__(0, "9"),
    "register-stranger": lambda rows: rows.__delitem__(1),
    "register-repeated": lambda rows: rows.append(rows[1]),
    "register-missing": lambda rows: rows[1].__setitem__(7, "evian-001-autre-brief.pdf"),
}


@pytest.mark.parametrize("code", REGISTER_CHANGES)
def test_a_line_of_the_register_that_lies_is_told(
    code: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = copies(folder, tmp_path) / "register.csv"
    rows = list(csv.reader(place.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    REGISTER_CHANGES[code](rows)
    with place.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(rows)
    assert main(["verify", str(place), *options(folder)]) == 3
    assert code in capsys.readouterr().out
