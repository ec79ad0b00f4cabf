"""No verdict depends on what a machine happens to have: variables, home, time zone, locale, umask, user, hashes."""

from __future__ import annotations

import os
import pwd
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from shutil import copyfile, copytree

import pytest

ROOT = Path(__file__).parents[1]
RAPPORT = (sys.executable, "-c", "from rapport.cli import program; program()")
PART = ("tests/language/test_dates.py", "tests/read/test_counting.py", "tests/lines/test_total_fit.py")
"""A part of the suite that reads, writes and measures, and takes seconds."""

BARE = {"PATH": os.defpath}
SURROUNDINGS = {
    "nothing": BARE,
    "another home, zone and locale": {
        **BARE,
        "HOME": "/nonexistent",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "LANGUAGE": "tr",
        "PYTHONHASHSEED": "7",
    },
    "ascii": {
        **BARE,
        "LC_ALL": "C",
        "TZ": "America/Noronha",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONHASHSEED": "0",
    },
    "ours": dict(os.environ),
}


def run(words: tuple[str, ...], folder: Path, name: str, user: str | None = None) -> subprocess.CompletedProcess[str]:
    """A program among other surroundings; only its owner may read what it writes, but where another user runs it."""
    environment = {"PYTHONDONTWRITEBYTECODE": "1", **SURROUNDINGS[name]}
    umask = 0o077 if name != "ours" else -1
    return subprocess.run(
        words,
        cwd=folder,
        env=environment,
        umask=umask,
        user=user,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=300,
    )


def built(folder: Path, name: str, user: str | None = None, like: Path | None = None) -> dict[str, str]:
    """The documents of a new project, proven, by name; of the content of another, where it is a day later here."""
    folder.mkdir(exist_ok=True)
    if user:
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
    for words in (("new", "essai"), ("check",), ("build",), ("verify",)):
        done = run((*RAPPORT, *words), folder, name, user)
        assert done.returncode == 0, done.stdout + done.stderr
        if words[0] == "new" and like is not None:  # it writes today's date, once for all
            copytree(like / "content", folder / "content", copy_function=copyfile, dirs_exist_ok=True)
    files = sorted((folder / "output" / "essai").glob("essai-*"))
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A project and what its documents are where this suite runs."""
    folder = tmp_path_factory.mktemp("ours")
    return folder, built(folder, "ours")


@pytest.mark.parametrize("name", [name for name in SURROUNDINGS if name != "ours"])
def test_the_same_project_makes_the_same_documents(
    name: str, ours: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    like, expected = ours
    assert set(expected) == {"essai-brief.pdf", "essai-deck.pptx"}
    assert built(tmp_path, name, like=like) == expected


@pytest.mark.parametrize("name", [name for name in SURROUNDINGS if name != "ours"])
def test_a_part_of_the_suite_passes(name: str) -> None:
    done = run((sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *PART), ROOT, name)
    assert done.returncode == 0, done.stdout + done.stderr


def open_to_others(folder: Path) -> bool:
    """Whether another user can run the program where it is."""
    try:
        return run((*RAPPORT, "--version"), folder, "nothing", "nobody").returncode == 0
    except PermissionError:
        return False


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="not run: only root may become another user")
def test_another_user_makes_the_same_documents(ours: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    if not open_to_others(tmp_path):
        pytest.skip("not run: this Python, or the project, is closed to other users")
    like, expected = ours
    assert built(tmp_path, "nothing", "nobody", like) == expected
