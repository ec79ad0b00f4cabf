"""What writing a deck cost, as benchmarks/our_deck.py and bare_deck.py print it and benchmarks/deck.py reads it."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable

from msgspec import Struct


class SlideCost(Struct, frozen=True):
    """Milliseconds of CPU a slide, without what Python and its imports cost; mebibytes of the process at its peak."""

    time: float
    memory: float

    def __str__(self) -> str:
        return f"{self.time:6.2f} ms a slide {self.memory:6.0f} MiB"


def report(count: int, write: Callable[[], None]) -> None:
    """Writes `count` slides and prints the cost."""
    start = time.process_time()
    write()
    milliseconds = 1_000 * (time.process_time() - start) / count
    sys.stdout.write(f"{milliseconds} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024}\n")


def read(line: str) -> SlideCost:
    """The cost that a process printed."""
    milliseconds, memory = line.split()
    return SlideCost(float(milliseconds), float(memory))
