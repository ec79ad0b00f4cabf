"""A folder of copies under what happens to folders: crashes, other programs, full disks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rapport.pack.folder import copy_name, held
from rapport.writing import LockedError, locked


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_once(tmp_path: Path) -> None:
    with held(tmp_path / "new" / "folder") as folder:
        assert folder.put("a", (b"one", b"two"))
    written = tmp_path / "new" / "folder" / "a"
    before = written.stat()
    with held(written.parent) as folder:
        assert not folder.put("a", (b"onet", b"wo"))
    assert written.read_bytes() == b"onetwo"
    assert (written.stat().st_ino, written.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("damaged", [b"", b"onetw", b"onetwo!", b"onetwO"])
def test_what_is_not_whole_is_written_anew(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "a").write_bytes(damaged)
    with held(tmp_path) as folder:
        assert folder.put("a", (b"one", b"two"))
    assert (tmp_path / "a").read_bytes() == b"onetwo"
    assert names(tmp_path) == ["a"]


def test_a_failure_leaves_nothing_half_written(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with held(tmp_path) as folder, pytest.raises(FileNotFoundError), folder.aside("a") as path:
        path.with_name("gone").rename(path)
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_what_a_killed_program_left_goes_away(tmp_path: Path) -> None:
    (tmp_path / ".evian-001-brief.pdf.tmp").write_bytes(b"%PDF-1.7 half")
    (tmp_path / ".other").write_bytes(b"kept")
    with held(tmp_path) as folder:
        folder.put("a", (b"x",))
    assert names(tmp_path) == [".other", "a"]


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"theirs")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a").symlink_to(tmp_path / "elsewhere")
    with held(tmp_path / "folder") as folder:
        folder.put("a", (b"ours",))
    assert (tmp_path / "elsewhere").read_bytes() == b"theirs"
    assert (tmp_path / "folder" / "a").read_bytes() == b"ours"


def test_files_of_an_earlier_run_are_named(tmp_path: Path) -> None:
    (tmp_path / "evian-001-old.pdf").write_bytes(b"x")
    with held(tmp_path) as folder:
        folder.put("evian-001-new.pdf", (b"x",))
        assert folder.strangers() == ["evian-001-old.pdf"]


def test_a_folder_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    with held(tmp_path), pytest.raises(LockedError), locked(tmp_path):
        pass
    with held(tmp_path):
        assert names(tmp_path) in ([], [".lock"])


def test_a_killed_program_holds_nothing(tmp_path: Path) -> None:
    program = (
        "import sys, time\nfrom pathlib import Path\nfrom rapport.writing import locked\n"
        "with locked(Path(sys.argv[1])):\n    print('held', flush=True)\n    time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(LockedError), locked(tmp_path):
            pass
        other.kill()
        other.wait()
    with locked(tmp_path):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
def test_a_disk_that_takes_no_more_leaves_whole_files_alone(tmp_path: Path) -> None:
    program = (
        "import resource, sys\nfrom pathlib import Path\nfrom rapport.pack.folder import held\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "with held(Path(sys.argv[1])) as folder:\n"
        "    folder.put('small', (bytes(900),))\n    folder.put('large', (bytes(900), bytes(900)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, check=False)
    assert b"File too large" in done.stderr
    assert names(tmp_path) == ["small"]
    assert (tmp_path / "small").stat().st_size == 900


def test_no_mark_of_a_name_doubles_a_hyphen() -> None:
    assert copy_name("evian", 2, "M. João da Silva, Brésil") == "evian-002-m-joao-da-silva-bresil"
