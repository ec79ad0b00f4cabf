"""Whole cold processes, measured: wall time, CPU time and peak memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from msgspec import Struct

ROUNDS = 15
STARTER = Path(__file__).with_name("starter.py")


class Cost(Struct, frozen=True):
    """Seconds of wall and CPU time, mebibytes of peak memory."""

    wall: float
    cpu: float
    memory: float

    def __str__(self) -> str:
        return f"{self.wall:6.2f} s wall {self.cpu:6.2f} s cpu {self.memory:6.0f} MiB"


def costs_of(*commands: Sequence[str], turns: int = ROUNDS, compiled: bool = False) -> tuple[Cost, ...]:
    """The middle cost of each command over several rounds, in which they take turns: a slow moment is slow for all.

    A round before them compiles the modules, as installing does, unless they are: no user's process does it twice.
    """
    for command in () if compiled else commands:
        _once(command)
    rounds = [[_once(command) for command in commands] for _ in range(turns)]
    return tuple(_middle(costs) for costs in zip(*rounds, strict=True))


def _middle(costs: Sequence[Cost]) -> Cost:
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "memory")))


def python(*words: str) -> list[str]:
    """A command that runs this interpreter."""
    return [sys.executable, *words]


def rapport(*words: str) -> list[str]:
    """A command line as its users type it: the program installed beside this interpreter."""
    return [str(Path(sys.executable).with_name("rapport")), *words]


def _once(command: Sequence[str]) -> Cost:
    started = [sys.executable, "-I", "-S", str(STARTER), *command]
    found = subprocess.run(started, capture_output=True, check=True, env=_environment())
    status, wall, cpu, memory = json.loads(found.stdout)
    if status:
        raise RuntimeError(f"{' '.join(command)} failed with status {status}")
    return Cost(wall, cpu, memory / 1024)


def _environment() -> dict[str, str]:
    """Our own, in which modules once compiled stay so."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
