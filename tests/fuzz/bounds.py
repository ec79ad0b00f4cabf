"""A command run on one input within bounds: of time, of memory, of what it may write, of what it may answer."""

from __future__ import annotations

import contextlib
import io
import os
import resource
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType

from rapport.cli import main

SECONDS = 20
"""Of the processor's time: on a machine that does other things as well, the clock says nothing of a command."""
WAIT = 300
"""Seconds by the clock after which a command that does nothing waits for something that never comes."""
MEMORY = 1 << 30
"""Bytes a command may take beyond those the tests take already."""
ANSWERS = (0, 1, 2, 3)
"""Fine, faults of the content, wrong usage, not proved; 70 is a bug of ours."""


class TooLongError(BaseException):
    """The command did not come to its end; nothing in it may take this for a fault of the input."""


def survives(words: Sequence[str], root: Path, written: Sequence[str] = ("output",)) -> None:
    """Runs a command on a project under `root`, and sees that it answers and writes only where it may."""
    before = _files(root, written)
    said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with _bounded(), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = main(words)
    said.seek(0)
    answer = said.read()
    assert code in ANSWERS, answer
    assert "Traceback" not in answer, answer
    assert _files(root, written) == before


def _files(root: Path, written: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Every file with its size and time of writing, those aside that the command may write."""
    found = (path for path in root.rglob("*") if path.is_file())
    kept = (path for path in found if not path.relative_to(root).as_posix().startswith(tuple(written)))
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in kept}


@contextlib.contextmanager
def _bounded() -> Iterator[None]:
    used = int(Path("/proc/self/statm").read_text(encoding="ascii").split(" ")[0]) * os.sysconf("SC_PAGE_SIZE")
    limits = resource.getrlimit(resource.RLIMIT_AS)
    handlers = {number: signal.signal(number, _stop) for number in (signal.SIGPROF, signal.SIGALRM)}
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, limits[1]))
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    signal.setitimer(signal.ITIMER_REAL, WAIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        resource.setrlimit(resource.RLIMIT_AS, limits)
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooLongError
