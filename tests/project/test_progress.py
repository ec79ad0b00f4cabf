"""How far long work has come: on a terminal alone, and gone when it ends."""

from __future__ import annotations

import io
from collections.abc import Generator
from contextlib import closing

import pytest

from content_tree import plain_spaces
from rapport.project.progress import followed


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
