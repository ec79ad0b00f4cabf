"""`rapport build` and `rapport check` as their users run them."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from content_tree import SMALL, plain_spaces, write_tree
from rapport.cli import main
from rapport.disk import write_all
from rapport.project.project import UsageError
from rapport.writing import Step, watched

ASSETS = Path(__file__).parents[2] / "assets"
BRIEF, DECK = "evian-brief.pdf", "evian-deck.pptx"


def project(tmp_path: Path, changes: Mapping[str, str | None] | None = None) -> list[str]:
    """A project in a folder, as options of the command line."""
    content = write_tree(tmp_path, changes)
    return ["--content", str(content), "--assets", str(ASSETS), "--output", str(tmp_path / "output")]


def documents(tmp_path: Path) -> dict[str, bytes]:
    folder = tmp_path / "output" / "evian"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if not path.name.startswith(".")}


def test_a_build_writes_both_documents_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", *project(tmp_path)]) == 0
    assert list(documents(tmp_path)) == [BRIEF, DECK]
    assert capsys.readouterr().out.split() == [str(tmp_path / "output" / "evian" / name) for name in (BRIEF, DECK)]


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    main(["build", *project(tmp_path / "a")])
    main(["build", *project(tmp_path / "b")])
    assert documents(tmp_path / "a") == documents(tmp_path / "b")


def test_bytes_do_not_depend_on_the_machine(tmp_path: Path) -> None:
    main(["build", *project(tmp_path)])
    expected = documents(tmp_path)
    elsewhere = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "en_US"}
    command = [sys.executable, "-m", "rapport", "build", *project(tmp_path / "elsewhere")]
    subprocess.run(command, env=elsewhere, cwd=tmp_path.anchor, umask=0o077, check=True, capture_output=True)
    assert documents(tmp_path / "elsewhere") == expected


def test_faults_are_all_said_and_earlier_output_stays_where_a_final_edition_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build", *project(tmp_path)])
    before = documents(tmp_path)
    facts = SMALL["facts/financement.yaml"].replace("status: promised", "status: promissed").replace("80", "y")
    assert main(["build", "--final", *project(tmp_path, {"facts/financement.yaml": facts})]) == 1
    said = plain_spaces(capsys.readouterr().err)
    assert "facts/financement.yaml:16:11: choice-unknown: « promissed »" in said
    assert "facts/financement.yaml:22:10: number-expected: « y » n’est pas un nombre" in said
    assert "2 fautes" in said
    assert documents(tmp_path) == before


def test_an_unknown_briefing_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", *project(tmp_path), "evain"]) == 2
    assert "dossier inconnu : « evain » (vouliez-vous dire « evian » ?)" in plain_spaces(capsys.readouterr().err)


def test_a_deck_edited_by_hand_is_kept_and_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path)
    main(["build", *options])
    deck = tmp_path / "output" / "evian" / DECK
    rewrite(deck, "ppt/slides/slide3.xml", "Les start-up ont levé", "Nos start-up ont levé")
    edited = deck.read_bytes()
    capsys.readouterr()
    main(["build", *options])
    kept = deck.with_name("evian-deck.edited-1.pptx")
    assert kept.read_bytes() == edited
    said = plain_spaces(capsys.readouterr().err)
    assert "« evian-deck.pptx » avait été modifié à la main" in said
    assert "diapositive 3, « Titre » : « Les start-up ont levé" in said
    assert "→ « Nos start-up ont levé" in said
    assert "content/sections/financement.yaml:2:10" in said


def test_a_file_as_we_wrote_it_is_simply_replaced(tmp_path: Path) -> None:
    options = project(tmp_path)
    main(["build", *options])
    briefing = SMALL["briefings/evian.yaml"].replace("Un an après", "Deux ans après")
    main(["build", *project(tmp_path, {"briefings/evian.yaml": briefing})])
    assert list(documents(tmp_path)) == [BRIEF, DECK]


def test_a_final_edition_refuses_what_is_to_be_confirmed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    section = SMALL["sections/financement.yaml"].replace("équipées.", "équipées [À CONFIRMER].")
    facts = SMALL["facts/financement.yaml"].replace("status: target", "status: to-confirm")
    options = project(tmp_path, {"sections/financement.yaml": section, "facts/financement.yaml": facts})
    assert main(["build", *options]) == 0
    capsys.readouterr()
    assert main(["build", "--final", *options]) == 1
    said = plain_spaces(capsys.readouterr().err)
    assert "facts/financement.yaml:21:3: to-confirm: « pme » reste à confirmer" in said
    assert "sections/financement.yaml:6:91: to-confirm: [À CONFIRMER] reste dans le texte" in said


@pytest.mark.parametrize(
    ("file", "typed", "open_point"),
    [
        ("briefings/evian.yaml", '"L\'IA en France"', '"[À CONFIRMER] en France"'),
        ("briefings/evian.yaml", "Sommet du G7", '"[À CONFIRMER]"'),
        ("sections/financement.yaml", "title: Financement", 'title: "[À CONFIRMER]"'),
        ("sections/financement.yaml", "pas précisé.", "pas [À CONFIRMER]."),
    ],
)
def test_nothing_is_to_be_confirmed_anywhere_in_a_final_edition(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, typed: str, open_point: str
) -> None:
    assert typed in SMALL[file]
    options = project(tmp_path, {file: SMALL[file].replace(typed, open_point)})
    assert main(["build", "--final", *options]) == 1
    said = plain_spaces(capsys.readouterr().err)
    assert f"content/{file}:" in said
    assert "to-confirm: [À CONFIRMER] reste dans le texte" in said


def test_a_character_the_face_lacks_is_a_fault_at_its_block(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    section = SMALL["sections/financement.yaml"].replace("équipées.", "équipées ☃.")
    assert main(["check", *project(tmp_path, {"sections/financement.yaml": section})]) == 1
    assert "sections/financement.yaml:5:16: glyph-missing" in capsys.readouterr().out


def test_sound_content_is_checked_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *project(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("aucune faute, aucun avertissement\n")


def test_a_hint_in_short_is_a_whole_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(
        tmp_path,
        {"sections/financement.yaml": SMALL["sections/financement.yaml"].replace("{pme} des PME", "80 % des PME")},
    )
    assert main(["build", *options]) == 0
    hint = "    s’il s’agit de « PME à équiper », écrivez {pme} et « objectif » dans la phrase"
    assert hint in plain_spaces(capsys.readouterr().err).splitlines()


def test_problems_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = SMALL["facts/financement.yaml"].replace("locator: § 8", "locators: § 8")
    assert main(["check", "--format", "json", *project(tmp_path, {"facts/financement.yaml": facts})]) == 1
    assert '"code": "key-unknown"' in capsys.readouterr().out


def test_check_and_help_load_no_renderer(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom rapport.cli import main\n"
        f"main({['check', *project(tmp_path)]!r})\n"
        "sys.exit(any(name.split('.')[0] in ('reportlab', 'pptx') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_an_output_that_cannot_be_written_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path)
    (tmp_path / "output").write_text("a file where the folder should be")
    assert main(["build", *options]) == 2
    assert plain_spaces(capsys.readouterr().err) == f"rapport : « {tmp_path / 'output'} » n’est pas un répertoire\n"


def test_content_without_a_briefing_says_how_to_begin_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", *project(tmp_path, {"briefings/evian.yaml": None})]) == 2
    said = plain_spaces(capsys.readouterr().err)
    assert said == "rapport : aucun dossier dans le contenu (commencez-en un : rapport new NOM)\n"


def test_where_one_document_cannot_be_replaced_none_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A deck open in PowerPoint on Windows cannot be opened for writing; nor can a folder, anywhere."""
    options = project(tmp_path)
    assert main(["build", *options]) == 0
    brief, deck = (tmp_path / "output" / "evian" / f"evian-{name}" for name in ("brief.pdf", "deck.pptx"))
    before = brief.read_bytes()
    deck.unlink()
    deck.mkdir()
    changed = SMALL["briefings/evian.yaml"].replace("Un an après", "Deux ans après")
    assert main(["build", *project(tmp_path, {"briefings/evian.yaml": changed})]) == 2
    assert "« evian-deck.pptx »" in plain_spaces(capsys.readouterr().err)
    assert brief.read_bytes() == before
    assert sorted(path.name for path in brief.parent.iterdir() if path.suffix == ".tmp") == []


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    write_all(tmp_path, {"a": b"old", "b": b"old"})

    def fill_up(step: Step, path: Path) -> None:
        if step == "write" and path.name.startswith(".b"):
            raise OSError(errno.ENOSPC, "No space left on device", str(path))

    with watched(fill_up), pytest.raises(UsageError, match="le disque est plein"):
        write_all(tmp_path, {"a": b"new", "b": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix != ".json"} == {
        "a": b"old",
        "b": b"old",
    }


def test_an_interrupted_build_leaves_nothing_half_written(tmp_path: Path) -> None:
    def interrupt(_step: Step, _path: Path) -> None:
        raise KeyboardInterrupt

    with watched(interrupt):
        assert main(["build", *project(tmp_path)]) == 130
    assert list((tmp_path / "output" / "evian").iterdir()) == []


def rewrite(package: Path, name: str, old: str, new: str) -> None:
    """Changes a text in one member of a package, as an editor would, leaving the others."""
    with zipfile.ZipFile(package) as archive:
        members = {item: archive.read(item) for item in archive.namelist()}
    changed = members[name].decode().replace(old, new)
    assert changed != members[name].decode(), f"{old!r} is not in {name}"
    with zipfile.ZipFile(package, "w") as archive:
        for item, data in {**members, name: changed.encode()}.items():
            archive.writestr(item, data)
