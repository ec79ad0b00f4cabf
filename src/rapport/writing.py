"""The one place that writes, renames and removes files: tests break off or fail any step. One program at a time."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

Step = Literal["write", "rename", "remove"]
Watch = Callable[[Step, Path], None]
"""Told of each step before it is taken, with the path it changes; what it raises happens in place of the step."""

ASIDE = ".tmp"
"""The ending of files that are being written; their names begin with a dot."""
BEFORE = ".before"
"""The ending of a file that is being replaced, until it is known that nobody had changed it."""

_watches: list[Watch] = []


@contextlib.contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """Tells `watch` of every step taken in the block."""
    _watches.append(watch)
    try:
        yield
    finally:
        _watches.remove(watch)


def about_to(step: Step, path: Path) -> None:
    """Notify the watchers; code that writes by other means calls it too."""
    for watch in _watches:
        watch(step, path)


PUBLIC, PRIVATE = 0o666, 0o600
"""Who may read a new file: whom the system's mask lets, or its owner alone."""


def write(path: Path, chunks: Sequence[bytes | bytearray], mode: int = PUBLIC) -> None:
    """Writes without a buffer, which would only copy what is large; a disk may take less than it is given.

    Raises OSError.
    """
    about_to("write", path)
    with open(path, "wb", buffering=0, opener=lambda name, flags: os.open(name, flags, mode)) as target:
        for chunk in chunks:
            left = memoryview(chunk)
            while left:
                left = left[target.write(left) :]


class ChangedError(Exception):
    """A file no longer holds what it did: somebody has just saved it."""


def rename(path: Path, target: Path, expected: bytes | None = None) -> None:
    """Renames, in place of what may be there. Raises ChangedError where that is not `expected`; OSError."""
    about_to("rename", target)
    if expected is not None and target.read_bytes() != expected:
        raise ChangedError
    path.replace(target)


def remove(path: Path) -> None:
    """Removes a file if it is there. Raises OSError."""
    about_to("remove", path)
    path.unlink(missing_ok=True)


def aside_of(path: Path) -> Path:
    """Where a file is written before it takes its name."""
    return path.with_name(f".{path.name}.{os.getpid()}{ASIDE}")


def leftovers(path: Path) -> Iterator[Path]:
    """What killed programs left half-written of a file."""
    name = path.name
    return (each for each in _hidden(path.parent, ASIDE) if each.name.startswith(f".{name}."))


def _hidden(folder: Path, ending: str) -> list[Path]:
    return sorted(each for each in folder.iterdir() if each.name.startswith(".") and each.name.endswith(ending))


def before_of(path: Path) -> Path:
    """The name of what stood at a path until it was replaced."""
    return path.with_name(f".{path.name}{BEFORE}")


def swap(path: Path, target: Path) -> Path | None:
    """Renames as `rename` does, and keeps what stood there under `before_of`, which is the answer; None for nothing.

    Whoever saves the file meanwhile loses nothing: what is kept is what stood there last. Raises OSError.
    """
    about_to("rename", target)
    before = before_of(target)
    before.unlink(missing_ok=True)
    if target.is_file():
        try:
            before.hardlink_to(target)
        except OSError:  # there are file systems without a second name for a file
            shutil.copy2(target, before)
    try:
        path.replace(target)
    except BaseException:  # Ctrl-C may come when the name has changed already
        restore(target)
        raise
    return before if before.exists() else None


def restore(target: Path) -> None:
    """Gives a path back what stood there before it was swapped; nothing where nothing is kept. Raises OSError."""
    before = before_of(target)
    if not before.exists():
        return
    if target.exists() and before.samefile(target):
        before.unlink()
    else:
        before.replace(target)


PAUSE = 0.05
"""Seconds between two attempts."""


class LockedError(Exception):
    """Another program holds the folder."""


@contextlib.contextmanager
def locked(folder: Path, patience: float = 0.0) -> Iterator[None]:
    """Holds a folder that exists. Raises LockedError where another program holds it longer than `patience` seconds."""
    descriptor = _opened(folder)
    try:
        _wait(descriptor, patience)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, patience: float) -> None:
    for attempt in range(int(patience / PAUSE), -1, -1):
        try:
            _lock(descriptor)
        except LockedError:
            if not attempt:
                raise
            time.sleep(PAUSE)
        else:
            return


if sys.platform == "win32":

    def _opened(folder: Path) -> int:
        # folders cannot be opened there: an empty file stands for it
        return os.open(folder / ".lock", os.O_RDWR | os.O_CREAT)

    def _lock(descriptor: int) -> None:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise LockedError from error

else:
    WITHOUT_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.EINVAL, errno.EBADF, errno.ENOSYS)
    """What file systems of networks answer that know no locks of folders: there is then none."""

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _lock(descriptor: int) -> None:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LockedError from error
        except OSError as error:
            if error.errno not in WITHOUT_LOCKS:
                raise
