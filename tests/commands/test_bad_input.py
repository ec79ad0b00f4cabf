"""What users get wrong, and what their machine refuses: one French line with its place, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tree import COMPLETE, project
from content_tree import plain_spaces
from rapport.cli import main
from rapport.disk import RECORD

ASSETS = Path(__file__).parents[2] / "assets"
NO_DISK = Path("/dev/full")
needs_full_disk = pytest.mark.skipif(not NO_DISK.is_char_device(), reason="the machine has no /dev/full")


def rapport(*words: str, **streams: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "rapport", *words]
    return subprocess.run(command, check=False, stderr=subprocess.PIPE, **streams)  # type: ignore[call-overload,no-any-return]


def documents(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their paths in it, what is kept beside the documents included.

    The record of what was written is left out: it says what may stand there before anything does.
    """
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != RECORD)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def lines(stderr: bytes) -> list[str]:
    return plain_spaces(stderr.decode()).splitlines()


@needs_full_disk
@pytest.mark.parametrize("command", ["schema", "typeset", "check", "explain"])
def test_a_full_disk_under_the_result_is_one_line(tmp_path: Path, command: str) -> None:
    section = {"sections/chiffres.yaml": "title: A\n"}
    options = {
        "schema": [],
        "typeset": [str(project(tmp_path)[1] + "/sources.yaml")],
        "check": [*project(tmp_path, section), "--format", "json"],
        "explain": [*project(tmp_path / "sound"), "levees"],
    }[command]
    with NO_DISK.open("wb") as full:
        done = rapport(command, *options, stdout=full)
    assert done.returncode == 2
    assert lines(done.stderr) == ["rapport : le système refuse d’écrire le résultat (disque plein)"]


@needs_full_disk
def test_a_device_is_written_to_and_not_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "export", *project(tmp_path), str(NO_DISK)]) == 2
    assert plain_spaces(capsys.readouterr().err) == "rapport : le disque est plein : aucun document n’a été remplacé\n"
    assert NO_DISK.is_char_device()


def test_a_reader_who_has_seen_enough_ends_the_program_in_silence(tmp_path: Path) -> None:
    text = tmp_path / "long.txt"
    text.write_text("l'IA !\n" * 50_000)
    command = [sys.executable, "-m", "rapport", "typeset", str(text)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().decode() == "l’IA\u202f!\n"
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 0


MOMENTS = {
    "loading": ("import", "rapport.render.pdf.brief"),
    "reading": ("open", "facts/financement.yaml"),
    "writing": ("open", "/output/evian/"),
    "replacing": ("os.rename", "/output/evian/evian-brief.pdf"),
}
"""An event that Python tells its auditors of, and what its arguments hold."""


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise")
@pytest.mark.parametrize("moment", MOMENTS)
def test_ctrl_c_at_any_moment_leaves_the_earlier_documents(tmp_path: Path, moment: str) -> None:
    main(["build", *project(tmp_path)])
    folder = tmp_path / "output" / "evian"
    before = documents(folder)
    changed = {"briefings/evian.yaml": COMPLETE["briefings/evian.yaml"].replace("Un an après", "Deux ans après")}
    event, held = MOMENTS[moment]
    program = (
        "import os, signal, sys\nfrom rapport.cli import main\n"
        "def interrupt(event, arguments):\n"
        f"    if event == {event!r} and {held!r} in str(arguments):\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.addaudithook(interrupt)\n"
        f"sys.exit(main({['build', *project(tmp_path, changed)]!r}))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
    assert done.returncode == 130
    assert lines(done.stderr) == ["", "Interrompu : rien n’a été laissé à moitié écrit."]
    assert documents(folder) == before


@pytest.mark.skipif(os.name == "nt", reason="limits are set otherwise")
def test_a_disk_that_takes_no_more_leaves_the_earlier_documents(tmp_path: Path) -> None:
    options = project(tmp_path)
    main(["build", *options])
    folder = tmp_path / "output" / "evian"
    before = documents(folder)
    program = (
        "import resource, sys\nfrom rapport.cli import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        f"sys.exit(main({['build', *options]!r}))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
    assert done.returncode == 2
    assert lines(done.stderr) == ["rapport : écriture impossible : « evian » (fichier trop gros)"]
    assert documents(folder) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["check", "--content", "nowhere"],
            [
                "nowhere: folder-missing: répertoire introuvable : « nowhere »",
                "    commencez un projet ici : rapport new NOM",
            ],
        ),
        (
            ["build", "--content", "nowhere"],
            [
                "nowhere: folder-missing: répertoire introuvable : « nowhere »",
                "    commencez un projet ici : rapport new NOM",
                "1 faute, 0 avertissement",
            ],
        ),
        (["typeset", "nowhere"], ["rapport : lecture impossible : « nowhere » (fichier introuvable)"]),
        (["typeset", "."], ["rapport : lecture impossible : « . » (c’est un répertoire)"]),
        (["trace", "nowhere"], ["rapport : lecture impossible : « nowhere » (fichier introuvable)"]),
        (["diff", "nowhere.zip"], ["rapport : paquet introuvable : « nowhere.zip »"]),
        (
            ["check", "--now", "demain"],
            ["rapport : --now : « demain » n’est pas une date (écrivez par exemple 2026-06-15)"],
        ),
        (
            ["verify", "nowhere.pdf"],
            ["rapport : document introuvable : « nowhere.pdf »"],
        ),
    ],
)
def test_what_is_not_there_is_said(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    said: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "assets").symlink_to(ASSETS)
    project(tmp_path)
    assert main(words) in (1, 2)
    told = capsys.readouterr()
    assert [line for line in lines((told.out + told.err).encode()) if "avertissement" not in line] == [
        line for line in said if "avertissement" not in line
    ]


def test_a_wrong_word_on_the_command_line_is_said_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["check", "--format", "xml"])
    last = lines(capsys.readouterr().err.encode())[-1]
    assert last == "rapport check : argument --format : choix inconnu : « xml » (au choix : « text », « json »)"


@pytest.mark.parametrize("text", ["a: " + "[" * 100_000, "- " * 100_000, "{" * 100_000, "? " * 100_000])
def test_a_bottomless_file_is_a_fault_and_not_a_crash(tmp_path: Path, text: str) -> None:
    options = project(tmp_path, {"sections/fond.yaml": text})
    done = rapport("check", *options, stdout=subprocess.PIPE)
    assert done.returncode == 1
    expected = ["content/sections/fond.yaml:1:1: yaml-depth: trop de niveaux imbriqués", "    limite : 100 niveaux"]
    assert lines(done.stdout)[:2] == expected
