"""Runs every benchmark in turn and prints one table: what each measured, then the figures that were promised.

Run by `make bench`; `python benchmarks/run.py lines deck` runs some only. Each benchmark is a process of its own.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.promise import status
from msgspec import Struct

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent
BENCHMARKS = (
    "lines",
    "typographer",
    "hostile_text",
    "claims",
    "pages",
    "charts",
    "deck",
    "template",
    "build",
    "twins",
    "walks",
    "against",
    "edits",
    "preview",
    "imposition",
    "copies",
    "campaign",
    "verify",
)
"""From the smallest parts to the whole."""
PROMISED = "(promised:"
WIDTH = 14
"""Of the column of names."""


class Outcome(Struct, frozen=True):
    """What a benchmark printed, in how many seconds, and whether it came to its end."""

    name: str
    lines: tuple[str, ...]
    seconds: float
    finished: bool


def outcome(name: str) -> Outcome:
    """Runs a benchmark; the last line of what it says in failing stands for its table."""
    start = time.perf_counter()
    command = [sys.executable, "-m", f"{FOLDER.name}.{name}"]
    process = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = process.stdout if process.returncode == 0 else process.stderr.rstrip("\n").rpartition("\n")[2]
    lines = tuple(line for line in said.splitlines() if line.strip(" "))
    return Outcome(name, lines, time.perf_counter() - start, process.returncode == 0)


def show(result: Outcome) -> None:
    """A benchmark's rows, its name and duration beside the first."""
    state = f"{result.seconds:.0f} s" if result.finished else "failed"
    beside = (result.name, state, *([""] * len(result.lines)))
    for name, line in zip(beside, (*result.lines, *([""] * (2 - len(result.lines)))), strict=False):
        print(f"{name:{WIDTH}}{line}".rstrip(" "))
    print("-" * WIDTH, flush=True)


def main(names: Sequence[str]) -> int:
    """Prints the table; 1 where a benchmark failed or a promise does not hold, 2 for a name that is none."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)} (there are {', '.join(BENCHMARKS)})", file=sys.stderr)
        return 2
    results = []
    for name in names or BENCHMARKS:
        results.append(outcome(name))
        show(results[-1])
    promised = [(result.name, line) for result in results for line in result.lines if PROMISED in line]
    for name, line in (("promised", ""), *promised):
        print(f"{name:{WIDTH}}{line}".rstrip(" "))
    return int(not all(result.finished for result in results) or bool(status(*(line for _, line in promised))))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
