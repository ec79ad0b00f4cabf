"""How many small faults the tests see: one is written into a copy of the source at a time, and the tests are run.

    python benchmarks/mutants.py [--each 12] [--seed 1] [--least 85] [PART ...]

Draws `--each` faults for every part below, the same ones for the same seed, and prints those that no test sees and the
score. Fails below `--least` percent. Some faults change nothing that can be seen (a bound that no content reaches): a
score of 100 is not to be had.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parents[1]

PARTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "resolve": (
        "resolve",
        (
            "tests/resolve",
            "tests/test_dispatch.py",
            "tests/commands/test_meeting.py",
            "tests/commands/test_note.py",
            "tests/commands/test_audience.py",
            "tests/commands/test_every_block.py",
            "tests/content/test_summits.py",
            "tests/gallery",
        ),
    ),
    "arrange": (
        "arrange",
        (
            "tests/arrange",
            "tests/content/test_decks.py",
            "tests/commands/test_every_block.py",
            "tests/content/test_summits.py",
            "tests/gallery",
        ),
    ),
    "review": (
        "review",
        (
            "tests/review",
            "tests/commands/test_open_points.py",
            "tests/commands/test_provenance.py",
            "tests/content/test_talks.py",
            "tests/commands/test_nuances.py",
            "tests/field/test_numbers.py",
            "tests/commands/test_meeting.py",
        ),
    ),
    "composer": (
        "render/pdf/composer",
        (
            "tests/render/pdf/composer",
            "tests/render/pdf/test_pages.py",
            "tests/render/pdf/test_sheet.py",
            "tests/render/pdf/test_brief.py",
        ),
    ),
    "archive": (
        "formats/office/archive.py",
        ("tests/verify/hostile/test_archives.py", "tests/verify/hostile/test_markup.py", "tests/verify/test_pack.py"),
    ),
}
"""What is changed under src/rapport, and the tests that are to see it, near ones first: the first failure ends it."""

TOO_LONG = 900
"""Seconds after which a fault counts as seen: it has made the program run for ever."""

SWAPPED: dict[type[ast.AST], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.And: ("and", "or"),
    ast.Or: ("or", "and"),
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
}


class Fault(NamedTuple):
    """What stands from `start` to `end` of a file, in bytes, is replaced."""

    file: Path
    start: int
    end: int
    text: str

    def told(self) -> str:
        """`file:line: before -> after`."""
        data = self.file.read_bytes()
        line = data[: self.start].count(b"\n") + 1
        before = " ".join(data[self.start : self.end].decode().split(" "))
        return f"{self.file.relative_to(ROOT)}:{line}: {before.strip(' ')} -> {self.text.strip(' ')}"


class Source:
    """A file, and where its nodes begin and end in bytes."""

    def __init__(self, file: Path) -> None:
        self.file, self.data = file, file.read_bytes()
        self.lines = [0]
        for line in self.data.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))

    def span(self, node: ast.expr) -> tuple[int, int]:
        """Where a node begins and ends."""
        last, end = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
        return self.lines[node.lineno - 1] + node.col_offset, self.lines[last - 1] + end

    def faults(self) -> Iterator[Fault]:
        """Every fault that can be made here, annotations and docstrings aside."""
        tree = ast.parse(self.data)
        left_out = {id(part) for node in ast.walk(tree) for hint in _hints(node) for part in ast.walk(hint)}
        for node in ast.walk(tree):
            if id(node) not in left_out:
                yield from self._of(node)

    def _of(self, node: ast.AST) -> Iterator[Fault]:
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            for operator, left, right in zip(node.ops, sides, sides[1:], strict=False):
                yield from self._swap(operator, left, right)
        elif isinstance(node, ast.BoolOp):
            yield from self._swap(node.op, *node.values[:2])
        elif isinstance(node, ast.BinOp):
            yield from self._swap(node.op, node.left, node.right)
        elif isinstance(node, ast.If | ast.IfExp):
            start, end = self.span(node.test)
            yield Fault(self.file, start, end, f"(not ({self.data[start:end].decode()}))")
        elif isinstance(node, ast.Constant) and isinstance(node.value, bool | int):
            start, end = self.span(node)
            yield Fault(self.file, start, end, str(not node.value if isinstance(node.value, bool) else node.value + 1))

    def _swap(self, operator: ast.AST, left: ast.expr, right: ast.expr) -> Iterator[Fault]:
        """The operator between two nodes, brackets around them left alone."""
        old, new = SWAPPED.get(type(operator), ("", ""))
        start, end = self.span(left)[1], self.span(right)[0]
        between = self.data[start:end].decode()
        if old and between.count(old) == 1:
            yield Fault(self.file, start, end, between.replace(old, new))


def _hints(node: ast.AST) -> Iterator[ast.AST]:
    """The annotations of a node."""
    if isinstance(node, ast.AnnAssign) or (isinstance(node, ast.arg) and node.annotation):
        yield node.annotation
    elif isinstance(node, ast.FunctionDef) and node.returns:
        yield node.returns


def drawn(part: str, each: int, seed: int) -> list[Fault]:
    """The faults of a part that are tried."""
    place = ROOT / "src" / "rapport" / PARTS[part][0]
    files = [place] if place.is_file() else sorted(place.rglob("*.py"))
    every = [fault for file in files for fault in Source(file).faults()]
    return random.Random(seed).sample(every, min(each, len(every)))  # noqa: S311  # a sample, not a secret


def seen(fault: Fault, part: str, copies: SimpleQueue[Path]) -> bool:
    """Whether a test of the part fails with it; a copy of the source is taken for as long as that takes."""
    copy = copies.get()
    target = copy / fault.file.relative_to(ROOT / "src")
    data = fault.file.read_bytes()
    try:
        target.write_bytes(data[: fault.start] + fault.text.encode() + data[fault.end :])
        return _failed(copy, PARTS[part][1])
    finally:
        target.write_bytes(data)
        copies.put(copy)


def _failed(copy: Path, tests: tuple[str, ...]) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=TOO_LONG, check=False)
    except subprocess.TimeoutExpired:
        return True
    return run.returncode != 0


def main() -> int:
    """Prints what survives and the score; 1 where it is too low, or where a test fails without any fault."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART")
    words.add_argument("--each", type=int, default=12)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--least", type=int, default=85)
    words.add_argument("--workers", type=int, default=2)
    asked = words.parse_args()
    killed = tried = 0
    with TemporaryDirectory() as folder, ThreadPoolExecutor(asked.workers) as pool:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(asked.workers):
            shutil.copytree(ROOT / "src", Path(folder) / str(number), ignore=shutil.ignore_patterns("__pycache__"))
            copies.put(Path(folder) / str(number))
        for part in asked.parts or PARTS:
            if _failed(ROOT / "src", PARTS[part][1]):
                print(f"{part}: a test fails without any fault")
                return 1
            faults = drawn(part, asked.each, asked.seed)
            outcomes = list(pool.map(lambda fault, part=part: seen(fault, part, copies), faults))
            for fault, outcome in zip(faults, outcomes, strict=True):
                print(*([] if outcome else [f"  survived: {fault.told()}\n"]), end="", flush=True)
            print(f"{part}: {sum(outcomes)} of {len(faults)} seen", flush=True)
            killed, tried = killed + sum(outcomes), tried + len(faults)
    score = 100 * killed / max(tried, 1)
    print(f"faults seen by the tests: {killed} of {tried}, {score:.0f} %")
    return int(score < asked.least)


if __name__ == "__main__":
    sys.exit(main())
