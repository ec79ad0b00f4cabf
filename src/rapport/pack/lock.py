"""One program at a time in a folder, by the operating system: a lock that a killed program cannot leave behind."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class LockedError(Exception):
    """Another program holds the folder."""


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds a folder that exists. Raises LockedError at once where another program holds it."""
    descriptor = _opened(folder)
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


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

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _lock(descriptor: int) -> None:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LockedError from error
