"""How far long work has come: on a terminal alone, and gone when it ends."""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from content_tree import SMALL, plain_spaces, write_tree
from rapport.cli import main
from rapport.project.progress import followed

ASSETS = Path(__file__).parents[2] / "assets"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_what_is_done_and_left() -> None:
    terminal = Terminal()
    assert list(followed(range(12), "exemplaires", terminal)) == list(range(12))
    *lines, last = plain_spaces(terminal.getvalue()).split("\r")[1:]
    assert lines[0].startswith("exemplaires : 1 sur 12, encore 11")
    assert lines[11].startswith("exemplaires : 12 sur 12, encore 0")
    assert not lines[-1].strip()
    assert last == ""


def test_pipes_and_short_work_hear_nothing() -> None:
    pipe, terminal = io.StringIO(), Terminal()
    assert list(followed(range(12), "exemplaires", pipe)) == list(range(12))
    assert list(followed(range(3), "exemplaires", terminal)) == [0, 1, 2]
    assert pipe.getvalue() == terminal.getvalue() == ""


def test_the_line_goes_away_when_the_work_is_interrupted() -> None:
    terminal = Terminal()
    with pytest.raises(KeyboardInterrupt):
        _interrupted(followed(range(12), "exemplaires", terminal))
    assert terminal.getvalue().endswith(" \r")


def _interrupted(items: Generator[int, None, None]) -> None:
    with closing(items):
        for item in items:
            if item == 5:
                raise KeyboardInterrupt


def written(controller: int) -> Iterator[bytes]:
    """All that was written to a terminal that is closed by now; a read may give a part of it."""
    with contextlib.suppress(OSError):
        while part := os.read(controller, 100_000):
            yield part


@pytest.mark.skipif(os.name == "nt", reason="terminals are made otherwise")
@pytest.mark.parametrize("command", [["pack", "evian"], ["verify"], ["verify", "--conformance"]], ids=" ".join)
def test_who_waits_at_a_terminal_sees_how_many_are_left(tmp_path: Path, command: list[str]) -> None:
    options = ["--content", str(write_tree(tmp_path)), "--assets", str(ASSETS), "--output", str(tmp_path / "output")]
    main(["build", *options])
    try:
        controller, terminal = os.openpty()
    except OSError:
        pytest.skip("not run: this machine has no pseudo-terminals")
    words = [sys.executable, "-m", "rapport", *command, *options]
    watched = subprocess.run(words, check=True, stdout=subprocess.PIPE, stderr=terminal)
    os.close(terminal)
    seen = plain_spaces(b"".join(written(controller)).decode())
    os.close(controller)
    silent = subprocess.run(words, check=True, capture_output=True)
    assert re.search(r"preuve des \D+ : 1 sur \d, encore \d", seen)
    assert seen.endswith(" \r")
    assert silent.stderr == b""
    assert silent.stdout == watched.stdout


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise")
@pytest.mark.parametrize("event", ["open", "os.rename"])
def test_ctrl_c_while_a_pack_is_written_leaves_the_earlier_one_whole(tmp_path: Path, event: str) -> None:
    options = ["--content", str(write_tree(tmp_path)), "--assets", str(ASSETS), "--output", str(tmp_path / "output")]
    main(["pack", "evian", *options])
    folder = tmp_path / "output" / "evian"
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    write_tree(tmp_path, {"briefings/evian.yaml": SMALL["briefings/evian.yaml"].replace("L'IA", "Encore l'IA")})
    program = (
        "import os, signal, sys\nfrom rapport.cli import main\n"
        "def interrupt(event, arguments):\n"
        f"    if event == {event!r} and 'evian-pack.zip' in str(arguments):\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.addaudithook(interrupt)\n"
        f"sys.exit(main({['pack', 'evian', *options]!r}))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
    assert done.returncode == 130
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
