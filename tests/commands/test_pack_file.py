"""The pack as one file, under what happens to files: another command, a killed one, a full disk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tree import project
from content_tree import plain_spaces
from rapport.cli import main
from rapport.writing import locked


def folder(tmp_path: Path) -> Path:
    return tmp_path / "output" / "evian"


def test_two_packs_at_once_do_not_mix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path)
    folder(tmp_path).mkdir(parents=True)
    with locked(folder(tmp_path)):
        assert main(["pack", "evian", *options]) == 2
    assert "une autre commande y écrit un paquet ; attendez qu’elle ait fini" in plain_spaces(capsys.readouterr().err)
    assert not list(folder(tmp_path).glob("*.zip"))
    assert main(["pack", "evian", *options]) == 0


def test_the_only_briefing_needs_no_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path)
    assert main(["pack", *options]) == 0
    assert (folder(tmp_path) / "evian-pack.zip").exists()
    briefings = tmp_path / "content" / "briefings"
    (briefings / "rome.yaml").write_bytes((briefings / "evian.yaml").read_bytes())
    assert main(["pack", *options]) == 2
    assert "quel dossier ? (au choix : evian, rome)" in plain_spaces(capsys.readouterr().err)


def test_what_a_killed_command_left_goes_away(tmp_path: Path) -> None:
    folder(tmp_path).mkdir(parents=True)
    (folder(tmp_path) / ".evian-pack.zip.4711.tmp").write_bytes(b"PK half")
    assert main(["pack", "evian", *project(tmp_path)]) == 0
    assert [path.name for path in folder(tmp_path).iterdir() if path.name != ".lock"] == ["evian-pack.zip"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
def test_a_disk_that_takes_no_more_keeps_the_pack_before(tmp_path: Path) -> None:
    folder(tmp_path).mkdir(parents=True)
    (folder(tmp_path) / "evian-pack.zip").write_bytes(b"before")
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))"
    program = (
        f"{limit}\nimport sys\nfrom rapport.cli import main\nsys.exit(main({['pack', 'evian', *project(tmp_path)]!r}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 2
    assert "écriture impossible" in done.stderr.decode()
    assert [path.name for path in folder(tmp_path).iterdir()] == ["evian-pack.zip"]
    assert (folder(tmp_path) / "evian-pack.zip").read_bytes() == b"before"
