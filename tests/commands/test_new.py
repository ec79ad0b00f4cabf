"""`rapport new`: a third summit that builds at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_tree import SMALL, plain_spaces, write_tree
from rapport.cli import main

ASSETS = Path(__file__).parents[2] / "assets"
SHARED = SMALL["briefings/evian.yaml"].replace("[financement]", "[financement, notes]")
ANNEX = 'title: Notes\nkind: annex\nmessage: "Des notes"\nblocks:\n  - paragraph: "Un texte."\n'


def project(tmp_path: Path, *, shared: bool = False) -> list[str]:
    changes = {"briefings/evian.yaml": SHARED, "briefings/delhi.yaml": SHARED, "sections/notes.yaml": ANNEX}
    content = write_tree(tmp_path, changes if shared else None)
    return ["--content", str(content), "--assets", str(ASSETS), "--output", str(tmp_path / "output")]


def test_a_new_briefing_builds_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path, shared=True)
    assert main(["new", "rome", *options]) == 0
    written = [Path(line).relative_to(tmp_path / "content").as_posix() for line in capsys.readouterr().out.split()]
    assert written == [
        "briefings/rome.yaml",
        *(f"sections/{name}-rome.yaml" for name in ("message", "essentiel", "agenda", "langage", "a-retenir")),
    ]
    assert main(["build", "rome", *options]) == 0
    assert {path.name for path in (tmp_path / "output" / "rome").glob("rome-*")} == {
        "rome-brief.pdf",
        "rome-deck.pptx",
    }


def test_nothing_is_final_before_its_author_has_spoken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path)
    main(["new", "rome", *options])
    assert main(["build", "rome", "--final", *options]) == 1
    assert "sections/agenda-rome.yaml" in capsys.readouterr().err


def test_sections_that_several_briefings_share_come_along_in_their_order(tmp_path: Path) -> None:
    main(["new", "rome", *project(tmp_path, shared=True)])
    text = (tmp_path / "content" / "briefings" / "rome.yaml").read_text(encoding="utf-8")
    assert [line.removeprefix("  - ") for line in text.splitlines() if line.startswith("  - ")] == [
        "message-rome",
        "essentiel-rome",
        "financement",
        "agenda-rome",
        "langage-rome",
        "notes",
        "a-retenir-rome",
    ]


def test_numbers_that_shared_sections_may_print_come_along(tmp_path: Path) -> None:
    options = project(tmp_path, shared=True)
    delhi, notes = (tmp_path / "content" / name for name in ("briefings/delhi.yaml", "sections/notes.yaml"))
    tolerated = 'tolerated: ["deux textes : la liste", "six fiches"]\n'
    delhi.write_text(delhi.read_text(encoding="utf-8") + tolerated, encoding="utf-8")
    notes.write_text(ANNEX.replace("Un texte.", "Voici deux textes : la liste."), encoding="utf-8")
    main(["new", "rome", *options])
    rome = (tmp_path / "content" / "briefings" / "rome.yaml").read_text(encoding="utf-8")
    assert rome.endswith('tolerated:\n  - "deux textes : la liste"\n')


def test_check_says_where_each_text_is_still_to_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path)
    main(["new", "rome", *options])
    capsys.readouterr()
    assert main(["check", "rome", *options]) == 0
    said = plain_spaces(capsys.readouterr().out)
    assert "content/briefings/rome.yaml:4:9: avertissement: to-confirm: [À CONFIRMER] reste dans le texte" in said
    files = (tmp_path / "content").rglob("*rome.yaml")
    typed = sum(path.read_text(encoding="utf-8").count("[À CONFIRMER]") for path in files)
    assert said.count(": to-confirm: ") == typed - 1, "the first line of the briefing is a remark"
    assert main(["check", "evian", *options]) == 0
    assert capsys.readouterr().err == ""


def test_a_section_of_one_briefing_alone_is_its_own(tmp_path: Path) -> None:
    main(["new", "rome", *project(tmp_path)])
    assert "financement" not in (tmp_path / "content" / "briefings" / "rome.yaml").read_text(encoding="utf-8")


def test_what_exists_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path)
    mine = tmp_path / "content" / "sections" / "langage-rome.yaml"
    mine.write_text("à moi", encoding="utf-8")
    assert main(["new", "rome", *options]) == 2
    assert "langage-rome.yaml" in capsys.readouterr().err
    assert mine.read_text(encoding="utf-8") == "à moi"
    assert not (tmp_path / "content" / "briefings" / "rome.yaml").exists()


@pytest.mark.parametrize("name", ["Rome", "rome 2027", "../rome", "évian", "", "-rome"])
def test_a_name_that_cannot_be_a_key_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SystemExit) if name.startswith("-") else pytest.MonkeyPatch.context():
        assert main(["new", name, *project(tmp_path)]) == 2


def test_its_date_is_the_latest_briefing_s_or_the_one_given(tmp_path: Path) -> None:
    options = project(tmp_path)
    main(["new", "rome", *options])
    main(["new", "oslo", "--date", "2027-03-01", *options])
    folder = tmp_path / "content" / "briefings"
    assert "date: 2026-02-10\n" in (folder / "rome.yaml").read_text(encoding="utf-8")
    assert "date: 2027-03-01\n" in (folder / "oslo.yaml").read_text(encoding="utf-8")


def test_a_first_briefing_needs_a_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--content", str(tmp_path / "content"), "--assets", str(ASSETS)]
    assert main(["new", "rome", *options]) == 2
    assert "--date" in capsys.readouterr().err
    assert main(["new", "rome", "--date", "demain", *options]) == 2
    assert "date illisible : « demain »" in plain_spaces(capsys.readouterr().err)
    assert main(["new", "rome", "--date", "2027-03-01", *options]) == 0
