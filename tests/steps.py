"""Commands broken off at each step that they take on disk, or refused it."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from rapport.writing import Step, watched


class Broken(Struct, frozen=True):
    """A project as a program killed at a step leaves it: which step, of what, and where the project is."""

    step: Step
    name: str
    place: Path


def broken_off(run: Callable[[], object], project: Path, copies: Path) -> tuple[Broken, ...]:
    """Runs a command and copies its project before each step; before each writing also with half a file."""
    found: list[Broken] = []

    def copied(step: Step, path: Path, half: bytes | None = None) -> None:
        place = copies / f"{len(found):03d}"
        shutil.copytree(project, place)
        if half is not None:
            (place / path.relative_to(project)).write_bytes(half)
        found.append(Broken(step, path.name, place))

    def watch(step: Step, path: Path) -> None:
        copied(step, path)
        if step == "write":
            copied(step, path, b"%PDF-1.7\nhalf")

    with watched(watch):
        run()
    return tuple(found)


def steps_of(run: Callable[[], object], *kinds: Step) -> int:
    """How many steps of some kinds a command takes."""
    count = 0

    def watch(step: Step, _path: Path) -> None:
        nonlocal count
        count += step in kinds

    with watched(watch):
        run()
    return count


def full_at(run: Callable[[], int], number: int, *kinds: Step) -> int:
    """Runs a command on a disk that is full at a step, counted from 0 among those of some kinds."""
    count = -1

    def watch(step: Step, path: Path) -> None:
        nonlocal count
        count += step in kinds
        if step in kinds and count == number:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))

    with watched(watch):
        return run()
