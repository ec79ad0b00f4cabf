"""Every fault that reading can find, as an author makes it: what is said, where, and what to do; and what is right."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from msgspec import Struct

from content_tree import SMALL, plain_spaces, read_tree
from rapport.read.content import Reading
from rapport.read.validation import CODES

ROOT = Path(__file__).parents[2]
TYPED = {name: dedent(text).lstrip("\n") for name, text in SMALL.items()}
MORE_FACTS = """
autre:
  label: autre
  value: 5
  unit: EUR
  status: announced
  as_of: 2026-02-10
  source: bilan
  locator: § 2
jour:
  label: un jour
  date: 2026-03-01
  status: planned
  as_of: 2026-02-10
  source: bilan
  locator: § 2
"""


class Change(Struct, frozen=True):
    """What is typed in a file in the stead of something, and what would have been right."""

    file: str
    old: str
    new: str
    right: str


class Case(Struct, frozen=True):
    """Changes to the small content, and all that is then said."""

    changes: tuple[Change, ...]
    said: tuple[str, ...]

    @property
    def name(self) -> str:
        """The new lines, for the name of the test."""
        return " ".join(change.new for change in self.changes)[:60]


def cases() -> Iterator[Case]:
    text = (Path(__file__).parent / "faults.txt").read_text(encoding="utf-8")
    for paragraph in text.split("\n\n")[1:]:
        changes, said = [], []
        for line in paragraph.strip("\n").split("\n"):
            mark, _, rest = line.partition(" ")
            if mark == "@":
                lines: dict[str, list[str]] = {"-": [], "+": [], "=": []}
                changes.append((rest, lines))
            elif mark in ("-", "+", "="):
                lines[mark].append(rest)
            else:
                said.append(line)
        made = (Change(file, *("\n".join(lines[mark]) for mark in "-+=")) for file, lines in changes)
        yield Case(tuple(made), tuple(said))


CASES = tuple(cases())


def told(reading: Reading) -> tuple[str, ...]:
    """All problems as the terminal shows them, with plain spaces."""
    lines = []
    for problem in reading.problems:
        lines.append(f"{problem.origin}: {problem.code}: {problem.message}")
        lines += [f"    {line}" for line in problem.hint.splitlines()]
    return tuple(map(plain_spaces, lines))


def changed(case: Case, side: str) -> dict[str, str | None]:
    files: dict[str, str | None] = {"facts/divers.yaml": MORE_FACTS}
    for change in case.changes:
        text = TYPED.get(change.file, "")
        assert change.old in text
        new = change.new if side == "new" else change.right
        files[change.file] = text.replace(change.old, new, 1) if text else new
    return files


def codes(lines: tuple[str, ...]) -> set[str]:
    return {match[1] for line in lines if (match := re.match(r"\S+: ([a-z-]+): ", line))}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_fault_is_said_at_its_place_with_what_to_do(tmp_path: Path, case: Case) -> None:
    assert told(read_tree(tmp_path, changed(case, "new"))) == case.said


@pytest.mark.parametrize("case", [case for case in CASES if case.changes[-1].right], ids=lambda case: case.name)
def test_what_is_right_is_read_in_silence(tmp_path: Path, case: Case) -> None:
    assert told(read_tree(tmp_path, changed(case, "right"))) == ()


def raised(source: str) -> Iterator[str]:
    """The codes of the problems that a module makes."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            first = node.args[0]
            if name in MAKERS and isinstance(first, ast.Constant) and "_" not in str(first.value):
                yield str(first.value)
        elif isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "CODES" for target in node.targets):
            yield from ast.literal_eval(node.value).values()


MAKERS = ("Problem", "_RefusedError", "refuse", "fault")


def test_no_fault_of_the_source_goes_without_its_test() -> None:
    """A code that no test names is a check that nobody has seen fire."""
    parts = ("read", "model", "arrange", "project", "commands")
    sources = (path for part in parts for path in (ROOT / "src" / "rapport" / part).rglob("*.py"))
    made = {code for path in sources for code in raised(path.read_text(encoding="utf-8"))} - set(CODES)
    assert {"key-missing", "chart-share", "yaml-depth", "day-expected", "glyph-missing"} <= made
    beside = ("read", "commands", "arrange", "template")
    tests = (path for part in beside for path in (ROOT / "tests" / part).rglob("*.*"))
    words = {word for path in tests if path.suffix in (".py", ".txt") for word in named(path)}
    assert sorted(made - words) == []


def named(path: Path) -> set[str]:
    return set(re.findall(r"[a-z]+(?:-[a-z]+)+", path.read_text(encoding="utf-8")))
