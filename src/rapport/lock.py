"""One program at a time in a folder, by the operating system: a lock that a killed program cannot leave behind."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

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
