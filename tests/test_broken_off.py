"""Commands killed before any step on disk, refused any, or surprised by somebody who saves: nothing wrong is left."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import pytest

import edited_tree
import handwork
from rapport.cli import main
from rapport.disk import Rewriting, rewrite, write_all
from rapport.pack.register import ENCODING, NAME, read_register
from rapport.project.project import UsageError
from rapport.writing import Step, watched
from steps import broken_off, full_at, steps_of

OLD, NEW, BY_HAND = b"old", b"new", b"by hand"
FILES = ("brief.pdf", "deck.pptx")


def seen(folder: Path) -> dict[str, bytes]:
    """What a reader sees in a folder: files whose names begin with a dot are the program's own."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    named = ((path.relative_to(folder), path) for path in files)
    return {name.as_posix(): path.read_bytes() for name, path in named if not any(p[0] == "." for p in name.parts)}


def hidden(folder: Path) -> list[str]:
    """What is left of writing."""
    return [path.name for path in folder.rglob(".*") if path.suffix in (".tmp", ".before")]


# -- documents ---------------------------------------------------------------------------------------------------------


def filled(folder: Path, data: bytes) -> None:
    assert write_all(folder, dict.fromkeys(FILES, data)) == ()


def test_documents_broken_off_are_whole_and_nobody_s_edits(tmp_path: Path) -> None:
    folder = tmp_path / "output"
    filled(folder, OLD)
    broken = broken_off(lambda: filled(folder, NEW), folder, tmp_path / "broken")
    assert {item.step for item in broken} == {"write", "rename", "remove"}
    for item in broken:
        found = seen(item.place)
        assert set(found) == set(FILES)
        assert set(found.values()) <= {OLD, NEW}
        filled(item.place, b"newer")
        assert set(seen(item.place)) == set(FILES)
        assert hidden(item.place) == []


@pytest.mark.parametrize("by_renaming", [False, True])
def test_what_somebody_saves_at_any_step_is_there_afterwards(tmp_path: Path, *, by_renaming: bool) -> None:
    first = tmp_path / "first"
    filled(first, OLD)
    count = steps_of(lambda: filled(first, NEW), "write", "rename", "remove")
    for number in range(count):
        folder = tmp_path / str(number)
        filled(folder, OLD)
        with watched(saving(folder / FILES[1], number, by_renaming=by_renaming)):
            kept = write_all(folder, dict.fromkeys(FILES, NEW))
        assert BY_HAND in seen(folder).values()
        assert [item.kept_as.read_bytes() for item in kept] in ([], [BY_HAND])
        kept = (*kept, *write_all(folder, dict.fromkeys(FILES, b"newer")))
        assert [item.kept_as.read_bytes() for item in kept] == [BY_HAND]


def saving(path: Path, number: int, *, by_renaming: bool) -> Callable[[Step, Path], None]:
    """Saves a file at a step, as programs do: in place, or beside and renamed."""
    steps = iter(range(10_000))

    def save(_step: Step, _path: Path) -> None:
        if next(steps) == number:
            beside = path.with_name("~save")
            (beside if by_renaming else path).write_bytes(BY_HAND)
            if by_renaming:
                beside.replace(path)

    return save


def test_a_program_killed_before_it_looked_at_what_it_replaced_loses_no_edit(tmp_path: Path) -> None:
    folder = tmp_path / "output"
    filled(folder, OLD)
    (folder / FILES[1]).write_bytes(BY_HAND)
    broken = broken_off(lambda: write_all(folder, dict.fromkeys(FILES, NEW)), folder, tmp_path / "broken")
    for item in broken:
        write_all(item.place, dict.fromkeys(FILES, b"newer"))
        assert BY_HAND in seen(item.place).values()
        assert len(seen(item.place)) == len(FILES) + 1


def test_a_refusal_replaces_none_and_says_so(tmp_path: Path) -> None:
    filled(tmp_path, OLD)
    said = []
    for number in range(steps_of(lambda: filled(tmp_path, OLD), "rename")):
        filled(tmp_path, OLD)
        try:
            full_at(lambda: len(write_all(tmp_path, dict.fromkeys(FILES, NEW))), number, "rename")
        except UsageError as error:
            new = list(seen(tmp_path).values()).count(NEW)
            said.append((new, str(error).partition("\u00a0: ")[2]))
    assert said == [
        (0, "aucun document n’a été remplacé"),
        (0, "aucun document n’a été remplacé"),
        (0, "aucun document n’a été remplacé"),
    ]


def test_content_that_somebody_saves_meanwhile_is_not_rewritten(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.yaml", "b.yaml")]

    def run() -> None:
        for path in paths:
            path.write_bytes(OLD)
        rewrite(tmp_path, {path: Rewriting(OLD, NEW) for path in paths})

    for number in range(steps_of(run, "write", "rename", "remove")):
        with watched(saving(paths[1], number, by_renaming=True)), pytest.raises(UsageError, match="vient de changer"):
            run()
        assert paths[1].read_bytes() == BY_HAND
        assert hidden(tmp_path) == []


# -- commands ----------------------------------------------------------------------------------------------------------

Run = Callable[[Path], int]


def options(place: Path) -> list[str]:
    return [f"--{name}={place / name}" for name in ("content", "assets", "output")]


def initialised(template: Path, words: list[str]) -> int:
    """Writes the map of a template, which is never written over."""
    is_there = any(template.parent.glob("modele*.yaml"))
    return 0 if is_there else main(["template", str(template), "--init", *words])


COMMANDS: Mapping[str, Run] = {
    "build": lambda place: main(["build", "evian", *options(place)]),
    "handout": lambda place: main(["handout", "evian", "--slides", *options(place)]),
    "pack": lambda place: main(["pack", "evian", *options(place)]),
    "copies": lambda place: main(["pack", "evian", f"--recipients={place / 'liste.csv'}", *options(place)]),
    "facts import": lambda place: main(["facts", "import", str(place / "faits.csv"), *options(place)[:2]]),
    "edits --apply": lambda place: main(["edits", str(place / "relu.pptx"), "--apply", *options(place)]),
    "review --apply": lambda place: main(["review", "import", str(place / "relu.docx"), "--apply", *options(place)]),
    "translate": lambda place: main(["translate", "en-GB", *options(place)[:2]]),
    "template --init": lambda place: initialised(place / "modele.pptx", options(place)[:2]),
    "campaign": lambda place: main(["campaign", str(place / "plan.yaml"), "--workers=1", "--resume", *options(place)]),
}
MAKERS = ("build", "handout", "pack", "copies")
"""Commands that make documents of the content; the others change it."""


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a deck, a review and a table that came back."""
    place = tmp_path_factory.mktemp("scene") / "project"
    edited_tree.project(place)
    assert COMMANDS["build"](place) == 0
    assert main(["review", "export", "evian", *options(place)]) == 0
    made = place / "output" / "evian"
    edits = (handwork.WORDS["a title"][0], handwork.WORDS["a callout"][0])
    (place / "relu.pptx").write_bytes(
        handwork.after((made / "evian-deck.pptx").read_bytes(), lambda deck: [edit(deck) for edit in edits])
    )
    (place / "modele.pptx").write_bytes((made / "evian-deck.pptx").read_bytes())
    (place / "plan.yaml").write_text(
        "briefings: [evian]\nrecipients: liste.csv\ncopies: stamped\naudiences: [internal]\n", encoding="utf-8"
    )
    document = docx.Document(str(made / "evian-review.docx"))
    [run] = [run for each in document.paragraphs for run in each.runs if "agents publics" in run.text]
    run.text = run.text.replace("agents publics", "élus locaux")
    document.save(str(place / "relu.docx"))
    for path in [path for path in made.iterdir() if path.is_file()]:
        path.unlink()
    (place / "liste.csv").write_text("nom\nDélégation indienne\nDélégation turque\n", encoding="utf-8")
    assert main(["facts", "export", str(place / "faits.csv"), *options(place)[:2]]) == 0
    table = (place / "faits.csv").read_text(encoding="utf-8-sig")
    (place / "faits.csv").write_text(table.replace("levées des start-up", "levées de fonds"), encoding="utf-8-sig")
    return place


def begun(scene: Path, name: str, place: Path) -> Path:
    """A copy of the scene, in which makers of documents have made those of an earlier content."""
    shutil.copytree(scene, place)
    if name in MAKERS:
        assert COMMANDS[name](place) == 0
        briefing = place / "content" / "briefings" / "evian.yaml"
        text = briefing.read_text(encoding="utf-8")
        briefing.write_text(text.replace("Un an après", "Deux ans après"), encoding="utf-8")
    return place


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_broken_off_leaves_whole_files_and_is_run_again(scene: Path, tmp_path: Path, name: str) -> None:
    project = begun(scene, name, tmp_path / "project")
    before = seen(project)
    broken = broken_off(lambda: COMMANDS[name](project), project, tmp_path / "broken")
    after = seen(project)
    assert after != before
    assert {"write", "rename"} <= {item.step for item in broken}
    for item in broken:
        found = seen(item.place)
        assert {file for file, data in found.items() if data not in (before.get(file), after.get(file))} == set()
        assert set(before) - set(found) <= ({f"{COPIES}/{one}" for one in REGISTERS} if name == "copies" else set())
        assert untrue(item.place / COPIES) == []
    for item in (broken[-1], [item for item in broken if item.step == "rename"][-1]):
        again = item.place.rename(tmp_path / "again")
        assert COMMANDS[name](again) == 0
        assert seen(again) == after
        assert hidden(again) == []
        again.rename(item.place)


COPIES = "output/evian/copies/1.0"
REGISTERS = (NAME, "register.html")


def untrue(folder: Path) -> list[str]:
    """Files that a register names and that are not there as it says."""
    if not (folder / NAME).is_file():
        return []
    entries = read_register((folder / NAME).read_text(encoding=ENCODING))
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    return [entry.file for entry in entries if digests.get(entry.file) != entry.digest]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_is_said_in_a_line(
    scene: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    project = begun(scene, name, tmp_path / "project")
    shutil.copytree(project, tmp_path / "whole")
    before = seen(project)
    count = steps_of(lambda: COMMANDS[name](tmp_path / "whole"), "write")
    after = seen(tmp_path / "whole")
    assert count
    for number in range(count):
        capsys.readouterr()
        answer = full_at(lambda: COMMANDS[name](project), number, "write")
        told = capsys.readouterr().err
        said = [line for line in told.splitlines() if line.startswith("rapport")]
        found = seen(project)
        assert {file for file, data in found.items() if data not in (before.get(file), after.get(file))} == set()
        assert hidden(project) == []
        assert (answer, len(said)) in {(2, 1), (0, 0)}
        assert answer == 2 or found == after, "a record that is kept already may be missing, a document may not"
        if answer == 2:
            assert "le disque est plein" in (told if name == "campaign" else said[0]), (
                "a campaign names its tasks first"
            )


# -- somebody stops reading --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("both", [False, True], ids=["what is written", "and what is remarked"])
def test_a_reader_who_leaves_keeps_no_command_from_its_work(tmp_path: Path, *, both: bool) -> None:
    """`rapport new rome | head -1`: nobody takes the second line, and the project is whole."""
    reads, writes = os.pipe()
    os.close(reads)
    words = (sys.executable, "-u", "-c", "from rapport.cli import program; program()", "new", "rome")
    with os.fdopen(writes, "wb") as gone:
        ended = subprocess.run(
            words, cwd=tmp_path, stdout=gone, stderr=gone if both else subprocess.DEVNULL, check=False
        )
    assert ended.returncode == 0
    alone = tmp_path / "alone"
    alone.mkdir()
    subprocess.run(words, cwd=alone, capture_output=True, check=True)
    whole = {path.relative_to(alone) for path in alone.rglob("*") if path.is_file()}
    left = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file() and alone not in path.parents}
    assert left == whole
