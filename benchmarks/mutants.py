"""How many small faults the tests see: one is written into a copy of the source at a time, and the tests are run.

    python benchmarks/mutants.py [--each 25] [--seed 1] [--least 85] [--notes FILE] [PART ...]

First each file of tests of a part runs by itself, traced: which functions of the part it enters, and what it costs.
Then `--each` faults of the part are drawn, the same ones for the same seed, and each is tried with the files of tests
that enter its function, cheap ones first, up to the first that fails. Prints the faults that no test sees and the score
of each part; fails where one is below `--least` percent. What a test starts as a program of its own is not traced.
`--notes` keeps what was learnt of the tests, which a later sample then only learns of those that have changed.

Faults that change nothing a reader could see are listed in `equal_faults.txt`, each with the reason, and are not drawn.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import os
import pickle
import random
import resource
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from hashlib import sha256
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType, FrameType
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
EQUAL = Path(__file__).with_name("equal_faults.txt")

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
            "tests/template/test_cover.py",
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
        (
            "tests/verify/hostile/test_archives.py",
            "tests/verify/hostile/test_around_members.py",
            "tests/verify/hostile/test_markup.py",
            "tests/verify/test_pack.py",
        ),
    ),
}
"""What is changed under src/rapport, and the tests that are to see it."""

SLOW = ("tests/arrange/test_properties.py",)
"""Made-up content by the hundred: minutes for each fault that the others leave."""

PATIENCE = 10
"""A fault that makes the tests use this many times their usual processor time has made the program run for ever."""

STUCK = 1800
"""Seconds after which tests wait for something that never comes, however many others load the machine."""

LIBRARIES = ("babel.core", "lxml.etree", "msgspec", "PIL.Image", "pptx", "pydantic", "reportlab.pdfgen.canvas", "yaml")
"""What every run would load anew: loaded once, before the runs branch off."""

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
        """`file:line:column: before -> after`."""
        return f"{self.file.relative_to(ROOT)}:{self._line()}:{self._column() + 1}: {self._change()}"

    def names(self) -> tuple[str, str]:
        """What names it whatever stands above it in the file, `file: line of source: change`; and all of its line."""
        line = self.file.read_bytes().splitlines()[self._line() - 1].decode().strip(" ")
        named = f"{self.file.relative_to(ROOT)}: {line}"
        return f"{named}: {self._change()}", f"{named}: *"

    def function(self) -> str:
        """The outermost function it stands in, as `name` or `Class.name`; empty outside functions."""
        within = self._line()
        for node, name in _functions(ast.parse(self.file.read_bytes()).body):
            if node.body[0].lineno <= within <= (node.end_lineno or within):
                return name
        return ""

    def _line(self) -> int:
        return self.file.read_bytes()[: self.start].count(b"\n") + 1

    def _column(self) -> int:
        data = self.file.read_bytes()[: self.start]
        return self.start - data.rfind(b"\n") - 1

    def _change(self) -> str:
        before = " ".join(self.file.read_bytes()[self.start : self.end].decode().split(" "))
        return f"{before.strip(' ')} -> {self.text.strip(' ')}"


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
        """Every fault that can be made here; annotations, docstrings and guards against our own faults aside."""
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


def _functions(body: list[ast.stmt], before: str = "") -> Iterator[tuple[ast.FunctionDef, str]]:
    """The functions of a body and of its classes, with their names in the file."""
    for node in body:
        if isinstance(node, ast.FunctionDef):
            yield node, f"{before}{node.name}"
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node.body, f"{before}{node.name}.")


def _hints(node: ast.AST) -> Iterator[ast.AST]:
    """The annotations of a node, and what has `zip` trip over a fault of ours: nothing sound does."""
    if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
        yield node.annotation
    elif isinstance(node, ast.FunctionDef) and node.returns:
        yield node.returns
    elif isinstance(node, ast.keyword) and node.arg == "strict":
        yield node.value


def every_fault(part: str) -> dict[str, Fault]:
    """The faults of a part by what is told of them, without those that are known to change nothing."""
    place = ROOT / "src" / "rapport" / PARTS[part][0]
    files = [place] if place.is_file() else sorted(place.rglob("*.py"))
    found = {fault.told(): fault for file in files for fault in Source(file).faults()}
    known = {line for line in _equal() if line.startswith(str(place.relative_to(ROOT)))}
    for gone in sorted(known - {key for fault in found.values() for key in fault.names()}):
        print(f"  {EQUAL.name} lists what is no more: {gone}")
    return {told: fault for told, fault in found.items() if known.isdisjoint(fault.names())}


def _equal() -> set[str]:
    lines = EQUAL.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith(("#", " "))}


class Covering(NamedTuple):
    """A file of tests: the functions it enters, as file and name, and its processor time in seconds."""

    tests: str
    entered: frozenset[tuple[str, str]]
    seconds: float


def covering(part: str, source: Path, notes: Path | None) -> list[Covering] | None:
    """The files of tests of a part, cheap ones first; none where one of them fails without any fault."""
    known = pickle.loads(notes.read_bytes()) if notes and notes.exists() else {}  # noqa: S301  # written by ourselves
    found = []
    for file in _files(PARTS[part][1]):
        key = part, file, sha256((ROOT / file).read_bytes()).hexdigest()
        told = known.get(key) or _apart(_record, (source, PARTS[part][0], file))
        if told is None:
            print(f"{part}: {file} fails without any fault")
            return None
        known[key] = told
        if notes:
            notes.write_bytes(pickle.dumps(known))
        found.append(Covering(file, *told))
    return sorted(found, key=lambda one: one.seconds)


def _files(tests: Iterable[str]) -> list[str]:
    places = (place for name in tests for place in ([ROOT / name] if name.endswith(".py") else _below(ROOT / name)))
    return [name for place in places if (name := str(place.relative_to(ROOT))) not in SLOW]


def _below(folder: Path) -> list[Path]:
    return sorted(folder.rglob("test_*.py"))


def _record(source: Path, place: str, tests: str) -> tuple[frozenset[tuple[str, str]], float] | None:
    """Runs a file of tests and notes the functions under `place` that it enters."""
    below = str(source / "rapport" / place)
    codes: set[CodeType] = set()

    def entered(frame: FrameType, _event: str, _argument: object) -> None:
        codes.add(frame.f_code)

    threading.settrace(entered)
    sys.settrace(entered)
    status = _run(source, [tests])
    sys.settrace(None)
    usage = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = sum(one.ru_utime + one.ru_stime for one in usage)
    here = [code for code in codes if code.co_filename.startswith(below)]
    names = frozenset((os.path.relpath(code.co_filename, source), code.co_qualname) for code in here)
    return None if status else (names, seconds)


def seen(fault: Fault, tests: list[Covering], source: Path) -> bool:
    """Whether a test that enters the function of a fault fails with it."""
    name = str(fault.file.relative_to(ROOT / "src"))
    function = fault.function()
    chosen = [one for one in tests if _concerns(one.entered, name, function)]
    target = source / name
    data = fault.file.read_bytes()
    try:
        target.write_bytes(data[: fault.start] + fault.text.encode() + data[fault.end :])
        limit = int(20 + PATIENCE * sum(one.seconds for one in chosen))
        return bool(chosen) and _apart(_passes, (source, [one.tests for one in chosen], limit)) is None
    finally:
        target.write_bytes(data)


def _concerns(entered: Collection[tuple[str, str]], name: str, function: str) -> bool:
    """Whether a function is entered; of what stands outside functions, whether anything of the file is."""
    return (name, function) in entered if function else any(file == name for file, _ in entered)


def _passes(source: Path, tests: list[str], limit: int) -> bool | None:
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    return None if _run(source, tests) else True


def _run(source: Path, tests: list[str]) -> int:
    """The status of pytest over some files of tests, with the program from a folder of its own."""
    sys.path[0] = str(source)  # in place of the folder of this script, whose names are not those of tests
    os.environ.update(PYTHONPATH=str(source), PYTHONDONTWRITEBYTECODE="1")
    sys.dont_write_bytecode = True
    os.chdir(ROOT)
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    return int(pytest.main(["-q", "-x", "-p", "no:cacheprovider", *tests]))


def _apart(work: Callable[..., Any], given: tuple[Any, ...]) -> Any:
    """What a function returns in a process that branches off from this one; None where it does not return."""
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(theirs, work, given))
    process.start()
    theirs.close()
    try:
        answer = ours.recv() if ours.poll(STUCK) else None
    except EOFError:
        answer = None
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid or 0, signal.SIGKILL)  # with the workers that tests have started
    process.join()
    return answer


def _answer(pipe: Connection, work: Callable[..., Any], given: tuple[Any, ...]) -> None:
    os.setsid()
    pipe.send(work(*given))
    pipe.close()
    signal.pause()  # until it is ended with all that it started, without what libraries do at the end of a process


def score(part: str, asked: argparse.Namespace, source: Path) -> float | None:
    """Tries a sample of the faults of a part and prints what survives; the percentage seen."""
    tests = covering(part, source, asked.notes)
    if tests is None:
        return None
    print(f"{part}: {len(tests)} files of tests, {sum(one.seconds for one in tests):.0f} s", flush=True)
    faults = every_fault(part)
    sample = random.Random(asked.seed).sample(sorted(faults), min(asked.each, len(faults)))  # noqa: S311  # no secret
    killed = 0
    for told in sample:
        found = seen(faults[told], tests, source)
        killed += found
        print(*([] if found else [f"  survived: {told}\n"]), end="", flush=True)
    percent = 100 * killed / max(len(sample), 1)
    print(
        f"{part}: {killed} of {len(sample)} seen, {percent:.0f} % (of {len(faults)} faults, seed {asked.seed})",
        flush=True,
    )
    return percent


def main() -> int:
    """Prints what survives and the scores; 1 where one is too low, or where a test fails without any fault."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART")
    words.add_argument("--each", type=int, default=25)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--least", type=int, default=85)
    words.add_argument("--notes", type=Path)
    asked = words.parse_args()
    for name in LIBRARIES:
        import_module(name)
    with TemporaryDirectory() as folder:
        source = Path(folder) / "src"
        shutil.copytree(ROOT / "src", source, ignore=shutil.ignore_patterns("__pycache__"))
        scores = [score(part, asked, source) for part in asked.parts or PARTS]
    return int(any(one is None or one < asked.least for one in scores))


if __name__ == "__main__":
    sys.exit(main())
