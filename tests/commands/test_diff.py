"""`rapport diff` and `rapport pack --since` as their users run them."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest

from briefing_tree import COMPLETE, project
from content_tree import SMALL, plain_spaces
from judges.verapdf import failures
from rapport.cli import main
from rapport.pack.register import ENCODING, Register, RegisterEntry

FACTS, SECTION, BRIEFING = "facts/financement.yaml", "sections/financement.yaml", "briefings/evian.yaml"
NEW: Mapping[str, str] = {
    FACTS: SMALL[FACTS]
    .replace("2_600_000_000", "2_700_000_000")
    .replace(
        "        pme:\n",
        """        pionniers:
          label: projets pionniers
          value: 23
          status: announced
          as_of: 2026-02-10
          source: bilan
          locator: § 5
        pme:
""",
    ),
    SECTION: SMALL[SECTION].replace("L'objectif", "La cible").replace("facts: [levees, promesse]", "facts: [levees]"),
    "sections/chiffres.yaml": COMPLETE["sections/chiffres.yaml"].replace("promesse, pme", "pionniers, pme"),
    BRIEFING: COMPLETE[BRIEFING].replace('"1.0"', '"1.1"'),
}


@pytest.fixture
def old(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The pack of the first edition."""
    assert main(["pack", "evian", *project(tmp_path / "old")]) == 0
    capsys.readouterr()
    return tmp_path / "old" / "output" / "evian" / "evian-pack.zip"


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return plain_spaces(capsys.readouterr().out).splitlines()


def hand_out(folder: Path, *numbers: int, version: str = "1.0") -> None:
    """A register of numbered copies beside a pack."""
    with (folder / "register.csv").open("w", encoding=ENCODING, newline="") as target:
        register = Register(target)
        for number in numbers:
            register.add(RegisterEntry(number, "R", "S", "fr-FR", "evian", version, "brief", "f.pdf", "0" * 64))


def test_nothing_has_changed_since_the_content_was_packed(
    tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", str(old), *project(tmp_path / "same")]) == 0
    [line] = said(capsys)
    assert line.endswith("Rien n’a changé : ni chiffre, ni texte.")


def test_facts_and_texts_are_said_with_what_they_were_and_where_they_stand(
    tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", str(old), *project(tmp_path / "new", NEW)]) == 0
    lines = said(capsys)
    assert lines[0].startswith("evian, version 1.0 (2026-02-10) → 1.1 (2026-02-10) : 3 chiffres")
    changed = (
        "modifié levees : « plus de 2,6 milliards d’euros » (réalisé) → « plus de 2,7 milliards d’euros » (réalisé)"
    )
    at = lines.index(changed)
    assert lines[at + 1].startswith("    dossier, p. 2 ; diapos ")
    assert "ajouté pionniers : « 23 » (annoncé)" in lines
    assert "retiré promesse : « 109 milliards d’euros » (promis)" in lines
    at = lines.index("modifié Dossier : Fiche 1 – Financement")
    assert any("L’objectif" in line for line in lines[at:] if line.startswith("  - "))
    assert any("La cible" in line for line in lines[at:] if line.startswith("  + "))


def test_two_packs_say_the_same_as_a_pack_and_the_content(
    tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = project(tmp_path / "new", NEW)
    main(["diff", str(old), *options])
    expected = said(capsys)
    main(["pack", "evian", *options])
    capsys.readouterr()
    new = tmp_path / "new" / "output" / "evian" / "evian-pack.zip"
    shutil.rmtree(tmp_path / "new" / "content")
    assert main(["diff", str(old), str(new)]) == 0
    assert said(capsys) == expected


def test_a_pack_that_was_opened_into_a_folder_serves_as_well(
    tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.unpack_archive(old, tmp_path / "opened")
    assert main(["diff", str(tmp_path / "opened"), str(old.parent)]) == 0
    assert said(capsys)[0].endswith("Rien n’a changé : ni chiffre, ni texte.")


def test_json_is_canonical_and_whole(tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_out(old.parent, 1, 2)
    assert main(["diff", str(old), "--format", "json", *project(tmp_path / "new", NEW)]) == 0
    text = capsys.readouterr().out
    value = json.loads(text)
    assert text == json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert [(fact["change"], (fact["after"] or fact["before"])["key"]) for fact in value["facts"]] == [
        ("changed", "levees"),
        ("added", "pionniers"),
        ("removed", "promesse"),
    ]
    assert (value["old"]["version"], value["new"]["version"]) == ("1.0", "1.1")
    assert value["holders"] == [1, 2]


def test_the_copies_that_hold_the_old_edition_are_named(
    tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_out(old.parent, 7, 1, 2, 3, 9)
    main(["diff", str(old), *project(tmp_path / "new", NEW)])
    assert said(capsys)[-1] == "Exemplaires de l’édition précédente à remplacer : 1 à 3, 7 et 9."


def test_copies_of_another_version_are_left_out(tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_out(old.parent, 7, version="0.9")
    main(["diff", str(old), *project(tmp_path / "new", NEW)])
    assert not any("Exemplaires" in line for line in said(capsys))


def test_the_sheet_is_one_accessible_page(tmp_path: Path, old: Path) -> None:
    hand_out(old.parent, 1, 2, 3)
    sheet = tmp_path / "changes.pdf"
    main(["diff", str(old), "--sheet", str(sheet), *project(tmp_path / "new", NEW)])
    [page] = pages(sheet.read_bytes())
    for text in ("depuis la version 1.0", "plus de 2,6", "plus de 2,7", "Ajoutés", "Retirés", "1 à 3"):
        assert text in plain_spaces(page)
    assert failures(sheet.read_bytes(), "ua1") == ()
    assert failures(sheet.read_bytes(), "2a") == ()


def test_a_pack_since_another_puts_the_sheet_in_front(tmp_path: Path, old: Path) -> None:
    options = project(tmp_path / "new", NEW)
    assert main(["pack", "evian", "--since", str(old), *options]) == 0
    new = tmp_path / "new" / "output" / "evian" / "evian-pack.zip"
    with zipfile.ZipFile(new) as archive:
        assert archive.namelist() == [
            "evian-changes.pdf",
            "LISEZMOI.html",
            "evian-brief.pdf",
            "evian-deck.pptx",
            "evian-slides.pdf",
            "evian-sheet.pdf",
            "verification.html",
            "verification.json",
            "manifest.json",
        ]
        assert "Ce qui a changé" in archive.read("LISEZMOI.html").decode()
        [page] = pages(archive.read("evian-changes.pdf"))
    assert "depuis la version 1.0" in plain_spaces(page)
    assert main(["verify", str(new), *options]) == 4, "the sheet is drawn from an edition that is not at hand"


def test_a_pack_may_follow_the_one_it_replaces(tmp_path: Path, old: Path) -> None:
    assert main(["pack", "evian", "--since", str(old), *project(tmp_path / "old", NEW)]) == 0
    with zipfile.ZipFile(old) as archive:
        assert archive.namelist()[0] == "evian-changes.pdf"


def test_two_packs_of_the_same_content_are_the_same(tmp_path: Path, old: Path) -> None:
    main(["pack", "evian", *project(tmp_path / "again")])
    assert (tmp_path / "again" / "output" / "evian" / "evian-pack.zip").read_bytes() == old.read_bytes()


def pages(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


def zipped(**members: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "."), data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "paquet introuvable"),
        (b"", "archive zip illisible"),
        (b"PK\x03\x04 cut", "archive zip illisible"),
        (zipped(other=b"x"), "n’est pas un paquet que rapport sache comparer"),
        (zipped(manifest__json=b"{}"), "n’est pas un paquet que rapport sache comparer"),
    ],
)
def test_what_is_no_pack_is_refused_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes | None, message: str
) -> None:
    path = tmp_path / "old.zip"
    if data is not None:
        path.write_bytes(data)
    assert main(["diff", str(path), *project(tmp_path)]) == 2
    assert message in plain_spaces(capsys.readouterr().err)


def test_two_briefings_are_not_compared(tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = project(tmp_path / "other", {"briefings/delhi.yaml": COMPLETE[BRIEFING]})
    main(["pack", "delhi", *other])
    capsys.readouterr()
    assert main(["diff", str(old), str(tmp_path / "other" / "output" / "delhi" / "delhi-pack.zip")]) == 2
    assert "ce sont deux dossiers différents : « evian » et « delhi »" in plain_spaces(capsys.readouterr().err)


def test_a_briefing_that_is_gone_is_wrong_usage(tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = project(tmp_path / "gone", {BRIEFING: None, "briefings/delhi.yaml": COMPLETE[BRIEFING]})
    assert main(["diff", str(old), *gone]) == 2
    assert "dossier inconnu : « evian »" in plain_spaces(capsys.readouterr().err)


def test_the_order_of_the_terms_is_explained(tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = project(tmp_path / "new")[1]
    assert main(["diff", content, str(old)]) == 2
    assert "le premier terme est l’ancien paquet" in plain_spaces(capsys.readouterr().err)


def test_two_folders_of_content(tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path / "new", NEW)
    assert main(["diff", str(old), options[1], *options]) == 0
    expected = said(capsys)
    assert main(["diff", str(tmp_path / "old" / "content"), options[1], *options]) == 0
    assert said(capsys) == expected


def test_folders_that_share_no_briefing_are_said(tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path / "new")
    briefings = tmp_path / "new" / "content" / "briefings"
    (briefings / "evian.yaml").rename(briefings / "rome.yaml")
    assert main(["diff", str(tmp_path / "old" / "content"), options[1], *options]) == 2
    assert "aucun dossier n’est dans les deux" in plain_spaces(capsys.readouterr().err)


def test_slides_in_another_order_are_moved_and_not_changed(
    tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = COMPLETE[BRIEFING].replace(
        "[message, chiffres, financement, calendrier]", "[message, calendrier, chiffres, financement]"
    )
    options = project(tmp_path / "new", {BRIEFING: order})
    assert main(["diff", str(old), options[1], *options]) == 0
    headline, *lines = said(capsys)
    assert "aucun" not in headline
    moved = [line for line in lines if line.startswith("déplacé ")]
    assert len(moved) == 1
    assert "De Paris à 2030 → Diapositive" in moved[0]
    changed = [line for line in lines if line.startswith(("modifié", "ajouté", "supprimé", "retiré"))]
    assert changed == [
        "modifié Dossier : Couverture",
        "modifié Diapositive 1 : L’IA en France",
        "modifié Diapositive 2 : Sommaire",
    ], "rows of signs, a section each, and numbers"
    sheet = tmp_path / "page.pdf"
    assert main(["diff", str(old), options[1], *options, "--sheet", str(sheet)]) == 0
    with pypdfium2.PdfDocument(sheet) as pdf:
        assert "déplacé vers" in plain_spaces(" ".join(pdf[0].get_textpage().get_text_range().split()))
