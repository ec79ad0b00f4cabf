"""`rapport new`: a third summit that builds at once."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from hatchling.builders.wheel import WheelBuilder
from pptx import Presentation
from pptx.slide import Slide

from content_tree import SMALL, plain_spaces, write_tree
from rapport.cli import main
from rapport.read.charter.charter import default_charter

ASSETS = Path(__file__).parents[2] / "assets"
SHARED = SMALL["briefings/evian.yaml"].replace("[financement]", "[financement, notes]")
ANNEX = 'title: Notes\nkind: annex\nmessage: "Des notes"\nblocks:\n  - paragraph: "Un texte."\n'


def project(tmp_path: Path, *, shared: bool = False) -> list[str]:
    changes = {"briefings/evian.yaml": SHARED, "briefings/delhi.yaml": SHARED, "sections/notes.yaml": ANNEX}
    content = write_tree(tmp_path, changes if shared else None)
    return ["--content", str(content), "--assets", str(ASSETS), "--output", str(tmp_path / "output")]


def test_a_new_briefing_builds_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path, shared=True)
    assert main(["new", "rome", "--from", "evian", *options]) == 0
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


def test_sections_of_the_briefing_named_come_along_in_their_order(tmp_path: Path) -> None:
    main(["new", "rome", "--from", "evian", *project(tmp_path, shared=True)])
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
    main(["new", "rome", "--from", "delhi", *options])
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
    assert said.count("écrivez ce qui manque") == 1, "what all ask for is said once"
    assert main(["check", "evian", *options]) == 0
    assert capsys.readouterr().err == ""


def test_nothing_comes_along_unless_it_is_asked_for(tmp_path: Path) -> None:
    main(["new", "rome", *project(tmp_path, shared=True)])
    assert "financement" not in (tmp_path / "content" / "briefings" / "rome.yaml").read_text(encoding="utf-8")


def test_sections_of_a_briefing_s_own_stay_with_it(tmp_path: Path) -> None:
    options = project(tmp_path)
    main(["new", "rome", *options])
    main(["new", "oslo", "--from", "rome", *options])
    assert "-rome" not in (tmp_path / "content" / "briefings" / "oslo.yaml").read_text(encoding="utf-8")


def test_the_nearest_briefing_is_suggested(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "rome", "--from", "evain", *project(tmp_path)]) == 2
    assert "vouliez-vous dire « evian »" in plain_spaces(capsys.readouterr().err)


def test_what_exists_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path)
    mine = tmp_path / "content" / "sections" / "langage-rome.yaml"
    mine.write_text("à moi", encoding="utf-8")
    assert main(["new", "rome", *options]) == 2
    assert "langage-rome.yaml" in capsys.readouterr().err
    assert mine.read_text(encoding="utf-8") == "à moi"
    assert not (tmp_path / "content" / "briefings" / "rome.yaml").exists()


@pytest.mark.parametrize("name", ["../rome", "", "-rome", "!?", "日本"])
def test_a_name_that_cannot_be_a_key_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SystemExit) if name.startswith("-") else pytest.MonkeyPatch.context():
        assert main(["new", name, *project(tmp_path)]) == 2


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("COP 30", "cop30"),
        ("cop30", "cop30"),
        ("Évian – G 7", "evian-g7"),
        ("Rome 2027", "rome-2027"),
        ("rome-2027", "rome-2027"),
        ("L'Œuvre d'Orsay", "l-oeuvre-d-orsay"),
    ],
)
def test_any_spelling_gives_a_key_that_is_said(
    tmp_path: Path, name: str, key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", name, *project(tmp_path)]) == 0
    assert (tmp_path / "content" / "briefings" / f"{key}.yaml").exists()
    assert (f"nom retenu : {key}" in plain_spaces(capsys.readouterr().err)) == (name != key)


def test_its_date_is_today_s_or_the_one_given(tmp_path: Path) -> None:
    options = project(tmp_path)
    before = datetime.now().astimezone().date()  # noqa: TID251  # the day on which the test runs
    main(["new", "rome", *options])
    after = datetime.now().astimezone().date()  # noqa: TID251
    main(["new", "oslo", "--date", "2027-03-01", *options])
    folder = tmp_path / "content" / "briefings"
    written = (folder / "rome.yaml").read_text(encoding="utf-8")
    assert any(f"\ndate: {day}\n" in written for day in (before, after))
    assert "date: 2027-03-01\n" in (folder / "oslo.yaml").read_text(encoding="utf-8")


def test_a_date_that_is_none_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "rome", "--date", "demain", *project(tmp_path)]) == 2
    assert "date illisible : « demain »" in plain_spaces(capsys.readouterr().err)


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_in_an_empty_folder_a_whole_project_begins(empty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "COP 30", "--date", "2025-11-10"]) == 0
    assert main(["check"]) == 0
    assert "faute" not in capsys.readouterr().err.replace("aucune faute", "")
    for command in (["build"], ["verify"], ["pack"]):
        assert main(command) == 0, command
    assert (empty / "output" / "cop30" / "cop30-pack.zip").exists()
    assert (empty / "assets" / "charter.yaml").read_bytes() == (ASSETS / "charter.yaml").read_bytes()
    assert (empty / ".gitignore").read_text(encoding="utf-8").splitlines()[-1] == "/output/"
    assert "content/briefings/cop30.yaml" in (empty / "COMMENCEZ-ICI.md").read_text(encoding="utf-8")
    guide = ASSETS.parent / "content" / "LISEZMOI.md"
    assert (empty / "content" / "LISEZMOI.md").read_bytes() == guide.read_bytes()


def test_each_file_leads_the_editor_to_its_schema(empty: Path) -> None:
    main(["new", "cop30"])
    led = 0
    for path in (empty / "content").rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        if path.name != "names.yaml":
            _, _, schema = first.partition("$schema=")
            assert (path.parent / schema).is_file(), path
            led += 1
    assert led == 8


def test_what_stands_in_the_folder_is_left_as_it_is(empty: Path) -> None:
    (empty / ".gitignore").write_text("à moi\n", encoding="utf-8")
    assert main(["new", "cop30"]) == 0
    assert (empty / ".gitignore").read_text(encoding="utf-8") == "à moi\n"
    assert main(["build"]) == 0


def test_without_a_charter_the_program_s_own_serves(empty: Path) -> None:
    main(["new", "cop30", "--date", "2025-11-10"])
    main(["build"])
    brief = empty / "output" / "cop30" / "cop30-brief.pdf"
    before = brief.read_bytes()
    (empty / "assets" / "charter.yaml").unlink()
    main(["build"])
    assert brief.read_bytes() == before


def test_the_program_s_own_charter_is_that_of_the_summits() -> None:
    """No link: a clone on Windows may have none. To change one is to copy it over the other."""
    assert default_charter().read_bytes() == (ASSETS / "charter.yaml").read_bytes()


def test_a_wheel_takes_along_every_file_and_the_guide() -> None:
    root = ASSETS.parent
    taken = {file.distribution_path: Path(file.path) for file in WheelBuilder(str(root)).recurse_included_files()}
    package = {path for path in (root / "src" / "rapport").rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert {path.relative_to(root / "src").as_posix() for path in package} <= taken.keys()
    guide = "rapport/project/first_project/common/content/LISEZMOI.md"
    assert taken.pop(guide).resolve() == root / "content" / "LISEZMOI.md"
    assert {path.resolve() for path in taken.values()} == package


@pytest.mark.parametrize("form", ["note", "deck"])
@pytest.mark.parametrize("begun", [False, True], ids=["empty", "beside another"])
def test_each_form_is_whole_at_once(empty: Path, form: str, begun: bool, capsys: pytest.CaptureFixture[str]) -> None:
    if begun:
        main(["new", "autre", "--date", "2025-11-10"])
    assert main(["new", "cop30", "--date", "2025-11-10", "--form", form]) == 0
    for command in (["check"], ["build", "cop30"], ["verify", "cop30"]):
        capsys.readouterr()
        assert main([*command]) == 0, capsys.readouterr()
    with pypdfium2.PdfDocument(empty / "output" / "cop30" / "cop30-brief.pdf") as pdf:
        pages = [plain_spaces(page.get_textpage().get_text_range()) for page in pdf]
    assert (len(pages) <= 2 and "Sommaire" not in "".join(pages)) == (form == "note")


@pytest.mark.parametrize("form", ["dossier", "note", "deck"])
def test_all_that_a_first_project_is_warned_of_is_what_it_does_not_know(
    empty: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["new", "cop30", "--date", "2025-11-10", "--form", form])
    capsys.readouterr()
    assert main(["check", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {problem["code"] for problem in found} == {"to-confirm"}
    assert all(problem["file"] and problem["line"] for problem in found)


def test_a_deck_has_a_slide_for_each_section_and_words_for_who_speaks(empty: Path) -> None:
    main(["new", "cop30", "--date", "2025-11-10", "--form", "deck"])
    main(["build"])
    slides = list(Presentation(str(empty / "output" / "cop30" / "cop30-deck.pptx")).slides)
    spoken = [slide for slide in slides if slide.has_notes_slide and "ce que dit l’orateur" in notes_of(slide).lower()]
    assert len(slides) >= 5
    assert len(spoken) >= 3


def notes_of(slide: Slide) -> str:
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    return frame.text


def test_a_form_that_is_none_is_said(empty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["new", "cop30", "--form", "roman"])
    assert "choix inconnu : « roman »" in plain_spaces(capsys.readouterr().err)


def test_a_name_in_words_is_that_of_the_event(empty: Path) -> None:
    """One that is a key says nothing, nor does one that would be read as markup."""
    for name in ("COP 30", "rome", "Sommet {bis}"):
        assert main(["new", name]) == 0
    briefings = {path.stem: path.read_text("utf-8") for path in (empty / "content/briefings").iterdir()}
    assert 'event: {name: "COP 30", place: "[À CONFIRMER]"' in briefings["cop30"]
    assert 'event: {name: "[À CONFIRMER]"' in briefings["rome"]
    assert "bis" not in briefings["sommet-bis"].split("event:")[1][:30]
    assert main(["check"]) == 0


def test_an_option_that_is_none_is_refused_by_its_command_with_the_nearest(
    empty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["build", "--finale"])
    said = plain_spaces(capsys.readouterr().err)
    assert exit_.value.code == 2
    assert "usage : rapport build" in said
    assert said.endswith("rapport build : arguments inconnus : --finale (vouliez-vous dire --final ?)\n")
