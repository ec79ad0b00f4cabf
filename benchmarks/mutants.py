"""How many small faults the tests see: one is written into a copy of the source at a time, and the tests are run.

    python benchmarks/mutants.py [--each 25] [--seed 1] [--least 85] [--notes FILE] [--slow] [PART ...]

First each file of tests of a part runs by itself, traced: which functions of the part it enters, and what it costs.
Then `--each` faults of the part are drawn, the same ones for the same seed, and each is tried with the files of tests
that enter its function, cheap ones first, up to the first that fails. Prints the faults that no test sees and the score
of each part; fails where one is below `--least` percent. What a test starts as a program of its own is not traced.
`--notes` keeps what was learnt of the tests, which a later sample then only learns of those that have changed.
`--slow` has a fault that the other tests leave tried with those that make whole documents too.

Program and tests are loaded once. Each run branches off from there with a fault put into the function that is loaded;
where it stands outside functions, or in one that is entered while modules are loaded, these are loaded anew.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import pickle
import random
import resource
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from compileall import compile_dir
from hashlib import sha256
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from py_compile import PycInvalidationMode
from tempfile import TemporaryDirectory
from types import CodeType, FrameType, FunctionType
from typing import Any, NamedTuple

import pytest
from faults import ROOT, Fault, every_fault

PARTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "resolve": (
        "resolve",
        (
            "tests/test_frozen.py",
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
            "tests/test_frozen.py",
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
            "tests/test_frozen.py",
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
            "tests/test_frozen.py",
            "tests/render/pdf/composer",
            "tests/render/pdf/test_pages.py",
            "tests/render/pdf/test_sheet.py",
            "tests/render/pdf/test_brief.py",
        ),
    ),
    "archive": (
        "formats/office/archive.py",
        (
            "tests/test_frozen.py",
            "tests/verify/hostile/test_archives.py",
            "tests/verify/hostile/test_around_members.py",
            "tests/verify/hostile/test_markup.py",
            "tests/verify/test_pack.py",
        ),
    ),
}
"""What is changed under src/rapport, and the tests that are to see it."""

SLOW = (
    "tests/arrange/test_properties.py",
    "tests/commands/test_every_block.py",
    "tests/commands/test_meeting.py",
    "tests/commands/test_note.py",
    "tests/content/test_decks.py",
    "tests/content/test_summits.py",
    "tests/gallery/test_gallery.py",
    "tests/gallery/test_tables.py",
    "tests/render/pdf/test_brief.py",
    "tests/render/pdf/test_pages.py",
)
"""Whole documents, and made-up content by the hundred: minutes for each fault that the others leave."""

PATIENCE = 10
"""A fault that makes a file of tests use this many times its usual processor time makes the program run for ever."""

ANYWAY = 20
"""Seconds of processor time that any file of tests may take: the first one also makes what the others share."""

STUCK = 1800
"""Seconds after which tests wait for something that never comes, however many others load the machine."""

LIBRARIES = ("babel.core", "lxml.etree", "msgspec", "PIL.Image", "pptx", "pydantic", "reportlab.pdfgen.canvas", "yaml")
"""What is loaded before anything is traced."""

Entered = Collection[tuple[str, str]]
"""Functions, as file and name; `<module>` is what stands outside them."""


class Covering(NamedTuple):
    """A file of tests: the functions it enters, and its processor time in seconds."""

    tests: str
    entered: frozenset[tuple[str, str]]
    seconds: float


class Ground(NamedTuple):
    """A copy of the source, and the functions that are entered while it is loaded."""

    source: Path
    loading: Entered


def covering(part: str, source: Path, notes: Path | None, slow: bool) -> list[Covering] | None:
    """The files of tests of a part, cheap ones first; none where one of them fails without any fault."""
    known = pickle.loads(notes.read_bytes()) if notes and notes.exists() else {}  # noqa: S301  # written by ourselves
    found = []
    for file in _files(PARTS[part][1], slow):
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


def _files(tests: Iterable[str], slow: bool) -> list[str]:
    places = (place for name in tests for place in ([ROOT / name] if name.endswith(".py") else _below(ROOT / name)))
    names = [str(place.relative_to(ROOT)) for place in places]
    return [name for name in names if slow or name not in SLOW]


def _below(folder: Path) -> list[Path]:
    return sorted(folder.rglob("test_*.py"))


def _record(source: Path, place: str, tests: str) -> tuple[frozenset[tuple[str, str]], float] | None:
    """Runs a file of tests and notes the functions under `place` that it enters."""
    with _traced(source / "rapport" / place, source) as names:
        status = _run([tests])
    usage = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = sum(one.ru_utime + one.ru_stime for one in usage)
    return None if status else (frozenset(names), seconds)


@contextlib.contextmanager
def _traced(below: Path, source: Path) -> Iterator[set[tuple[str, str]]]:
    """The functions below a place that are entered; known at the end."""
    codes: set[CodeType] = set()
    names: set[tuple[str, str]] = set()

    def entered(frame: FrameType, _event: str, _argument: object) -> None:
        codes.add(frame.f_code)

    threading.settrace(entered)
    sys.settrace(entered)
    yield names
    sys.settrace(None)
    threading.settrace(None)
    here = [code for code in codes if code.co_filename.startswith(str(below))]
    names.update((os.path.relpath(code.co_filename, source), code.co_qualname) for code in here)


def seen(fault: Fault, tests: list[Covering], ground: Ground) -> bool:
    """Whether a test that enters the function of a fault fails with it."""
    name = str(fault.file.relative_to(ROOT / "src"))
    function = fault.function()
    anew = not function or (name, function) in ground.loading
    chosen = tests if anew else [one for one in tests if (name, function) in one.entered]
    target = ground.source / name
    try:
        target.write_bytes(fault.made())
        return bool(chosen) and _apart(_passes, (target, "" if anew else function, chosen)) is None
    finally:
        target.write_bytes(fault.file.read_bytes())


def _passes(target: Path, function: str, tests: list[Covering]) -> bool | None:
    if not function or not _put(target, function):
        _forget()
    return None if _run([one.tests for one in tests], Watch(tests)) else True


def _put(target: Path, function: str) -> bool:
    """Whether a function that is loaded has taken its code from a file as it now is."""
    found = next((module for module in sys.modules.values() if getattr(module, "__file__", "") == str(target)), None)
    if found is None:
        return True  # loaded when it is first asked for, with the fault
    *path, last = function.split(".")
    holder: Any = found
    for name in path:
        holder = vars(holder).get(name, found)
    plain = _unwrapped(vars(holder).get(last))
    code = _code(compile(target.read_bytes(), target, "exec", dont_inherit=True), function)
    if plain is None or code is None or plain.__code__.co_freevars != code.co_freevars:
        return False
    plain.__code__ = code
    return True


def _unwrapped(found: Any) -> FunctionType | None:
    """The function itself behind properties, caches and the like."""
    while not isinstance(found, FunctionType) or hasattr(found, "__wrapped__"):
        inner = (getattr(found, name, None) for name in ("__wrapped__", "__func__", "fget", "func"))
        found = next((one for one in inner if one is not None), None)
        if found is None:
            return None
    return found


def _code(module: CodeType, function: str) -> CodeType | None:
    inner = [code for code in module.co_consts if isinstance(code, CodeType)]
    classes = [code for code in inner if function.startswith(f"{code.co_qualname}.")]
    here = (code for code in inner if code.co_qualname == function)
    return next(here, None) or next(filter(None, (_code(code, function) for code in classes)), None)


def _forget() -> None:
    """Program and tests are loaded anew."""
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None) or ""
        if name.split(".")[0] == "rapport" or file.startswith(str(ROOT / "tests")):
            del sys.modules[name]


class Watch:
    """A plug-in of pytest that ends the process where a file of tests takes much longer than it has before."""

    def __init__(self, tests: Iterable[Covering]) -> None:
        self.usual = {one.tests: one.seconds for one in tests}
        self.file = ""

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """At each test: the limit is drawn where a file begins."""
        file = nodeid.split("::", 1)[0]
        if file != self.file:
            self.file = file
            used = resource.getrusage(resource.RUSAGE_SELF)
            limit = int(used.ru_utime + used.ru_stime + ANYWAY + PATIENCE * self.usual[file])
            resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _run(words: list[str], *plugins: object) -> int:
    """The status of pytest over some files of tests."""
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    return int(pytest.main(["-q", "-x", "-p", "no:cacheprovider", *words], plugins=list(plugins)))


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


def score(part: str, asked: argparse.Namespace, ground: Ground) -> float | None:
    """Tries a sample of the faults of a part and prints what survives; the percentage seen."""
    tests = covering(part, ground.source, asked.notes, asked.slow)
    if tests is None:
        return None
    print(f"{part}: {len(tests)} files of tests, {sum(one.seconds for one in tests):.0f} s", flush=True)
    faults = every_fault(ROOT / "src" / "rapport" / PARTS[part][0])
    sample = random.Random(asked.seed).sample(sorted(faults), min(asked.each, len(faults)))  # noqa: S311  # no secret
    killed = 0
    for told in sample:
        found = seen(faults[told], tests, ground)
        killed += found
        print(*([] if found else [f"  survived: {told}\n"]), end="", flush=True)
    percent = 100 * killed / max(len(sample), 1)
    print(
        f"{part}: {killed} of {len(sample)} seen, {percent:.0f} % (of {len(faults)} faults, seed {asked.seed})",
        flush=True,
    )
    return percent


def load(parts: Iterable[str], source: Path, slow: bool) -> Ground:
    """Loads the program from a copy, and the tests of some parts."""
    shutil.copytree(ROOT / "src", source, ignore=shutil.ignore_patterns("__pycache__"))
    compile_dir(source, quiet=2, invalidation_mode=PycInvalidationMode.CHECKED_HASH)  # a fault never goes unnoticed
    sys.path[0] = str(source)  # in place of the folder of this script, whose names are not those of tests
    del sys.modules["__main__"].__file__  # processes that tests start need not load this script
    os.environ["PYTHONPATH"] = str(source)
    os.chdir(ROOT)
    for name in LIBRARIES:
        import_module(name)
    said = os.dup(1), os.dup(2)
    with _traced(source / "rapport", source) as names:
        _run(["--collect-only", *sorted({file for part in parts for file in _files(PARTS[part][1], slow)})])
    for place, kept in enumerate(said, 1):
        os.dup2(kept, place)
    gc.collect()
    gc.freeze()  # what is loaded stays, in all that branches off
    return Ground(source, names)


def main() -> int:
    """Prints what survives and the scores; 1 where one is too low, or where a test fails without any fault."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART")
    words.add_argument("--each", type=int, default=25)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--least", type=int, default=85)
    words.add_argument("--notes", type=Path)
    words.add_argument("--slow", action="store_true")
    asked = words.parse_args()
    parts = asked.parts or list(PARTS)
    with TemporaryDirectory() as folder:
        ground = load(parts, Path(folder) / "src", asked.slow)
        scores = [score(part, asked, ground) for part in parts]
    return int(any(one is None or one < asked.least for one in scores))


if __name__ == "__main__":
    sys.exit(main())
